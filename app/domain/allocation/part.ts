import { fefoOrder, wholeOf } from '../fefo';
import type { ArcJudge } from './arcs';
import type { PlanNeed, PlanProblem, PlanSupply } from './problem';
import { fullUnitWorth, unitCost } from './worth';

/** What pins leave of the supplies and needs, by their place in the problem; smallest units. */
export interface Remains {
  stock: Float64Array;
  open: Float64Array;
  /** Received before, with what is pinned. */
  received: Float64Array;
}

/**
 * One connected part of one item's problem as numbers. `unit` smallest units are one unit of flow: the pack where there is one
 * pack size, else what divides them all.
 */
export interface Part {
  itemId: string;
  /** By place in the problem; supplies in FEFO order, lots before pledges. */
  supplies: number[];
  needs: number[];
  unit: number;
  /** Smallest units that stay together, by supply; all the same unless `mixed`. */
  packs: Float64Array;
  mixed: boolean;
  /** Flow units. */
  stock: Float64Array;
  room: Float64Array;
  /** What a need might have if all of its centre's room were its own: `room` is its share. */
  most: Float64Array;
  /** Arcs of need n: `start[n]` up to `start[n + 1]`. */
  start: Int32Array;
  /** The supply, by its place in `supplies`. */
  supply: Int32Array;
  /** Value that a flow unit loses on the way. */
  cost: Float64Array;
}

export function remains({ supplies, needs, rules }: PlanProblem): Remains {
  const stock = Float64Array.from(supplies, (supply) => supply.quantity);
  const open = Float64Array.from(needs, (need) => need.quantity);
  const received = Float64Array.from(needs, (need) => need.receivedBefore);
  if (rules.pinned.length === 0) return { stock, open, received };
  const supplyAt = new Map(supplies.map((supply, at) => [supply.id, at]));
  const needAt = new Map(needs.map((need, at) => [need.id, at]));
  for (const { needId, supplyId, quantity } of rules.pinned) {
    const [need, supply] = [needAt.get(needId) ?? -1, supplyAt.get(supplyId) ?? -1];
    stock[supply]! -= quantity;
    open[need]! -= quantity;
    received[need]! += quantity;
  }
  return { stock, open, received };
}

/** The problem as parts that do not touch each other; needs that no goods may serve are in none. */
export function partsOf(problem: PlanProblem, judge: ArcJudge, left: Remains): Part[] {
  const suppliesByItem = byItem(problem.supplies, (at) => left.stock[at]! > 0);
  const needsByItem = byItem(problem.needs, (at) => left.open[at]! > 0);
  const parts: Part[] = [];
  for (const [itemId, needs] of needsByItem) {
    const supplies = suppliesByItem.get(itemId) ?? [];
    supplies.sort((a, b) => givenFirst(problem.supplies[a]!, problem.supplies[b]!));
    if (supplies.length > 0) {
      parts.push(...connected(arcsOfItem(problem, judge, { itemId, supplies, needs })));
    }
  }
  for (const part of parts) measure(part, problem, left);
  return parts;
}

function byItem(
  list: readonly (PlanSupply | PlanNeed)[],
  counts: (at: number) => boolean,
): Map<string, number[]> {
  const items = new Map<string, number[]>();
  for (const [at, { itemId }] of list.entries()) {
    if (!counts(at)) continue;
    const there = items.get(itemId);
    if (there) there.push(at);
    else items.set(itemId, [at]);
  }
  return items;
}

function givenFirst(a: PlanSupply, b: PlanSupply): number {
  return (
    Number(a.lotId === null) - Number(b.lotId === null) ||
    fefoOrder(asStock(a), asStock(b)) ||
    (a.id < b.id ? -1 : 1)
  );
}
const asStock = (supply: PlanSupply) => ({
  ...supply,
  lotId: supply.lotId ?? '',
  free: supply.quantity,
});

interface ItemArcs {
  itemId: string;
  supplies: number[];
  needs: number[];
  start: Int32Array;
  supply: Int32Array;
  cost: Float64Array;
}

function arcsOfItem(
  { supplies: allSupplies, needs: allNeeds, rules }: PlanProblem,
  judge: ArcJudge,
  { itemId, supplies, needs }: { itemId: string; supplies: number[]; needs: number[] },
): ItemArcs {
  const start = new Int32Array(needs.length + 1);
  let [supply, cost] = [new Int32Array(1024), new Float64Array(1024)];
  let arcs = 0;
  for (const [n, needAt] of needs.entries()) {
    const unitWorth = fullUnitWorth(allNeeds[needAt]!, rules);
    for (let s = 0; s < supplies.length; s += 1) {
      const supplyAt = supplies[s]!;
      if (judge.refusal(needAt, supplyAt)) continue;
      if (arcs === supply.length) {
        supply = grown(supply, new Int32Array(arcs * 2));
        cost = grown(cost, new Float64Array(arcs * 2));
      }
      supply[arcs] = s;
      const km = judge.km(needAt, supplyAt) ?? rules.unknownKm;
      const larger = judge.isLarger(needAt, supplyAt);
      cost[arcs] = unitCost(allSupplies[supplyAt]!, rules, { km, larger, unitWorth });
      arcs += 1;
    }
    start[n + 1] = arcs;
  }
  return { itemId, supplies, needs, start, supply, cost };
}

function grown<A extends Int32Array | Float64Array>(from: A, to: A): A {
  to.set(from);
  return to;
}

/** Splits one item's arcs where nothing connects them, in the order of their needs. */
function connected(whole: ItemArcs): Part[] {
  const { supplies, needs, start, supply, cost } = whole;
  const root = Int32Array.from(supplies, (_, at) => at);
  const find = (at: number): number => {
    let top = at;
    while (root[top] !== top) top = root[top] = root[root[top]!]!;
    return top;
  };
  for (let n = 0; n < needs.length; n += 1) {
    for (let arc = start[n]! + 1; arc < start[n + 1]!; arc += 1) {
      root[find(supply[arc]!)] = find(supply[start[n]!]!);
    }
  }
  const needsOf = new Map<number, number[]>();
  for (let n = 0; n < needs.length; n += 1) {
    if (start[n] === start[n + 1]) continue;
    const top = find(supply[start[n]!]!);
    const there = needsOf.get(top);
    if (there) there.push(n);
    else needsOf.set(top, [n]);
  }
  return [...needsOf].map(([top, mine]) => {
    const members = supplies.flatMap((_, s) => (find(s) === top ? [s] : []));
    const local = new Map(members.map((s, at) => [s, at]));
    const from = new Int32Array(mine.length + 1);
    for (const [at, n] of mine.entries()) from[at + 1] = from[at]! + start[n + 1]! - start[n]!;
    const part = emptyPart(whole.itemId, from[mine.length]!);
    part.supplies = members.map((s) => supplies[s]!);
    part.needs = mine.map((n) => needs[n]!);
    part.start = from;
    let arcs = 0;
    for (const n of mine) {
      for (let arc = start[n]!; arc < start[n + 1]!; arc += 1) {
        part.supply[arcs] = local.get(supply[arc]!)!;
        part.cost[arcs] = cost[arc]!;
        arcs += 1;
      }
    }
    return part;
  });
}

function emptyPart(itemId: string, arcs: number): Part {
  return {
    itemId,
    supplies: [],
    needs: [],
    unit: 1,
    packs: new Float64Array(0),
    mixed: false,
    stock: new Float64Array(0),
    room: new Float64Array(0),
    most: new Float64Array(0),
    start: new Int32Array(1),
    supply: new Int32Array(arcs),
    cost: new Float64Array(arcs),
  };
}

/** Chooses the unit and counts stock, room and costs in it. */
function measure(part: Part, { supplies }: PlanProblem, left: Remains): void {
  part.packs = Float64Array.from(part.supplies, (at) => packOf(supplies[at]!));
  part.unit = part.packs.reduce(commonDivisor, 0);
  part.mixed = part.packs.some((pack) => pack !== part.unit);
  part.stock = Float64Array.from(part.supplies, (at, s) => {
    const pack = part.packs[s]!;
    return Math.floor(left.stock[at]! / pack) * (pack / part.unit);
  });
  part.room = Float64Array.from(part.needs, (at) => Math.floor(left.open[at]! / part.unit));
  part.most = part.room.slice();
  for (let arc = 0; arc < part.cost.length; arc += 1) part.cost[arc]! *= part.unit;
}

/** Smallest units of it that stay together. */
export function packOf(supply: PlanSupply): number {
  return supply.keepWhole ? supply.quantity : wholeOf(supply);
}

function commonDivisor(a: number, b: number): number {
  return b === 0 ? a : commonDivisor(b, a % b);
}
