import { listSolutionLines } from '~db/store/allocation-plan.server';
import { refuse } from '~/domain/result';
import { defineCommand } from './command.server';
import { planFor, takePlanStep, type PlanStepInput } from './plan-step.server';

/** Hands the plan to the committee: from here on nobody changes it. */
export const submitAllocationPlan = defineCommand<
  PlanStepInput,
  { planId: string; version: number }
>('submit-allocation-plan', async (context, input) => {
  const plan = await planFor(context, 'plan.submit', input);
  if (!plan.ok) return plan;
  const { solutionId } = plan.value;
  if (!solutionId) return refuse('plan.not_solved');
  const lines = await listSolutionLines(context.tx, solutionId);
  if (lines.length === 0) return refuse('plan.gives_nothing');
  const submittedByUserId = context.actor.userId;
  return takePlanStep(
    context,
    plan.value,
    { type: 'submitted', payload: {} },
    { submittedByUserId },
  );
});
