import { defineCommand } from './command.server';
import { planFor, takePlanStep, type PlanStepInput } from './plan-step.server';

/** Another officer than who submitted it does not agree, and says why. */
export const rejectAllocationPlan = defineCommand<
  PlanStepInput & { reason: string },
  { planId: string; version: number }
>('reject-allocation-plan', async (context, { reason, ...input }) => {
  const plan = await planFor(context, 'plan.reject', input);
  if (!plan.ok) return plan;
  const event = { type: 'rejected' as const, payload: { reasonGiven: true } };
  return takePlanStep(context, plan.value, event, { decisionReason: reason });
});
