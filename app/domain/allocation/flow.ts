import type { Part } from './part';
import { NetworkSimplex } from './simplex';
import type { WorthStep } from './worth';

/** What a part's needs would have: by need, the steps of falling worth, of which the first `floor` units come before all else. */
export interface Wants {
  steps: readonly (readonly WorthStep[])[];
  /** Flow units. */
  floor: Float64Array;
}

export interface Flow {
  /** Flow units, by the part's arcs. */
  amount: Float64Array;
  /** Value of one more flow unit, at the supply and at the need. */
  supplyPrice: Float64Array;
  needPrice: Float64Array;
}

export interface FlowOptions {
  /** Arcs that each need starts with; the others join as they pay. */
  nearest: number;
  cancelled: () => boolean;
}

/** Parts of fewer arcs are solved with all of them at once. */
const SMALL = 20_000;
/** Arcs that may join a need in one round. */
const ARCS_A_ROUND = 4;
/** What a floor's unit is worth beyond its value: more than any way round it, and still a whole number that a double holds. */
const FLOOR_BONUS = 2 ** 51;
const FINEST = 2 ** 40;

/**
 * The flow of greatest value: floors first, then worth less cost, then what expires first. Arcs are priced out: the simplex
 * knows each need's cheapest ones, then those that its prices say would pay, until none does, which proves the optimum over
 * all of them (column generation). Undefined when cancelled.
 */
export function bestFlow(part: Part, wants: Wants, options: FlowOptions): Flow | undefined {
  return solved(part, wants, costUnits(part, wants), options)?.flow();
}

function solved(
  part: Part,
  wants: Wants,
  units: CostUnits,
  options: FlowOptions,
): Master | undefined {
  const master = new Master(part, wants, units);
  if (part.cost.length <= SMALL || part.needs.length < 16) master.addNearest(part.supplies.length);
  else {
    const [fewer, theirs] = everyFourth(part, wants);
    const guess = solved(fewer, theirs, units, options);
    if (!guess) return undefined;
    master.addNearest(options.nearest, guess.simplex.tree.potential);
  }
  do {
    if (!master.simplex.solve(options.cancelled)) return undefined;
  } while (master.addPaying());
  return master;
}

/**
 * A quarter of the needs before a quarter of the stock: solved in a fraction of the time, its prices are close to those of the whole, and
 * say which arcs the whole will want.
 */
function everyFourth(part: Part, wants: Wants): [Part, Wants] {
  const mine = part.needs.flatMap((_, n) => (n % 4 === 0 ? [n] : []));
  const start = new Int32Array(mine.length + 1);
  for (const [at, n] of mine.entries())
    start[at + 1] = start[at]! + part.start[n + 1]! - part.start[n]!;
  const supply = new Int32Array(start[mine.length]!);
  const cost = new Float64Array(start[mine.length]!);
  for (const [at, n] of mine.entries()) {
    supply.set(part.supply.subarray(part.start[n], part.start[n + 1]), start[at]);
    cost.set(part.cost.subarray(part.start[n], part.start[n + 1]), start[at]);
  }
  const fewer: Part = {
    ...part,
    needs: mine.map((n) => part.needs[n]!),
    stock: part.stock.map((units) => Math.ceil(units / 4)),
    room: Float64Array.from(mine, (n) => part.room[n]!),
    start,
    supply,
    cost,
  };
  return [
    fewer,
    {
      steps: mine.map((n) => wants.steps[n]!),
      floor: Float64Array.from(mine, (n) => wants.floor[n]!),
    },
  ];
}

interface CostUnits {
  /** Whole cost units of one value; each `fine` of them, so that what expires first breaks ties and nothing else. */
  scale: number;
  fine: number;
}
function costUnits(part: Part, wants: Wants): CostUnits {
  const fine = 2 ** Math.max(4, Math.ceil(Math.log2(2 * part.supplies.length)));
  return { fine, scale: FINEST / fine / (greatest(part, wants) || 1) };
}

class Master {
  readonly simplex: NetworkSimplex;
  /** The part's arc by the simplex's arc, from `firstArc` on. */
  private readonly arcs: number[] = [];
  private readonly firstArc: number;
  private readonly known: Uint8Array;

  constructor(
    private readonly part: Part,
    wants: Wants,
    private readonly units: CostUnits,
  ) {
    const { supplies, needs, stock } = part;
    this.known = new Uint8Array(part.cost.length);
    this.simplex = new NetworkSimplex(
      1 + supplies.length + needs.length,
      supplies.length + needs.length * 12,
    );
    for (let s = 0; s < supplies.length; s += 1) {
      this.simplex.addRootArc(1 + s, 0, Infinity, stock[s]!);
    }
    for (let n = 0; n < needs.length; n += 1) {
      this.addNeed(this.node(n), wants.steps[n]!, wants.floor[n]!);
    }
    this.firstArc = this.simplex.arcs;
  }

  private node(need: number): number {
    return 1 + this.part.supplies.length + need;
  }

  private addNeed(node: number, steps: readonly WorthStep[], floor: number): void {
    let first = true;
    let sure = floor;
    const add = (cost: number, count: number) => {
      if (first) this.simplex.addRootArc(node, cost, count, 0);
      else this.simplex.addArc(node, 0, cost, count);
      first = false;
    };
    for (const { count, worth } of steps) {
      const cost = -Math.round(worth * this.units.scale) * this.units.fine;
      const within = Math.min(sure, count);
      if (within > 0) add(cost - FLOOR_BONUS, within);
      if (count > within) add(cost, count - within);
      sure -= within;
    }
    // A need without room hangs on the root alone, and is given no arcs.
    if (first) this.simplex.addRootArc(node, 0, 0, 0);
  }

  private cost(arc: number): number {
    return (
      Math.round(this.part.cost[arc]! * this.units.scale) * this.units.fine + this.part.supply[arc]!
    );
  }

  private add(need: number, arc: number): void {
    this.known[arc] = 1;
    this.arcs.push(arc);
    const supply = this.part.supply[arc]!;
    this.simplex.addArc(1 + supply, this.node(need), this.cost(arc), Infinity);
  }

  /** Of each need the arcs that are cheapest, with the goods' price where one is known. */
  addNearest(count: number, prices?: Float64Array): void {
    const { supply } = this.part;
    this.addBest(count, Infinity, (_, arc) => {
      return this.cost(arc) + (prices ? prices[1 + supply[arc]!]! : 0);
    });
  }

  /** Adds the arcs of each need that pay most; false where no arc pays, so that the flow is the best of all. */
  addPaying(): boolean {
    if (this.arcs.length === this.part.cost.length) return false;
    const { potential } = this.simplex.tree;
    return this.addBest(ARCS_A_ROUND, 0, (need, arc) => {
      return this.cost(arc) + potential[1 + this.part.supply[arc]!]! - potential[this.node(need)]!;
    });
  }

  /** Of each need's unknown arcs the `count` least that are below `limit`. */
  private addBest(
    count: number,
    limit: number,
    costOf: (need: number, arc: number) => number,
  ): boolean {
    const { start, room } = this.part;
    const before = this.arcs.length;
    for (let need = 0; need < room.length; need += 1) {
      if (room[need] === 0) continue;
      const best: number[] = [];
      const costs: number[] = [];
      for (let arc = start[need]!; arc < start[need + 1]!; arc += 1) {
        if (this.known[arc]) continue;
        const cost = costOf(need, arc);
        if (cost >= limit || (best.length === count && cost >= costs[count - 1]!)) continue;
        let at = best.length === count ? count - 1 : best.length;
        for (; at > 0 && costs[at - 1]! > cost; at -= 1) {
          costs[at] = costs[at - 1]!;
          best[at] = best[at - 1]!;
        }
        costs[at] = cost;
        best[at] = arc;
      }
      for (const arc of best) this.add(need, arc);
    }
    return this.arcs.length > before;
  }

  flow(): Flow {
    const { part, simplex } = this;
    const amount = new Float64Array(part.cost.length);
    for (const [at, arc] of this.arcs.entries()) amount[arc] = simplex.flow[this.firstArc + at]!;
    const price = (node: number) => {
      const whole = simplex.tree.potential[node]!;
      // A floor's bonus in a price says that floors compete for the goods; their value is what is left.
      const value = whole - Math.round(whole / FLOOR_BONUS) * FLOOR_BONUS;
      return value / this.units.fine / this.units.scale;
    };
    return {
      amount,
      supplyPrice: Float64Array.from(part.supplies, (_, s) => Math.max(0, price(1 + s))),
      needPrice: Float64Array.from(part.needs, (_, n) => price(this.node(n))),
    };
  }
}

function greatest(part: Part, wants: Wants): number {
  const worth = wants.steps.reduce((most, steps) => Math.max(most, steps[0]?.worth ?? 0), 0);
  return part.cost.reduce((most, cost) => Math.max(most, cost), worth);
}

/** What a flow is worth, without the floors' bonus. */
export function flowValue(part: Part, wants: Wants, flow: Pick<Flow, 'amount'>): number {
  let value = 0;
  for (const [n, steps] of wants.steps.entries()) {
    let left = 0;
    for (let arc = part.start[n] ?? 0; arc < part.start[n + 1]!; arc += 1) {
      const amount = flow.amount[arc] ?? 0;
      left += amount;
      value -= amount * part.cost[arc]!;
    }
    for (const { count, worth } of steps) {
      value += Math.min(left, count) * worth;
      left -= Math.min(left, count);
    }
  }
  return value;
}
