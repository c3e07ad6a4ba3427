import { insertPlanReasons } from '~db/store/allocation-plan.server';
import { defineCommand } from './command.server';
import { planFor, takePlanStep, type PlanStepInput } from './plan-step.server';

/**
 * Another officer than who submitted it agrees; nothing is held yet. From here on its reasons are told to the centres, each
 * its own.
 */
export const approveAllocationPlan = defineCommand<
  PlanStepInput,
  { planId: string; version: number }
>('approve-allocation-plan', async (context, input) => {
  const plan = await planFor(context, 'plan.approve', input);
  if (!plan.ok) return plan;
  const { id: planId, solutionId } = plan.value;
  if (!solutionId) throw new Error('a submitted plan without a solution');
  await insertPlanReasons(context.tx, { planId, solutionId, approvedAt: context.now });
  return takePlanStep(context, plan.value, { type: 'approved', payload: {} });
});
