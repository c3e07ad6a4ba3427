import { findSolution, listChanges, undoChange } from '~db/store/allocation-plan.server';
import { refuse } from '~/domain/result';
import { defineCommand } from './command.server';
import { planFor, queueSolving, takePlanStep, type PlanStepInput } from './plan-step.server';

/** Takes a change back and solves again, with the former weights where those were changed; that it was made stays on record. */
export const undoPlanChange = defineCommand<
  PlanStepInput & { changeId: string },
  { planId: string; version: number }
>('undo-plan-change', async (context, { changeId, ...input }) => {
  const { tx, now } = context;
  const plan = await planFor(context, 'plan.change', input);
  if (!plan.ok) return plan;
  const changes = await listChanges(tx, plan.value.id);
  const change = changes.find((one) => one.id === changeId);
  if (!change) return refuse('access.not_found');
  await undoChange(tx, changeId, now);
  const { solutionId } = plan.value;
  const solution = solutionId ? await findSolution(tx, solutionId) : undefined;
  await queueSolving(context, plan.value.id, solution && { snapshotId: solution.snapshotId });
  const event = { type: 'change_undone' as const, payload: { changeId } };
  const { formerChoices } = change;
  return takePlanStep(context, plan.value, event, formerChoices ? { choices: formerChoices } : {});
});
