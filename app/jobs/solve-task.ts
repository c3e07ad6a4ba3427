import { explainPlan } from '~/domain/allocation/explain';
import { explainLines } from '~/domain/allocation/explain-line';
import type { PlanProblem, PlanRules, PlanSolution } from '~/domain/allocation/problem';
import { solvePlan } from '~/domain/allocation/solve-plan';
import type { PlanAnswer } from '~/domain/allocation-plan';

/** One snapshot under several rules, one after the other. */
export interface SolveTask extends Pick<PlanProblem, 'supplies' | 'needs'> {
  rules: PlanRules[];
}

/** What one set of rules came to, without what only the solver itself needs. */
export interface Solved {
  lines: PlanSolution['lines'];
  answer: PlanAnswer;
}

/** Solves a task somewhere; rejects when the signal aborts. `report` is told the share done. */
export type Solve = (
  task: SolveTask,
  report: (share: number) => void,
  signal: AbortSignal,
) => Promise<Solved[]>;

export function solveTask(task: SolveTask, report: (share: number) => void): Solved[] {
  const { supplies, needs, rules } = task;
  return rules.map((one, at) => {
    const problem = { supplies, needs, rules: one };
    const progress = (share: number) => report((at + share) / rules.length);
    const solution = solvePlan(problem, progress);
    const { lines, figures, level, bound } = solution;
    const reasons = explainPlan(problem, solution);
    const lineReasons = explainLines(problem, solution);
    const answer = { figures, level, bound, needs: solution.needs, reasons, lineReasons };
    return { lines, answer };
  });
}

/** In this thread: for the command line and the demonstration, where nobody waits for an answer meanwhile. */
export const solveHere: Solve = (task, report) => Promise.resolve(solveTask(task, report));
