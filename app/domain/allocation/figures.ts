import { countyCode } from '../division';
import type { ProgrammeGroup } from '../organisation';
import type { FairnessFigures, FillFigure, LeastServed, PlanFigures } from './plan-figures';
import type { PlanLine, PlanNeed, PlanProblem, PlanSolution } from './problem';
import { fillValue, fullUnitWorth, unitCost, wholeNeed } from './worth';

/** A need with the shares of its whole that it has before the plan and with it. */
interface Filled {
  need: PlanNeed;
  before: number;
  after: number;
}

type LineFacts = Pick<PlanLine, 'needId' | 'supplyId' | 'quantity' | 'km' | 'larger'>;

/** What a plan comes to, however it was made: by the solver, by hand or changed since. */
export function planFigures(problem: PlanProblem, lines: readonly LineFacts[]): PlanFigures {
  const given = new Map<string, number>();
  for (const { needId, quantity } of lines) {
    given.set(needId, (given.get(needId) ?? 0) + quantity);
  }
  const fills = problem.needs.map((need): Filled => {
    const whole = wholeNeed(need);
    const after = (need.receivedBefore + (given.get(need.id) ?? 0)) / whole;
    return { need, before: need.receivedBefore / whole, after };
  });
  const { cost, tonneKm, trips } = wayFigures(problem, lines);
  return {
    value: filledValue(problem, fills) - cost,
    tonneKm,
    trips,
    before: fairness(fills, (one) => one.before),
    after: fairness(fills, (one) => one.after),
    byCounty: fillBy(fills, ({ use }) => countyCode(use.divisionCode)),
    byGroup: fillBy<ProgrammeGroup>(fills, ({ use }) => use.group),
    byCentre: fillBy(fills, ({ placeId }) => placeId),
  };
}

/** Fills that differ by less are the same to a reader. */
const SAME_FILL = 1e-9;

/** The need with the least fill under the plan, among those that any goods may serve: the first of those that share it. */
export function leastServed(
  { needs }: Pick<PlanProblem, 'needs'>,
  solution: Pick<PlanSolution, 'needs' | 'parts'>,
): LeastServed {
  const served = new Set(solution.parts.flatMap((part) => part.needs.map((one) => one.needId)));
  const given = new Map(solution.needs.map((one) => [one.needId, one.given]));
  const fills = needs
    .filter((need) => served.has(need.id))
    .map((need) => ({
      needId: need.id,
      share: (need.receivedBefore + (given.get(need.id) ?? 0)) / wholeNeed(need),
    }));
  const share = fills.reduce((least, one) => Math.min(least, one.share), 1);
  const [first, ...others] = fills.filter((one) => one.share <= share + SAME_FILL);
  return { share, ...(first && { needId: first.needId, others: others.length }) };
}

function filledValue({ rules }: PlanProblem, fills: readonly Filled[]): number {
  return fills.reduce((sum, { need, after }) => {
    const filled = after * wholeNeed(need);
    return sum + fillValue(need, rules, filled) - fillValue(need, rules, need.receivedBefore);
  }, 0);
}

function wayFigures({ supplies, needs, rules }: PlanProblem, lines: readonly LineFacts[]) {
  const supplyOf = new Map(supplies.map((supply) => [supply.id, supply]));
  const needOf = new Map(needs.map((need) => [need.id, need]));
  const roads = new Set<string>();
  let [cost, tonneKm] = [0, 0];
  for (const line of lines) {
    const [supply, need] = [supplyOf.get(line.supplyId), needOf.get(line.needId)];
    if (!supply || !need) throw new Error('a plan line of goods or a need that are not there');
    const km = line.km ?? rules.unknownKm;
    const unitWorth = fullUnitWorth(need, rules);
    cost += line.quantity * unitCost(supply, rules, { km, larger: line.larger, unitWorth });
    tonneKm += (line.quantity * supply.unitWeightMg * km) / 1e9;
    roads.add(`${supply.placeId} ${need.placeId}`);
  }
  return { cost, tonneKm, trips: roads.size };
}

function fairness(fills: readonly Filled[], fillOf: (one: Filled) => number): FairnessFigures {
  const items = new Map<string, { has: number; whole: number }>();
  for (const one of fills) {
    const whole = wholeNeed(one.need);
    const item = items.get(one.need.itemId) ?? { has: 0, whole: 0 };
    items.set(one.need.itemId, { has: item.has + fillOf(one) * whole, whole: item.whole + whole });
  }
  const deviations = fills.map((one) => {
    const { has, whole } = items.get(one.need.itemId) ?? { has: 0, whole: 1 };
    return Math.abs(fillOf(one) - has / whole);
  });
  const zero = fills.filter((one) => fillOf(one) === 0).length;
  return {
    gini: gini(fills.map((one) => ({ share: fillOf(one), weight: one.need.headCount }))),
    maxDeviation: deviations.reduce((most, one) => Math.max(most, one), 0),
    zeroFill: fills.length === 0 ? 0 : zero / fills.length,
  };
}

/** 0: all have the same share; towards 1: one has all. Weights are persons. */
export function gini(list: readonly { share: number; weight: number }[]): number {
  const sorted = [...list].sort((a, b) => a.share - b.share);
  let [weight, held, area] = [0, 0, 0];
  for (const one of sorted) {
    const before = held;
    weight += one.weight;
    held += one.share * one.weight;
    area += ((before + held) / 2) * one.weight;
  }
  return weight === 0 || held === 0 ? 0 : Math.max(0, 1 - (2 * area) / (weight * held));
}

function fillBy<K extends string>(
  fills: readonly Filled[],
  keyOf: (need: PlanNeed) => K,
): (FillFigure & { key: K })[] {
  const rows = new Map<K, FillFigure & { key: K }>();
  for (const { need, before, after } of fills) {
    const key = keyOf(need);
    const row = rows.get(key) ?? { key, needs: 0, persons: 0, before: 0, after: 0, zero: 0 };
    row.needs += 1;
    row.persons += need.headCount;
    row.before += before * need.headCount;
    row.after += after * need.headCount;
    row.zero += after === 0 ? 1 : 0;
    rows.set(key, row);
  }
  return [...rows.values()]
    .map((row) => ({
      ...row,
      before: row.persons === 0 ? 0 : row.before / row.persons,
      after: row.persons === 0 ? 0 : row.after / row.persons,
    }))
    .sort((a, b) => (a.key < b.key ? -1 : 1));
}
