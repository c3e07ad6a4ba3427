import { approveAllocationPlan } from '~/commands/approve-allocation-plan.server';
import { applyAllocationPlan } from '~/commands/apply-allocation-plan.server';
import { askWhatIf } from '~/commands/ask-what-if.server';
import { changePlanLine } from '~/commands/change-plan-line.server';
import { draftAllocationPlan } from '~/commands/draft-allocation-plan.server';
import { submitAllocationPlan } from '~/commands/submit-allocation-plan.server';
import type { PlanChoices } from '~/domain/allocation-plan';
import { planChoicesOf } from '~/domain/plan-parameters';
import { listParameters } from '../../queries/parameters.server';
import { orThrow } from '../or-throw.server';
import { as, TODAY, type Ground, type Sides } from './side-env.server';
import { inStock } from './side-goods.server';
import { asked } from './side-needs.server';

/** Plans of the county in every state, each version told, with what their solvings found. */
export async function sidePlans(sides: Sides, side: Ground) {
  const { env, items, one, workAll } = sides;
  const { bureau } = side.by;
  const choices = planChoicesOf(await listParameters(sides.database.db), TODAY, side.county);
  const { at, drafted, submitted, approved } = plansOf(sides, side, choices);
  const applied = await asked(sides, side, [items.appliedId, 8], 'approved');
  await inStock(sides, side, items.appliedId, [8, 8]);
  const appliedId = await approved(items.appliedId);
  await orThrow(applyAllocationPlan(env, as(bureau), await at(appliedId)));

  const need = await asked(sides, side, [items.plannedId, 30], 'approved');
  await inStock(sides, side, items.plannedId, [20, 20]);
  const draft = { planId: await drafted(items.plannedId) };
  const suppliesOf = `select n.supplies -> 0 ->> 'id' from allocation_plan p
    join allocation_plan_solution s on s.id = p.solution_id
    join allocation_plan_snapshot n on n.id = s.snapshot_id where p.id = $1`;
  const pin = {
    requestLineId: need.lineId,
    supplyId: await one<string>(suppliesOf, draft.planId),
    quantity: 5,
  };
  const word = { kind: 'pin' as const, reason: '孩子多' };
  const target = await at(draft.planId);
  await orThrow(changePlanLine(env, as(bureau), { ...target, ...pin, ...word }));
  await workAll();
  const other = { ...choices, floorShare: choices.floorShare === 0.3 ? 0.4 : 0.3 };
  const asking = { planId: draft.planId, choices: other, extra: undefined };
  const { jobId } = await orThrow(askWhatIf(env, as(bureau), asking));
  await workAll();
  const waiting = await orThrow(askWhatIf(env, as(bureau), asking));
  return {
    choices,
    applied,
    appliedId,
    need,
    draft: {
      ...(await at(draft.planId)),
      ...pin,
      jobId,
      waitingJobId: waiting.jobId,
      changeId: await one<string>(
        'select id from allocation_plan_change where plan_id = $1',
        draft.planId,
      ),
      solutionId: await one<string>(
        `select id from allocation_plan_solution where plan_id = $1
         order by round desc, id limit 1`,
        draft.planId,
      ),
    },
    submitted: await at(await submitted(items.plannedId)),
    approved: await at(await approved(items.plannedId)),
  };
}

/** Drives plans of the county as far as they are wanted. */
function plansOf({ env, one, workAll }: Sides, side: Ground, choices: PlanChoices) {
  const { bureau, approver } = side.by;
  const at = async (planId: string) => ({
    planId,
    version: await one<number>('select version from allocation_plan where id = $1', planId),
  });
  const drafted = async (itemId: string) => {
    const reach = { needDivisionCode: side.county, campaignId: undefined, itemIds: [itemId] };
    const { planId } = await orThrow(draftAllocationPlan(env, as(bureau), { ...reach, choices }));
    await workAll();
    return planId;
  };
  const submitted = async (itemId: string) => {
    const planId = await drafted(itemId);
    await orThrow(submitAllocationPlan(env, as(bureau), await at(planId)));
    return planId;
  };
  const approved = async (itemId: string) => {
    const planId = await submitted(itemId);
    await orThrow(approveAllocationPlan(env, as(approver), await at(planId)));
    return planId;
  };
  return { at, drafted, submitted, approved };
}
