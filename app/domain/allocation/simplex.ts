import { SpanningTree } from './spanning-tree';

const LOWER = 1;
const TREE = 0;
const UPPER = -1;

/** How many pivots pass between two questions whether to stop. */
const PIVOTS_A_LOOK = 1024;

/**
 * Least-cost flow by the primal network simplex, on a network whose node 0 is the root: every other node comes with an arc
 * to the root that carries its supply at the start, so the first tree is feasible and no artificial arc is needed. Costs are
 * whole numbers below 2^52, so that every sum is exact; capacities and flows are whole numbers too. Trees stay strongly
 * feasible (Cunningham 1976), which keeps degenerate pivots from cycling; entering arcs are searched block by block.
 * Deterministic: the same arcs in the same order give the same flow.
 */
export class NetworkSimplex {
  arcs = 0;
  tail: Int32Array;
  head: Int32Array;
  cost: Float64Array;
  capacity: Float64Array;
  flow: Float64Array;
  state: Int8Array;
  readonly tree: SpanningTree;
  pivots = 0;
  private next = 0;

  constructor(nodes: number, expectedArcs: number) {
    this.tree = new SpanningTree(nodes);
    this.tail = new Int32Array(expectedArcs);
    this.head = new Int32Array(expectedArcs);
    this.cost = new Float64Array(expectedArcs);
    this.capacity = new Float64Array(expectedArcs);
    this.flow = new Float64Array(expectedArcs);
    this.state = new Int8Array(expectedArcs);
  }

  /** An arc without flow; may be added between two calls of `solve`. */
  addArc(tail: number, head: number, cost: number, capacity: number): number {
    if (this.arcs === this.tail.length) this.grow();
    const arc = this.arcs;
    this.arcs += 1;
    this.tail[arc] = tail;
    this.head[arc] = head;
    this.cost[arc] = cost;
    this.capacity[arc] = capacity;
    this.state[arc] = LOWER;
    return arc;
  }

  /** The node's own arc to the root, which carries its supply at first; once a node, before `solve`. */
  addRootArc(node: number, cost: number, capacity: number, supply: number): number {
    const arc = this.addArc(node, 0, cost, capacity);
    this.flow[arc] = supply;
    this.state[arc] = TREE;
    this.tree.hang(node, 0, arc, true, -cost);
    return arc;
  }

  /** Cost of a unit along an arc over the difference of its ends' prices; negative: sending more would pay. */
  reducedCost(arc: number): number {
    const { potential } = this.tree;
    return this.cost[arc]! + potential[this.tail[arc]!]! - potential[this.head[arc]!]!;
  }

  /** Pivots until no arc pays. False when `stop` said so first. */
  solve(stop: () => boolean = () => false): boolean {
    for (let arc = this.entering(); arc >= 0; arc = this.entering()) {
      this.pivot(arc);
      this.pivots += 1;
      if (this.pivots % PIVOTS_A_LOOK === 0 && stop()) return false;
    }
    return true;
  }

  /** The most paying arc of the first block that has one. */
  private entering(): number {
    const { arcs, tail, head, cost, state } = this;
    const { potential } = this.tree;
    const block = Math.max(32, Math.ceil(Math.sqrt(arcs)));
    let best = -1;
    let bestCost = 0;
    let inBlock = block;
    let arc = this.next;
    for (let seen = 0; seen < arcs; seen += 1) {
      if (arc >= arcs) arc = 0;
      const reduced = state[arc]! * (cost[arc]! + potential[tail[arc]!]! - potential[head[arc]!]!);
      if (reduced < bestCost) {
        bestCost = reduced;
        best = arc;
      }
      arc += 1;
      inBlock -= 1;
      if (inBlock === 0) {
        if (best >= 0) break;
        inBlock = block;
      }
    }
    this.next = arc;
    return best;
  }

  /** Sends what fits around the cycle that the arc closes, and lets the arc that stops it leave the tree. */
  private pivot(arc: number): void {
    const { tree, flow, capacity } = this;
    const forth = this.state[arc] === LOWER;
    const first = forth ? this.tail[arc]! : this.head[arc]!;
    const second = forth ? this.head[arc]! : this.tail[arc]!;
    const join = tree.join(first, second);
    let delta = capacity[arc]!;
    let out = -1;
    let outOnFirst = false;
    for (let node = first; node !== join; node = tree.parent[node]!) {
      const above = tree.arc[node]!;
      const room = tree.upward[node] ? flow[above]! : capacity[above]! - flow[above]!;
      if (room < delta) {
        delta = room;
        out = node;
        outOnFirst = true;
      }
    }
    for (let node = second; node !== join; node = tree.parent[node]!) {
      const above = tree.arc[node]!;
      const room = tree.upward[node] ? capacity[above]! - flow[above]! : flow[above]!;
      if (room <= delta) {
        delta = room;
        out = node;
        outOnFirst = false;
      }
    }
    if (delta > 0) this.send(arc, forth ? delta : -delta, delta, first, second, join);
    if (out < 0) {
      this.state[arc] = forth ? UPPER : LOWER;
      return;
    }
    const leaving = tree.arc[out]!;
    this.state[arc] = TREE;
    this.state[leaving] = flow[leaving] === 0 ? LOWER : UPPER;
    const [inside, outside] = outOnFirst ? [first, second] : [second, first];
    const upward = this.tail[arc] === inside;
    const cost = this.cost[arc]!;
    const potential = tree.potential[outside]! + (upward ? -cost : cost);
    tree.rehang(out, inside, outside, arc, upward, potential);
  }

  private send(
    arc: number,
    along: number,
    delta: number,
    first: number,
    second: number,
    join: number,
  ): void {
    const { tree, flow } = this;
    flow[arc]! += along;
    for (let node = first; node !== join; node = tree.parent[node]!) {
      flow[tree.arc[node]!]! += tree.upward[node] ? -delta : delta;
    }
    for (let node = second; node !== join; node = tree.parent[node]!) {
      flow[tree.arc[node]!]! += tree.upward[node] ? delta : -delta;
    }
  }

  private grow(): void {
    const size = Math.max(64, Math.ceil(this.tail.length * 1.5));
    this.tail = copyOf(this.tail, new Int32Array(size));
    this.head = copyOf(this.head, new Int32Array(size));
    this.cost = copyOf(this.cost, new Float64Array(size));
    this.capacity = copyOf(this.capacity, new Float64Array(size));
    this.flow = copyOf(this.flow, new Float64Array(size));
    this.state = copyOf(this.state, new Int8Array(size));
  }
}

function copyOf<A extends Int32Array | Float64Array | Int8Array>(from: A, to: A): A {
  to.set(from);
  return to;
}
