import { costUnits, Master, type CostUnits } from './master';
import type { Part } from './part';
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
const FEW = 16;

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
  const all = part.cost.length <= SMALL || part.needs.length < FEW;
  if (all || options.nearest >= part.supplies.length) {
    master.addNearest(part.supplies.length);
  } else {
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
    most: Float64Array.from(mine, (n) => part.most[n]!),
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
