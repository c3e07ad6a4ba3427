import { isDeepStrictEqual } from 'node:util';
import {
  findSolution,
  insertChange,
  listChanges,
  undoChange,
} from '~db/store/allocation-plan.server';
import { findJob } from '~db/store/job.server';
import { refuse } from '~/domain/result';
import { defineCommand } from './command.server';
import { planFor, queueSolving, takePlanStep, type PlanStepInput } from './plan-step.server';

/**
 * Makes the weights and closed roads of a what-if the plan's own and solves again, on the same snapshot. Goods that nobody
 * has given stay out. Kept as one change: a later one takes the place of an earlier, and taking it back brings the first
 * weights again.
 */
export const takeOverWhatIf = defineCommand<
  PlanStepInput & { jobId: string; reason: string },
  { planId: string; version: number }
>('take-over-what-if', async (context, { jobId, reason, ...input }) => {
  const { tx, actor, now, newId } = context;
  const plan = await planFor(context, 'plan.change', input);
  if (!plan.ok) return plan;
  const { id: planId, solutionId } = plan.value;
  const solution = solutionId ? await findSolution(tx, solutionId) : undefined;
  if (!solution) return refuse('plan.not_solved');
  const asked = await findJob(tx, jobId);
  const choices = asked?.task.choices;
  if (asked?.kind !== 'what_if' || asked.subjectId !== planId || !choices) {
    return refuse('access.not_found');
  }
  if (isDeepStrictEqual(choices, plan.value.choices)) return refuse('plan.weights_unchanged');
  const earlier = (await listChanges(tx, planId)).filter((one) => one.kind === 'weights');
  for (const one of earlier) await undoChange(tx, one.id, now);
  const changeId = newId();
  await insertChange(tx, {
    id: changeId,
    planId,
    kind: 'weights',
    choices,
    formerChoices: earlier[0]?.formerChoices ?? plan.value.choices,
    reason,
    changedByUserId: actor.userId,
    changedAt: now,
  });
  await queueSolving(context, planId, { snapshotId: solution.snapshotId, changeId });
  const event = { type: 'changed' as const, payload: { changeId, kind: 'weights' as const } };
  return takePlanStep(context, plan.value, event, { choices });
});
