import { arcJudge, type ArcJudge } from './arcs';
import { mixedParcels } from './mixed-parcels';
import type { PlanProblem, PlanSolution } from './problem';
import { solveOnce, type Solving } from './solve-once';
import { solveWithParcels } from './whole-parcels';

/**
 * The plan of greatest value under the rules: exact where a part has one pack size, else rounded to whole packs and mended.
 * `progress` is told the share that is done; `cancelled` is asked now and then, and true ends the work with
 * `SolvingCancelled`. The problem must be sound: see `planFault`.
 *
 * `previous` is a former answer, as it was or read back from JSON; its parts of which nothing changed that they hang on are taken
 * over, whatever it was the answer to: the result is the same as without it, only sooner. What is changed by hand is given as
 * pins and forbidden pairs, not by changing its lines.
 */
export function solvePlan(
  problem: PlanProblem,
  progress?: (share: number) => void,
  cancelled: () => boolean = () => false,
  previous?: Pick<PlanSolution, 'parts'>,
): PlanSolution {
  return solveJudged(problem, arcJudge(problem), { progress, cancelled, previous });
}

/**
 * The same by another judge of the pairs: one that lets a single need have what a rule forbids. Parts do not know who judged
 * them, so `previous` must have been solved by the same judge.
 */
export function solveJudged(
  problem: PlanProblem,
  judge: ArcJudge,
  solving: Solving = { cancelled: () => false },
): PlanSolution {
  const parcels = mixedParcels(problem);
  if (parcels.length === 0) return solveOnce(problem, judge, solving);
  return solveWithParcels(problem, judge, parcels, solving);
}
