import { ok } from '~/domain/result';
import { defineCommand } from './command.server';
import { planFor, queueSolving, type PlanStepInput } from './plan-step.server';

/** Solves a draft anew on what is free and needed now; pins and bans stay. */
export const solveAllocationPlan = defineCommand<PlanStepInput, { planId: string }>(
  'solve-allocation-plan',
  async (context, input) => {
    const plan = await planFor(context, 'plan.change', input);
    if (!plan.ok) return plan;
    await queueSolving(context, plan.value.id);
    return ok({ planId: plan.value.id });
  },
);
