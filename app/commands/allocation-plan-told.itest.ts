import { afterAll, beforeAll, expect, it } from 'vitest';
import { planStage, type PlanStage } from '~db/testing/plan-stage.server';
import { findRequest } from '~db/queries/requests.server';
import { listToldReasons } from '~db/queries/plan-told.server';
import { actorOf, VILLAGE } from '~db/testing/world.server';
import { visibleScope } from '~/domain/actor';
import { applyAllocationPlan } from './apply-allocation-plan.server';
import { approveAllocationPlan } from './approve-allocation-plan.server';
import { renewAllocationPlan } from './renew-allocation-plan.server';
import { submitAllocationPlan } from './submit-allocation-plan.server';

let stage: PlanStage;
beforeAll(async () => {
  stage = await planStage();
});
afterAll(() => stage.drop());

const codesTold = async (requestLineId: string) => {
  const [told] = await listToldReasons(stage.database.db, [requestLineId]);
  return told && [told.planStatus, ...told.reasons.map((one) => one.code)];
};

it('a centre is told why it was given a part, from the approval on and as long as the plan stands', async () => {
  const { env, as, drafter, approver, at, orThrow } = stage;
  const { itemId, needs } = await stage.villages(20, [30, 30]);
  const planId = await stage.drafted(itemId);
  const line = needs[0]!.requestLineId;
  await orThrow(submitAllocationPlan(env, as(drafter), await at(planId)));
  expect(await codesTold(line)).toBeUndefined();
  await orThrow(approveAllocationPlan(env, as(approver), await at(planId)));
  expect(await codesTold(line)).toEqual(expect.arrayContaining(['approved', 'partly_met']));
  await orThrow(applyAllocationPlan(env, as(approver), await at(planId)));
  expect(await codesTold(line)).toEqual(expect.arrayContaining(['applied', 'partly_met']));
});

it('a plan that was made anew is no longer told of', async () => {
  const { env, as, approver, at, orThrow } = stage;
  const { itemId, needs } = await stage.villages(20, [30]);
  const planId = await stage.approved(itemId);
  await orThrow(renewAllocationPlan(env, as(approver), await at(planId)));
  expect(await codesTold(needs[0]!.requestLineId)).toBeUndefined();
});

it('of two plans about a need the one approved last is told', async () => {
  const { env, as, approver, at, orThrow } = stage;
  const { itemId, needs } = await stage.villages(20, [30]);
  const first = await stage.approved(itemId);
  await orThrow(applyAllocationPlan(env, as(approver), await at(first)));
  await stage.stock(itemId, 10);
  stage.later();
  const second = await stage.approved(itemId);
  const [told] = await listToldReasons(stage.database.db, [needs[0]!.requestLineId]);
  expect(told).toMatchObject({ planId: second, planStatus: 'approved' });
});

it('what is told holds no name of another centre, and only the centre’s own request leads to it', async () => {
  const { itemId, needs } = await stage.villages(20, [30, 30]);
  await stage.approved(itemId);
  const told = await listToldReasons(stage.database.db, [needs[0]!.requestLineId]);
  const [other] = await stage.database.superuser<{ name: string; organisationId: string }[]>`
    select name, organisation_id as "organisationId" from place where id = ${needs[1]!.placeId}`;
  const text = JSON.stringify(told);
  for (const secret of [other!.name, needs[1]!.placeId, needs[1]!.requestLineId]) {
    expect(text).not.toContain(secret);
  }
  const scope = visibleScope(actorOf('centre_coordinator', VILLAGE, other!.organisationId));
  expect(await findRequest(stage.database.db, scope, needs[0]!.requestId)).toBeUndefined();
  expect(await findRequest(stage.database.db, scope, needs[1]!.requestId)).toBeDefined();
});
