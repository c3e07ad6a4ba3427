import { bestFlow, flowValue, type Flow, type Wants } from './flow';
import { mendFloors } from './mend-floors';
import type { Part } from './part';
import type { WorthStep } from './worth';

/** Rounds over the pack sizes after which no more is gained worth waiting for. */
const SWEEPS = 8;

/**
 * Packs of several sizes have no exact network: the best flow in the smallest unit is rounded down to whole packs, then one pack
 * size after the other is solved exactly while the others stand still, until nothing is gained; floors that are then still missed
 * are mended pack by pack. The loss is measured against an exact solver (docs/decisions, allocation). Undefined when cancelled.
 */
export function toWholePacks(
  part: Part,
  wants: Wants,
  relaxed: Flow,
  cancelled: () => boolean,
): Flow | undefined {
  const packs = Float64Array.from(part.packs, (pack) => pack / part.unit);
  const amount = relaxed.amount.map((units, arc) => {
    const pack = packs[part.supply[arc]!]!;
    return Math.floor(units / pack + 1e-9) * pack;
  });
  const sizes = [...new Set(packs)].sort((a, b) => b - a);
  let best = worthOf(part, wants, amount);
  for (let sweep = 0; sweep < SWEEPS; sweep += 1) {
    for (const pack of sizes) {
      if (!solveSize(part, wants, { packs, pack, amount }, cancelled)) return undefined;
    }
    const now = worthOf(part, wants, amount);
    if (!isMore(now, best)) break;
    best = now;
  }
  mendFloors(part, wants, packs, amount);
  return { ...relaxed, amount };
}

/** Floors first, then value. */
function worthOf(
  part: Part,
  wants: Wants,
  amount: Float64Array,
): { floors: number; value: number } {
  const given = givenTo(part, amount);
  const floors = given.reduce((sum, units, n) => sum + Math.min(units, wants.floor[n]!), 0);
  return { floors, value: flowValue(part, wants, { amount }) };
}
function isMore(a: ReturnType<typeof worthOf>, b: ReturnType<typeof worthOf>): boolean {
  return a.floors > b.floors || (a.floors === b.floors && a.value > b.value * (1 + 1e-9) + 1e-12);
}

function givenTo(part: Part, amount: Float64Array): Float64Array {
  return Float64Array.from(part.needs, (_, n) => {
    let sum = 0;
    for (let arc = part.start[n]!; arc < part.start[n + 1]!; arc += 1) sum += amount[arc]!;
    return sum;
  });
}

interface Sizing {
  packs: Float64Array;
  pack: number;
  /** Changed in place. */
  amount: Float64Array;
}

function solveSize(part: Part, wants: Wants, sizing: Sizing, cancelled: () => boolean): boolean {
  const { packs, pack, amount } = sizing;
  const arcs: number[] = [];
  const start = new Int32Array(part.needs.length + 1);
  for (let n = 0; n < part.needs.length; n += 1) {
    for (let arc = part.start[n]!; arc < part.start[n + 1]!; arc += 1) {
      if (packs[part.supply[arc]!] !== pack) continue;
      amount[arc] = 0;
      arcs.push(arc);
    }
    start[n + 1] = arcs.length;
  }
  const given = givenTo(part, amount);
  const room = part.room.map((units, n) => Math.floor((units - given[n]!) / pack));
  const one: Part = {
    ...part,
    stock: part.stock.map((units, s) => (packs[s] === pack ? units / pack : 0)),
    room,
    start,
    supply: Int32Array.from(arcs, (arc) => part.supply[arc]!),
    cost: Float64Array.from(arcs, (arc) => part.cost[arc]! * pack),
  };
  const flow = bestFlow(
    one,
    {
      steps: wants.steps.map((steps, n) => packSteps(steps, given[n]!, room[n]!, pack)),
      floor: room.map((most, n) =>
        Math.min(most, Math.max(0, Math.ceil((wants.floor[n]! - given[n]!) / pack))),
      ),
    },
    { nearest: part.supplies.length, cancelled },
  );
  for (const [at, arc] of arcs.entries()) amount[arc] = (flow?.amount[at] ?? 0) * pack;
  return flow !== undefined;
}

/** Steps of packs from steps of units, of which `skip` are had already; a pack over two steps is a step of its own. */
export function packSteps(
  steps: readonly WorthStep[],
  skip: number,
  count: number,
  pack: number,
): WorthStep[] {
  const result: WorthStep[] = [];
  let [passed, begun, worthOfBegun, left] = [skip, 0, 0, count];
  for (const step of steps) {
    let units = Math.max(0, step.count - passed);
    passed = Math.max(0, passed - step.count);
    if (begun > 0 && units > 0 && left > 0) {
      const more = Math.min(units, pack - begun);
      begun += more;
      worthOfBegun += more * step.worth;
      units -= more;
      if (begun === pack) {
        result.push({ count: 1, worth: worthOfBegun });
        left -= 1;
        begun = 0;
        worthOfBegun = 0;
      }
    }
    const whole = Math.min(left, Math.floor(units / pack));
    if (whole > 0) result.push({ count: whole, worth: step.worth * pack });
    left -= whole;
    units -= whole * pack;
    if (left > 0 && units > 0 && begun === 0) {
      begun = units;
      worthOfBegun = units * step.worth;
    }
  }
  return result;
}
