import { explainPlan } from '~/domain/allocation/explain';
import { explainLines } from '~/domain/allocation/explain-line';
import { leastServed } from '~/domain/allocation/figures';
import type { PlanProblem, PlanRules, PlanSolution } from '~/domain/allocation/problem';
import { solvePlan } from '~/domain/allocation/solve-plan';
import type { PlanAnswer } from '~/domain/allocation-plan';
import { keepParts, restoreParts, type KeptPart } from '~/domain/plan-parts';

/** One snapshot under several rules, one after the other. */
export interface SolveTask extends Pick<PlanProblem, 'supplies' | 'needs'> {
  rules: PlanRules[];
  /** By rules: what was solved before and may still hold, in the places of these needs and supplies. */
  previous?: (KeptPart[] | undefined)[];
}

/** What one set of rules came to, without what only the solver itself needs. */
export interface Solved {
  lines: PlanSolution['lines'];
  answer: PlanAnswer;
  /** Kept, so that the next solving need not begin anew. */
  parts: KeptPart[];
}

/** The thread that solved is gone, and nobody knows why. */
export class WorkerLost extends Error {}

/** Solves a task somewhere; rejects when the signal aborts. `report` is told the share done. */
export type Solve = (
  task: SolveTask,
  report: (share: number) => void,
  signal: AbortSignal,
) => Promise<Solved[]>;

export function solveTask(task: SolveTask, report: (share: number) => void): Solved[] {
  const { supplies, needs, rules, previous } = task;
  return rules.map((one, at) => {
    const problem = { supplies, needs, rules: one };
    const progress = (share: number) => report((at + share) / rules.length);
    const kept = previous?.[at];
    const known = kept && { parts: restoreParts(kept, problem) };
    const solution = solvePlan(problem, progress, undefined, known);
    const { lines, figures, level, bound } = solution;
    const reasons = explainPlan(problem, solution);
    const lineReasons = explainLines(problem, solution);
    const leastNeed = leastServed(problem, solution);
    const { needs: outcomes } = solution;
    const answer = {
      figures,
      level,
      least: leastNeed.share,
      leastNeed,
      bound,
      needs: outcomes,
      reasons,
      lineReasons,
    };
    return { lines, answer, parts: keepParts(solution.parts, problem) };
  });
}

/** In this thread: for the command line and the demonstration, where nobody waits for an answer meanwhile. */
export const solveHere: Solve = (task, report) => Promise.resolve(solveTask(task, report));
