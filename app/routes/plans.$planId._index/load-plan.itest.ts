import { v7 as newId } from 'uuid';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { findPlan, listPlans } from '~db/queries/allocation-plans.server';
import { makeNeed } from '~db/testing/needs-world.server';
import { planStage, type PlanStage } from '~db/testing/plan-stage.server';
import { actorOf, BABU, HEZHOU, ZHAOPING } from '~db/testing/world.server';
import { submitAllocationPlan } from '~/commands/submit-allocation-plan.server';
import { visibleScope, type Actor } from '~/domain/actor';
import type { ServerEnv } from '~/server/env.server';
import { loadPlan } from './load-plan.server';

const FUCHUAN = '451123000000';

let stage: PlanStage;
beforeAll(async () => {
  stage = await planStage();
});
afterAll(() => stage.drop());

const officer = (division: string) => actorOf('bureau_officer', division);
const read = (planId: string, actor: Actor) =>
  loadPlan(stage.env as unknown as ServerEnv, actor, planId, new URLSearchParams());
const listed = async (actor: Actor) => {
  const { rows } = await listPlans(stage.database.db, visibleScope(actor), {
    page: 1,
    pageSize: 50,
  });
  return rows.map((row) => row.id);
};
const notFound = { init: { status: 404 } };

/** A plan of the city for a need in Zhaoping and one in Babu, of the same goods. */
async function cityPlan() {
  const { itemId, needs } = await stage.villages(10, [10]);
  const divisionCode = `${BABU.slice(0, 6)}101202`;
  const other = await makeNeed(stage.database.db, { itemId, quantity: 10, divisionCode });
  const planId = await stage.drafted(itemId, {}, HEZHOU);
  const submit = async () =>
    stage.orThrow(submitAllocationPlan(stage.env, stage.as(stage.drafter), await stage.at(planId)));
  const [centre] = await stage.database.superuser<{ name: string }[]>`
    select name from place where id = ${other.placeId}`;
  return { planId, own: needs[0]!, other, otherName: centre!.name, submit };
}

it('a county reads its own needs of the city’s plan once it is submitted, and nothing of another county', async () => {
  const { planId, own, other, otherName, submit } = await cityPlan();
  await submit();
  const county = officer(ZHAOPING);
  const shown = await read(planId, county);
  expect(shown.isShare).toBe(true);
  expect(shown.solved?.rows.map((row) => row.id)).toEqual([own.requestLineId]);
  expect(shown.solved?.rows[0]?.reasons.length).toBeGreaterThan(0);
  expect(shown.solved?.figures.byCounty.map((one) => one.key)).toEqual(['451121']);
  // Who is worst off of all may be another county's.
  expect(shown.solved?.least).toBeUndefined();
  const text = JSON.stringify(shown);
  for (const secret of [other.placeId, other.requestLineId, other.requestId, otherName]) {
    expect(text).not.toContain(secret);
  }
  expect(await listed(county)).toContain(planId);
});

it('the list of plans counts to it its own needs and lines alone', async () => {
  const { planId, submit } = await cityPlan();
  await submit();
  const rowOf = async (actor: Actor) => {
    const filter = { page: 1, pageSize: 50 };
    const { rows } = await listPlans(stage.database.db, visibleScope(actor), filter);
    const row = rows.find((one) => one.id === planId);
    return row && [row.isShare, row.needs, row.lines];
  };
  expect(await rowOf(stage.approver)).toEqual([false, 2, 2]);
  expect(await rowOf(officer(ZHAOPING))).toEqual([true, 1, 1]);
  expect(await rowOf(officer(FUCHUAN))).toEqual([true, 0, 0]);
});

it('it may do nothing with it, and sees neither alternatives nor what-ifs', async () => {
  const { planId, submit } = await cityPlan();
  await submit();
  const county = officer(ZHAOPING);
  const shown = await read(planId, county);
  expect([shown.steps, shown.alternatives, shown.solving]).toEqual([{}, [], undefined]);
  expect(await findPlan(stage.database.db, visibleScope(county), planId)).toBeUndefined();
});

it('a draft, a plan without needs of the county, and another city’s plan are no plans to it', async () => {
  const { planId, submit } = await cityPlan();
  await expect(read(planId, officer(ZHAOPING))).rejects.toMatchObject(notFound);
  expect(await listed(officer(ZHAOPING))).not.toContain(planId);
  await submit();
  await expect(read(planId, officer(FUCHUAN))).rejects.toMatchObject(notFound);
  await expect(read(planId, officer('450300000000'))).rejects.toMatchObject(notFound);
  await expect(read(planId, officer('450323000000'))).rejects.toMatchObject(notFound);
  expect(await listed(officer('450323000000'))).not.toContain(planId);
});

it('the city itself reads all of it', async () => {
  const { planId, own, other } = await cityPlan();
  const shown = await read(planId, stage.approver);
  expect(shown.isShare).toBe(false);
  expect(new Set(shown.solved?.rows.map((row) => row.id))).toEqual(
    new Set([own.requestLineId, other.requestLineId]),
  );
  expect(shown.steps).toHaveProperty('submit');
  expect(shown.solved?.least).toMatchObject({ share: 0.5, others: 1 });
  expect(shown.alternatives.map((one) => one.least)).toEqual([0.5, 0.5, 0.5, 0.5]);
});

it('a solving that ends while the page is read shows its result, or is still under way', async () => {
  const { planId } = await cityPlan();
  const { superuser, readAmid } = stage.database;
  const [{ solutionId }] = await superuser<[{ solutionId: string }]>`
    select solution_id as "solutionId" from allocation_plan where id = ${planId}`;
  await superuser`update allocation_plan set solution_id = null where id = ${planId}`;
  await superuser`update job set status = 'running' where subject_id = ${planId}`;
  const shown = await readAmid(
    'job',
    async (sql) => {
      await sql`update allocation_plan set solution_id = ${solutionId} where id = ${planId}`;
      await sql`update job set status = 'done' where subject_id = ${planId}`;
    },
    () => read(planId, stage.approver),
  );
  expect(shown.open || shown.solved !== undefined).toBe(true);
});

it('a change made while the page is read is shown with its solving under way, or not at all', async () => {
  const { planId, own } = await cityPlan();
  const shown = await stage.database.readAmid(
    'allocation_plan_change',
    async (sql) => {
      await sql`
        insert into allocation_plan_change
          (id, plan_id, kind, request_line_id, supply_id, reason, changed_by_user_id, changed_at)
        values (${newId()}, ${planId}, 'forbid', ${own.requestLineId}, 'x', '人工', ${newId()}, now())`;
      await sql`update allocation_plan set version = version + 1 where id = ${planId}`;
      await sql`update job set status = 'queued' where subject_id = ${planId}`;
    },
    () => read(planId, stage.approver),
  );
  expect(shown.changes.length > 0).toBe(shown.open);
  const { changes, open } = await read(planId, stage.approver);
  expect([changes.length, open]).toEqual([1, true]);
});
