import { arcJudge, type ArcJudge } from './arcs';
import type { ArcRefusal, PlanProblem, PlanSupply } from './problem';

/** A rule that somebody might relax: the donor, the bureau, or the centre that asked. */
export type Relaxable = Extract<
  ArcRefusal,
  | 'wrong_size'
  | 'restricted_division'
  | 'restricted_group'
  | 'restricted_purpose'
  | 'too_little_life'
  | 'closed_road'
  | 'forbidden_pair'
>;

const relaxations: Record<Relaxable, (problem: PlanProblem) => PlanProblem> = {
  wrong_size: (problem) => ({
    ...problem,
    needs: problem.needs.map((need) => ({ ...need, largerSizeServes: true })),
  }),
  restricted_division: (problem) => without(problem, 'divisionCode'),
  restricted_group: (problem) => without(problem, 'group'),
  restricted_purpose: (problem) => without(problem, 'purpose'),
  too_little_life: (problem) => ({ ...problem, rules: { ...problem.rules, minLifeDays: 0 } }),
  closed_road: (problem) => ({ ...problem, rules: { ...problem.rules, closedRoads: [] } }),
  forbidden_pair: (problem) => ({ ...problem, rules: { ...problem.rules, forbidden: [] } }),
};

function without(problem: PlanProblem, what: keyof PlanSupply['restriction']): PlanProblem {
  const supplies = problem.supplies.map((supply) => ({
    ...supply,
    restriction: { ...supply.restriction, [what]: undefined },
  }));
  return { ...problem, supplies };
}

export function isRelaxable(rule: ArcRefusal): rule is Relaxable {
  return Object.hasOwn(relaxations, rule);
}

/** Asks about pairs as if one rule were relaxed and all others held; undefined for a rule that nobody may relax. */
export function relaxedJudges(problem: PlanProblem): (rule: ArcRefusal) => ArcJudge | undefined {
  const known = new Map<ArcRefusal, ArcJudge>();
  return (rule) => {
    if (!isRelaxable(rule)) return undefined;
    const judge = known.get(rule) ?? arcJudge(relaxations[rule](problem));
    known.set(rule, judge);
    return judge;
  };
}

/** One rule relaxed for one need alone; it holds for all others. */
export function relaxedFor(needAt: number, judge: ArcJudge, relaxed: ArcJudge): ArcJudge {
  const by = (at: number) => (at === needAt ? relaxed : judge);
  return {
    refusal: (at, supplyAt) => by(at).refusal(at, supplyAt),
    km: (at, supplyAt) => judge.km(at, supplyAt),
    isLarger: (at, supplyAt) => by(at).isLarger(at, supplyAt),
  };
}
