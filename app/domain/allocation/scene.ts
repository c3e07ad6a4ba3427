import { arcJudge, type ArcJudge } from './arcs';
import type {
  ArcRefusal,
  NeedOutcome,
  PlanLine,
  PlanNeed,
  PlanProblem,
  PlanSolution,
  PlanSupply,
  SupplyOutcome,
} from './problem';
import { fullUnitWorth, unitCost, wholeNeed } from './worth';

/** Goods as one need sees them. */
export interface Sight {
  supply: PlanSupply;
  supplyAt: number;
  /** Smallest units that the plan leaves. */
  left: number;
  km: number;
  /** Undefined where they may serve. */
  refusal: ArcRefusal | undefined;
  /** Value that a smallest unit would cost here: what it is worth elsewhere, and the way. */
  price: number;
}

/** A plan as it is looked at to explain it. */
export interface Scene {
  problem: PlanProblem;
  judge: ArcJudge;
  outcomeOf(needId: string): NeedOutcome | undefined;
  linesOfSupply(supplyId: string): readonly PlanLine[];
  linesOfNeed(needId: string): readonly PlanLine[];
  needOf(needId: string): PlanNeed | undefined;
  /** Share of the whole need that it has with the plan. */
  fillOf(need: PlanNeed): number;
  /** All goods of its item, the cheapest for it first. */
  sights(needAt: number): Sight[];
}

export function sceneOf(problem: PlanProblem, solution: PlanSolution): Scene {
  const judge = arcJudge({ ...problem, rules: { ...problem.rules, pinned: [] } });
  const outcomes = new Map(solution.needs.map((one) => [one.needId, one]));
  const supplyOutcomes = new Map(solution.supplies.map((one) => [one.supplyId, one]));
  const bySupply = grouped(solution.lines, (line) => line.supplyId);
  const byNeed = grouped(solution.lines, (line) => line.needId);
  const needs = new Map(problem.needs.map((need) => [need.id, need]));
  const places = problem.supplies.map((supply, at) => ({ supply, at }));
  const byItem = grouped(places, ({ supply }) => supply.itemId);
  return {
    problem,
    judge,
    outcomeOf: (needId) => outcomes.get(needId),
    linesOfSupply: (supplyId) => bySupply.get(supplyId) ?? [],
    linesOfNeed: (needId) => byNeed.get(needId) ?? [],
    needOf: (needId) => needs.get(needId),
    fillOf: (need) => (need.receivedBefore + (outcomes.get(need.id)?.given ?? 0)) / wholeNeed(need),
    sights: (needAt) => {
      const need = problem.needs[needAt];
      if (!need) return [];
      return (byItem.get(need.itemId) ?? [])
        .map(({ supply, at }) =>
          sightOf(problem, judge, { need, needAt, supply, supplyAt: at }, supplyOutcomes),
        )
        .sort((a, b) => a.price - b.price || a.km - b.km);
    },
  };
}

function sightOf(
  { rules }: PlanProblem,
  judge: ArcJudge,
  pair: { need: PlanNeed; needAt: number; supply: PlanSupply; supplyAt: number },
  outcomes: ReadonlyMap<string, SupplyOutcome>,
): Sight {
  const { need, needAt, supply, supplyAt } = pair;
  const km = judge.km(needAt, supplyAt) ?? rules.unknownKm;
  const larger = judge.isLarger(needAt, supplyAt);
  const outcome = outcomes.get(supply.id);
  const unitWorth = fullUnitWorth(need, rules);
  return {
    supply,
    supplyAt,
    left: supply.quantity - (outcome?.given ?? 0),
    km,
    refusal: judge.refusal(needAt, supplyAt),
    price: (outcome?.price ?? 0) + unitCost(supply, rules, { km, larger, unitWorth }),
  };
}

function grouped<T>(list: readonly T[], keyOf: (one: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const one of list) {
    const group = groups.get(keyOf(one));
    if (group) group.push(one);
    else groups.set(keyOf(one), [one]);
  }
  return groups;
}
