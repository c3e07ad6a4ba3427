import { defineCommand } from './command.server';
import { planFor, takePlanStep, type PlanStepInput } from './plan-step.server';

/** Another officer than who submitted it agrees; nothing is held yet. */
export const approveAllocationPlan = defineCommand<
  PlanStepInput,
  { planId: string; version: number }
>('approve-allocation-plan', async (context, input) => {
  const plan = await planFor(context, 'plan.approve', input);
  if (!plan.ok) return plan;
  return takePlanStep(context, plan.value, { type: 'approved', payload: {} });
});
