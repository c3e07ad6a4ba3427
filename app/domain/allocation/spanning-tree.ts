const NONE = -1;

/**
 * The tree of a network simplex: of every node its parent, the arc between them and its price. Children are linked
 * lists, so that a branch is moved without touching the rest.
 */
export class SpanningTree {
  readonly parent: Int32Array;
  /** The arc to the parent. */
  readonly arc: Int32Array;
  /** 1 where that arc runs from the node to its parent. */
  readonly upward: Uint8Array;
  readonly potential: Float64Array;
  private readonly depth: Int32Array;
  private readonly firstChild: Int32Array;
  private readonly after: Int32Array;
  private readonly before: Int32Array;

  constructor(nodes: number) {
    const list = () => new Int32Array(nodes).fill(NONE);
    this.parent = list();
    this.arc = list();
    this.upward = new Uint8Array(nodes);
    this.potential = new Float64Array(nodes);
    this.depth = new Int32Array(nodes);
    this.firstChild = list();
    this.after = list();
    this.before = list();
  }

  /** Hangs a node without children below another. */
  hang(node: number, parent: number, arc: number, upward: boolean, potential: number): void {
    this.link(node, parent, arc, upward ? 1 : 0);
    this.depth[node] = this.depth[parent]! + 1;
    this.potential[node] = potential + this.potential[parent]!;
  }

  /** The first node above both. */
  join(a: number, b: number): number {
    const { parent, depth } = this;
    let one = a;
    let other = b;
    while (one !== other) {
      if (depth[one]! >= depth[other]!) one = parent[one]!;
      else other = parent[other]!;
    }
    return one;
  }

  /** Cuts the branch at `cut` off, turns it so that `inside` is its top, and hangs that below `outside`. */
  rehang(
    cut: number,
    inside: number,
    outside: number,
    arc: number,
    upward: boolean,
    potential: number,
  ): void {
    const change = potential - this.potential[inside]!;
    let node = inside;
    let parent = outside;
    let by = arc;
    let up = upward ? 1 : 0;
    for (;;) {
      const oldParent = this.parent[node]!;
      const oldArc = this.arc[node]!;
      const oldUp = this.upward[node]!;
      this.unlink(node);
      this.link(node, parent, by, up);
      if (node === cut) break;
      parent = node;
      node = oldParent;
      by = oldArc;
      up = 1 - oldUp;
    }
    this.depth[inside] = this.depth[outside]! + 1;
    this.potential[inside] = potential;
    this.shift(inside, change);
  }

  /** Brings depth and price of all below a node in line with it. */
  private shift(top: number, change: number): void {
    const { firstChild, after, parent, depth, potential } = this;
    let node = firstChild[top]!;
    while (node !== NONE) {
      depth[node] = depth[parent[node]!]! + 1;
      potential[node]! += change;
      let next = firstChild[node]!;
      for (let back = node; next === NONE;) {
        next = after[back]!;
        if (next !== NONE) break;
        back = parent[back]!;
        if (back === top) return;
      }
      node = next;
    }
  }

  private link(node: number, parent: number, arc: number, upward: number): void {
    const sibling = this.firstChild[parent]!;
    this.parent[node] = parent;
    this.arc[node] = arc;
    this.upward[node] = upward;
    this.before[node] = NONE;
    this.after[node] = sibling;
    if (sibling !== NONE) this.before[sibling] = node;
    this.firstChild[parent] = node;
  }

  private unlink(node: number): void {
    const before = this.before[node]!;
    const after = this.after[node]!;
    if (before === NONE) this.firstChild[this.parent[node]!] = after;
    else this.after[before] = after;
    if (after !== NONE) this.before[after] = before;
  }
}
