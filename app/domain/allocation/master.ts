import type { Flow, Wants } from './flow';
import type { Part } from './part';
import { NetworkSimplex } from './simplex';
import type { WorthStep } from './worth';

/** What a floor's unit is worth beyond its value: more than any way round it, and still a whole number that a double holds. */
const FLOOR_BONUS = 2 ** 51;
const FINEST = 2 ** 40;
/** Arcs that may join a need in one round. */
const ARCS_A_ROUND = 4;

export interface CostUnits {
  /** Whole cost units of one value; each `fine` of them, so that what expires first breaks ties and nothing else. */
  scale: number;
  fine: number;
}
export function costUnits(part: Part, wants: Wants): CostUnits {
  const fine = 2 ** Math.max(4, Math.ceil(Math.log2(2 * part.supplies.length)));
  return { fine, scale: FINEST / fine / (greatest(part, wants) || 1) };
}

/** One part's flow over the arcs that are known so far, of which more join as their prices say. */
export class Master {
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
