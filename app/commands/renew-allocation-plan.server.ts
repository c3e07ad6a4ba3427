import { insertChange, insertPlan, listChanges } from '~db/store/allocation-plan.server';
import { ok } from '~/domain/result';
import { defineCommand } from './command.server';
import { planFor, queueSolving, takePlanStep, type PlanStepInput } from './plan-step.server';

/**
 * Makes the plan anew on what is free and needed now, with the same weights and changes. The old one is superseded; the
 * new one is a draft, to be submitted and approved as any other.
 */
export const renewAllocationPlan = defineCommand<PlanStepInput, { planId: string }>(
  'renew-allocation-plan',
  async (context, input) => {
    const old = await planFor(context, 'plan.renew', input);
    if (!old.ok) return old;
    const { tx, actor, now, newId } = context;
    const planId = newId();
    const { organisationId, divisionCode, countyCode, needDivisionCode } = old.value;
    const { campaignId, itemIds, choices, id: renewsPlanId } = old.value;
    await insertPlan(tx, {
      id: planId,
      organisationId,
      divisionCode,
      countyCode,
      needDivisionCode,
      campaignId,
      itemIds,
      choices,
      renewsPlanId,
      status: 'draft',
      draftedByUserId: actor.userId,
      createdAt: now,
    });
    for (const change of await listChanges(tx, renewsPlanId)) {
      await insertChange(tx, { ...change, id: newId(), planId, cost: null });
    }
    context.event('allocation_plan', planId, 1, 'drafted', { renewsPlanId });
    await takePlanStep(context, old.value, {
      type: 'superseded',
      payload: { byPlanId: planId },
    });
    await queueSolving(context, planId);
    return ok({ planId });
  },
);
