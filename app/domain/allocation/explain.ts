import { moreIf, PAIRS_TO_SOLVE } from './more-if';
import { reason, type PlanReason } from './plan-reason';
import type { PlanNeed, PlanProblem, PlanSolution } from './problem';
import { sceneOf } from './scene';
import { whyNotMore } from './why-not-more';

/**
 * Why each need is given what it is: what it has, why not more, and what would make more possible. `pairs` bounds the work of
 * solving again what a relaxed rule would bring (`moreIf`).
 */
export function explainPlan(
  problem: PlanProblem,
  solution: PlanSolution,
  pairs = PAIRS_TO_SOLVE,
): { needId: string; reasons: PlanReason[] }[] {
  const scene = sceneOf(problem, solution);
  const more = moreIf(scene, pairs);
  const whyNot = whyNotMore(scene);
  return problem.needs.map((need, needAt) => {
    const outcome = scene.outcomeOf(need.id);
    const given = outcome?.given ?? 0;
    const reasons = [whatItHas(need, given)];
    const floor = outcome?.floor ?? 0;
    if (given < floor) reasons.push(reason('floor_missed', { quantity: floor - given }));
    else if (floor > 0 && given === floor) {
      const levelPercent = Math.round((outcome?.level ?? 0) * 100);
      reasons.push(reason('floor_given', { quantity: floor, levelPercent }));
    }
    if (given < need.quantity) {
      reasons.push(...whyNot(needAt, need, given), ...(more[needAt] ?? []));
    }
    return { needId: need.id, reasons };
  });
}

function whatItHas({ quantity }: PlanNeed, given: number): PlanReason {
  if (given === 0) return reason('nothing_given', { wanted: quantity });
  if (given < quantity) return reason('partly_met', { given, wanted: quantity });
  return reason('met', { given });
}
