import { planFigures } from '~/domain/allocation/figures';
import type { PlanChoices } from '~/domain/allocation-plan';
import { dayInShanghai } from '~/domain/calendar';
import { contains } from '~/domain/division';
import type { PlanLineShown, PlanSolutionShown } from '~db/queries/allocation-plans.server';

/**
 * A solution as one division below the drafting bureau's may see it: its own needs, with figures of them alone; undefined
 * where the plan holds none of them.
 */
export function shareOfSolution(
  solution: PlanSolutionShown,
  lines: readonly PlanLineShown[],
  { choices }: { choices: PlanChoices },
  prefix: string,
): PlanSolutionShown | undefined {
  const { supplies } = solution;
  // The least served need may be another county's.
  const { leastNeed: _, ...answer } = solution.answer;
  const needs = solution.needs.filter((need) => contains(prefix, need.use.divisionCode));
  if (needs.length === 0) return undefined;
  const own = new Set(needs.map((need) => need.id));
  const ofOwn = <T extends { needId: string }>(list: readonly T[]) =>
    list.filter(({ needId }) => own.has(needId));
  const today = dayInShanghai(new Date(solution.takenAt));
  const problem = { supplies, needs, rules: { ...choices, today, pinned: [], forbidden: [] } };
  const given = lines.map(({ requestLineId: needId, ...line }) => ({ needId, ...line }));
  return {
    ...solution,
    needs,
    answer: {
      ...answer,
      figures: planFigures(problem, ofOwn(given)),
      needs: ofOwn(answer.needs),
      reasons: ofOwn(answer.reasons),
      lineReasons: ofOwn(answer.lineReasons),
      leftOut: ofOwn(answer.leftOut ?? []),
    },
  };
}
