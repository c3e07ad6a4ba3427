import { readPlanGoods } from '~db/queries/plan-snapshot.server';
import { insertPlan } from '~db/store/allocation-plan.server';
import { findCampaignRow } from '~db/store/campaign.server';
import { visibleScope } from '~/domain/actor';
import type { PlanChoices } from '~/domain/allocation-plan';
import { countyCode } from '~/domain/division';
import { weightsRefusal } from '~/domain/plan-weights';
import { allowed } from '~/domain/policy';
import { ok, refuse } from '~/domain/result';
import { defineCommand } from './command.server';
import { queueSolving } from './plan-step.server';

interface Input {
  needDivisionCode: string;
  campaignId: string | undefined;
  /** None: everything that is needed. */
  itemIds: string[];
  choices: PlanChoices;
}

/** What a programme was given this long ago no longer counts when a plan is only looked whether it has anything to do. */
const ANY_WINDOW = 0;

/** Begins a plan for all open needs of a division; it is solved outside the request. */
export const draftAllocationPlan = defineCommand<Input, { planId: string }>(
  'draft-allocation-plan',
  async (context, { needDivisionCode, campaignId, itemIds, choices }) => {
    const { tx, actor, now, newId } = context;
    // The needs' division decides who may plan for it; the plan itself is the officer's bureau's.
    const may = allowed('plan.draft', actor, { divisionCode: needDivisionCode });
    if (!may.ok) return may;
    const unsound = weightsRefusal(choices);
    if (unsound) return { ok: false, error: unsound };
    if (campaignId && !(await findCampaignRow(tx, campaignId))) {
      return refuse('form.unknown_choice', undefined, 'campaignId');
    }
    const reach = { needDivisionCode, campaignId: campaignId ?? null, itemIds };
    const goods = await readPlanGoods(tx, visibleScope(actor), {
      ...reach,
      receivedWindowDays: ANY_WINDOW,
    });
    if (goods.needs.length === 0) return refuse('plan.no_needs');
    if (goods.supplies.length === 0) return refuse('plan.no_goods');

    const planId = newId();
    await insertPlan(tx, {
      id: planId,
      organisationId: actor.organisationId,
      divisionCode: actor.divisionCode,
      countyCode: countyCode(actor.divisionCode),
      ...reach,
      status: 'draft',
      choices,
      draftedByUserId: actor.userId,
      createdAt: now,
    });
    context.event('allocation_plan', planId, 1, 'drafted', { renewsPlanId: null });
    await queueSolving(context, planId);
    return ok({ planId });
  },
);
