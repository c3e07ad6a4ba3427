import { v7 as newId } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findLineWhereabouts } from '~db/queries/line-whereabouts.server';
import { listParameters } from '~db/queries/parameters.server';
import { makeNeed, seedPlanning, type TestNeed } from '~db/testing/needs-world.server';
import { createTestDatabase, type TestDatabase } from '~db/testing/test-database.server';
import {
  actorOf,
  HEZHOU,
  makeItem,
  makePledge,
  makeStock,
  makeWorld,
  ZHAOPING,
  type World,
} from '~db/testing/world.server';
import { orThrow } from '~db/testing/or-throw.server';
import type { Actor } from '~/domain/actor';
import {
  foldAllocationPlan,
  type AllocationPlanEvent,
  type PlanChoices,
} from '~/domain/allocation-plan';
import { nowhere } from '~/domain/request';
import { planChoicesOf } from '~/domain/plan-parameters';
import { workOnce, type JobEnv } from '~/jobs/run-jobs';
import { solveHere } from '~/jobs/solve-task';
import { applyAllocationPlan } from './apply-allocation-plan.server';
import { approveAllocationPlan } from './approve-allocation-plan.server';
import { askWhatIf } from './ask-what-if.server';
import { cancelSolving } from './cancel-solving.server';
import { changePlanLine } from './change-plan-line.server';
import { choosePlanAlternative } from './choose-plan-alternative.server';
import type { CommandEnv } from './command.server';
import { draftAllocationPlan } from './draft-allocation-plan.server';
import { makeAllocation } from './make-allocation.server';
import { rejectAllocationPlan } from './reject-allocation-plan.server';
import { renewAllocationPlan } from './renew-allocation-plan.server';
import { solveAllocationPlan } from './solve-allocation-plan.server';
import { submitAllocationPlan } from './submit-allocation-plan.server';
import { undoPlanChange } from './undo-plan-change.server';

let database: TestDatabase;
let world: World;
let env: CommandEnv;
let jobs: JobEnv;
let choices: PlanChoices;
let drafter: Actor;
let approver: Actor;
const now = new Date('2026-11-10T02:00:00Z');

beforeAll(async () => {
  database = await createTestDatabase();
  world = await makeWorld(database);
  await seedPlanning(database.db, world);
  env = { db: database.db, now: () => now, newId };
  jobs = { ...env, solve: solveHere, say: (error) => expect.fail(String(error)) };
  choices = planChoicesOf(await listParameters(database.db), '2026-11-10', HEZHOU);
  drafter = actorOf('bureau_officer', HEZHOU, world.bureau);
  approver = actorOf('bureau_officer', HEZHOU, world.bureau);
});
afterAll(() => database.drop());

const as = (actor: Actor, key: string = newId()) => ({ actor, key });

/** Villages of one township code of Zhaoping, each test with an item of its own so that plans do not meet. */
interface Village {
  itemId: string;
  needs: TestNeed[];
  lotId: string;
}

async function villages(stock: number, wanted: number[], pledged = 0): Promise<Village> {
  const itemId = await database.db.transaction(async (tx) => {
    return makeItem(tx, `item_${newId().slice(-8)}`, 'piece', 'none');
  });
  const needs: TestNeed[] = [];
  for (const quantity of wanted) {
    needs.push(await makeNeed(database.db, { itemId, quantity, divisionCode: '451121101202' }));
  }
  const lotId = await database.db.transaction(async (tx) => {
    if (pledged > 0) await makePledge(tx, world, { itemId, quantity: pledged });
    if (stock === 0) return '';
    const donationLineId = await makePledge(tx, world, { itemId, quantity: stock });
    return makeStock(tx, world, { donationLineId, itemId, quantity: stock });
  });
  return { itemId, needs, lotId };
}

async function workAll(): Promise<void> {
  while (await workOnce(jobs));
}

async function drafted(itemId: string, over: Partial<PlanChoices> = {}): Promise<string> {
  const { planId } = await orThrow(
    draftAllocationPlan(env, as(drafter), {
      needDivisionCode: ZHAOPING,
      campaignId: undefined,
      itemIds: [itemId],
      choices: { ...choices, ...over },
    }),
  );
  await workAll();
  return planId;
}

const versionOf = async (planId: string) =>
  Number(
    (await database.superuser`select version from allocation_plan where id = ${planId}`)[0]?.[
      'version'
    ],
  );
const at = async (planId: string) => ({ planId, version: await versionOf(planId) });

async function approved(itemId: string): Promise<string> {
  const planId = await drafted(itemId);
  await orThrow(submitAllocationPlan(env, as(drafter), await at(planId)));
  await orThrow(approveAllocationPlan(env, as(approver), await at(planId)));
  return planId;
}

async function linesOf(planId: string): Promise<Record<string, number>> {
  const rows = await database.superuser<{ id: string; quantity: number }[]>`
    select l.request_line_id as id, sum(l.quantity)::int as quantity from allocation_plan_line l
    join allocation_plan p on p.solution_id = l.solution_id where p.id = ${planId} group by 1`;
  return Object.fromEntries(rows.map((row) => [row.id, row.quantity]));
}

async function balanceOf(lotId: string): Promise<Record<string, number>> {
  const rows = await database.superuser<{ kind: string; quantity: number }[]>`
    select a.kind, sum(b.quantity)::int as quantity from balance b join account a on a.id = b.account_id
    where b.lot_id = ${lotId} and not b.is_donor and b.quantity <> 0 group by a.kind`;
  return Object.fromEntries(rows.map((row) => [row.kind, row.quantity]));
}

async function expectFolded(planId: string, status: string) {
  const events = await database.superuser<AllocationPlanEvent[]>`
    select type, payload from event where aggregate_id = ${planId} order by version`;
  const [row] = await database.superuser`
    select status, version, solution_id as "solutionId" from allocation_plan where id = ${planId}`;
  expect(row).toEqual(foldAllocationPlan(events));
  expect(row).toMatchObject({ status });
}

const where = async (need: TestNeed | undefined) =>
  (await findLineWhereabouts(database.db, [need?.requestLineId ?? ''])).get(
    need?.requestLineId ?? '',
  );

describe('an allocation plan', () => {
  it('goes from open needs to goods held, promised where they are still to come', async () => {
    const { itemId, needs, lotId } = await villages(30, [20, 20], 6);
    const planId = await drafted(itemId);
    const given = await linesOf(planId);
    expect(Object.values(given).reduce((sum, one) => sum + one, 0)).toBe(36);
    await orThrow(submitAllocationPlan(env, as(drafter), await at(planId)));
    await orThrow(approveAllocationPlan(env, as(approver), await at(planId)));
    await orThrow(applyAllocationPlan(env, as(approver), await at(planId)));
    await expectFolded(planId, 'applied');
    expect(await balanceOf(lotId)).toEqual({ hold: 30 });
    const all = await Promise.all(needs.map((need) => where(need)));
    const sum = (of: 'held' | 'promised') =>
      all.reduce((total, one) => total + (one?.[of] ?? 0), 0);
    expect([sum('held'), sum('promised')]).toEqual([30, 6]);
    const allocations = await database.superuser`
      select 1 from allocation where plan_id = ${planId}`;
    expect(allocations).toHaveLength(2);
  });

  it('is drafted once for one key', async () => {
    const { itemId } = await villages(10, [5]);
    const key = newId();
    const input = {
      needDivisionCode: ZHAOPING,
      campaignId: undefined,
      itemIds: [itemId],
      choices,
    };
    const first = await draftAllocationPlan(env, as(drafter, key), input);
    expect(await draftAllocationPlan(env, as(drafter, key), input)).toEqual(first);
    expect(await workOnce(jobs)).toBe(true);
    expect(await workOnce(jobs)).toBe(false);
  });

  it('is not drafted without needs, without goods, or for another division', async () => {
    const draft = (over: object, actor = drafter) =>
      draftAllocationPlan(env, as(actor), {
        needDivisionCode: ZHAOPING,
        campaignId: undefined,
        itemIds: [],
        choices,
        ...over,
      });
    const unneeded = await villages(5, []);
    const unstocked = await villages(0, [5]);
    expect(await draft({ itemIds: [unneeded.itemId] })).toMatchObject({
      error: { code: 'plan.no_needs' },
    });
    expect(await draft({ itemIds: [unstocked.itemId] })).toMatchObject({
      error: { code: 'plan.no_goods' },
    });
    expect(await draft({ needDivisionCode: '450300000000' })).toMatchObject({
      error: { code: 'access.division' },
    });
    expect(await draft({ campaignId: newId() })).toMatchObject({
      error: { code: 'form.unknown_choice', field: 'campaignId' },
    });
    const centre = actorOf('centre_coordinator', HEZHOU, world.centreOwner);
    expect(await draft({}, centre)).toMatchObject({ error: { code: 'access.role' } });
  });

  it('is decided by another officer than who submitted it, in the order of its steps', async () => {
    const { itemId } = await villages(10, [5]);
    const planId = await drafted(itemId);
    expect(await approveAllocationPlan(env, as(approver), await at(planId))).toMatchObject({
      error: { code: 'record.status', facts: { status: 'draft' } },
    });
    const stale = { planId, version: 1 };
    expect(await submitAllocationPlan(env, as(drafter), stale)).toMatchObject({
      error: { code: 'record.stale' },
    });
    const key = newId();
    const submitted = await at(planId);
    const done = await submitAllocationPlan(env, as(drafter, key), submitted);
    expect(await submitAllocationPlan(env, as(drafter, key), submitted)).toEqual(done);
    expect(await approveAllocationPlan(env, as(drafter), await at(planId))).toMatchObject({
      error: { code: 'access.same_user' },
    });
    const foreign = actorOf('bureau_officer', '450300000000');
    for (const command of [approveAllocationPlan, applyAllocationPlan, renewAllocationPlan]) {
      expect(await command(env, as(foreign), await at(planId))).toMatchObject({
        error: { code: 'access.not_found' },
      });
    }
    const reason = '先核实人数';
    await orThrow(rejectAllocationPlan(env, as(approver), { ...(await at(planId)), reason }));
    await expectFolded(planId, 'rejected');
    expect(await applyAllocationPlan(env, as(approver), await at(planId))).toMatchObject({
      error: { code: 'record.status' },
    });
  });

  it('that gives nothing is not submitted', async () => {
    const { itemId, needs } = await villages(10, [5]);
    const planId = await drafted(itemId);
    const [line] = await database.superuser<{ supplyId: string }[]>`
      select supply_id as "supplyId" from allocation_plan_line l
      join allocation_plan p on p.solution_id = l.solution_id where p.id = ${planId}`;
    await orThrow(
      changePlanLine(env, as(drafter), {
        ...(await at(planId)),
        kind: 'forbid',
        requestLineId: needs[0]!.requestLineId,
        supplyId: line!.supplyId,
        quantity: undefined,
        reason: '另有安排',
      }),
    );
    expect(await submitAllocationPlan(env, as(drafter), await at(planId))).toMatchObject({
      error: { code: 'plan.solving' },
    });
    await workAll();
    expect(await submitAllocationPlan(env, as(drafter), await at(planId))).toMatchObject({
      error: { code: 'plan.gives_nothing' },
    });
  });
});

describe('a change by hand', () => {
  it('is kept with its reason and cost, and can be taken back', async () => {
    const { itemId, needs } = await villages(20, [20, 20]);
    const planId = await drafted(itemId, { floorShare: 0.8 });
    const before = await linesOf(planId);
    const supplyId = await supplyOf(planId);
    const change = {
      kind: 'quantity' as const,
      requestLineId: needs[0]!.requestLineId,
      supplyId,
      quantity: 18,
      reason: '这个村受灾更重',
    };
    await orThrow(changePlanLine(env, as(drafter), { ...(await at(planId)), ...change }));
    await workAll();
    expect(await linesOf(planId)).toEqual({
      [needs[0]!.requestLineId]: 18,
      [needs[1]!.requestLineId]: 2,
    });
    const [kept] = await database.superuser<{ id: string; reason: string; cost: number }[]>`
      select id, reason, cost from allocation_plan_change where plan_id = ${planId}`;
    expect(kept).toMatchObject({ reason: change.reason });
    expect(kept!.cost).toBeGreaterThan(0);
    await orThrow(undoPlanChange(env, as(drafter), { ...(await at(planId)), changeId: kept!.id }));
    await workAll();
    expect(await linesOf(planId)).toEqual(before);
    await expectFolded(planId, 'draft');
  });

  it.each([
    ['more than there is', { quantity: 21 }, 'plan.more_than_possible'],
    ['nothing', { quantity: 0 }, 'quantity.not_positive'],
    ['half a piece', { quantity: 1.5 }, 'quantity.not_positive'],
    ['goods that are not in the plan', { supplyId: 'none' }, 'access.not_found'],
    ['a need that is not in the plan', { requestLineId: newId() }, 'access.not_found'],
  ])('is refused for %s', async (_what, over, code) => {
    const { itemId, needs } = await villages(20, [30]);
    const planId = await drafted(itemId);
    const result = await changePlanLine(env, as(drafter), {
      ...(await at(planId)),
      kind: 'quantity',
      requestLineId: needs[0]!.requestLineId,
      supplyId: await supplyOf(planId),
      quantity: 5,
      reason: 'x',
      ...over,
    });
    expect(result).toMatchObject({ ok: false, error: { code } });
    expect(await workOnce(jobs)).toBe(false);
  });
});

describe('alternatives', () => {
  it('are solved beside the plan, and another is picked from the last round alone', async () => {
    const { itemId } = await villages(20, [20, 20]);
    const planId = await drafted(itemId, { floorShare: 0.9 });
    const solutions = await database.superuser<{ id: string; floor: number }[]>`
      select id, floor_share as floor from allocation_plan_solution
      where plan_id = ${planId} order by floor_share`;
    expect(solutions.map((one) => one.floor)).toEqual([0, 0.5, 0.8, 0.9, 1]);
    const fair = solutions.at(-1)!.id;
    await orThrow(
      choosePlanAlternative(env, as(drafter), { ...(await at(planId)), solutionId: fair }),
    );
    await orThrow(solveAllocationPlan(env, as(drafter), await at(planId)));
    await workAll();
    // The floor that was picked is the plan's own from now on.
    const [own] = await database.superuser`
      select s.floor_share as floor, s.round from allocation_plan p
      join allocation_plan_solution s on s.id = p.solution_id where p.id = ${planId}`;
    expect(own).toEqual({ floor: 1, round: 2 });
    expect(
      await choosePlanAlternative(env, as(drafter), { ...(await at(planId)), solutionId: fair }),
    ).toMatchObject({ error: { code: 'record.stale' } });
    await expectFolded(planId, 'draft');
  });
});

describe('applying', () => {
  it('holds nothing at all when stock has moved; the plan is then made anew', async () => {
    const { itemId, needs, lotId } = await villages(30, [20, 20]);
    const planId = await approved(itemId);
    await orThrow(
      makeAllocation(env, as(drafter), {
        requestId: needs[0]!.requestId,
        version: 1,
        lines: [
          {
            requestLineId: needs[0]!.requestLineId,
            lotId,
            placeId: world.depot.id,
            quantity: 8,
          },
        ],
      }),
    );
    expect(await applyAllocationPlan(env, as(approver), await at(planId))).toMatchObject({
      error: { code: 'plan.moved' },
    });
    expect(await balanceOf(lotId)).toEqual({ stock: 22, hold: 8 });
    expect(await where(needs[1])).toEqual(nowhere);
    const renewed = await orThrow(renewAllocationPlan(env, as(approver), await at(planId)));
    await workAll();
    await expectFolded(planId, 'superseded');
    await expectFolded(renewed.planId, 'draft');
    const given = await linesOf(renewed.planId);
    expect(Object.values(given).reduce((sum, one) => sum + one, 0)).toBe(22);
  });

  it('lets one of two plans over the same stock have it', async () => {
    const { itemId, lotId } = await villages(30, [20, 20]);
    const plans = [await approved(itemId), await approved(itemId)];
    const inputs = await Promise.all(plans.map((planId) => at(planId)));
    const results = await Promise.all(
      inputs.map((input) => applyAllocationPlan(env, as(approver), input)),
    );
    expect(results.filter((result) => result.ok)).toHaveLength(1);
    expect(results.find((result) => !result.ok)).toMatchObject({ error: { code: 'plan.moved' } });
    expect(await balanceOf(lotId)).toEqual({ hold: 30 });
  });

  it('has effect once for one key', async () => {
    const { itemId, lotId } = await villages(30, [20]);
    const planId = await approved(itemId);
    const [key, input] = [newId(), await at(planId)];
    const first = await applyAllocationPlan(env, as(approver, key), input);
    expect(first.ok).toBe(true);
    expect(await applyAllocationPlan(env, as(approver, key), input)).toEqual(first);
    expect(await balanceOf(lotId)).toEqual({ hold: 20, stock: 10 });
  });
});

describe('a what-if', () => {
  it('changes nothing of the plan and answers with figures', async () => {
    const { itemId, needs } = await villages(10, [20]);
    const planId = await drafted(itemId);
    const before = await at(planId);
    const { jobId } = await orThrow(
      askWhatIf(env, as(drafter), {
        planId,
        choices,
        extra: { itemId, size: '', quantity: 5, placeId: world.depot.id },
      }),
    );
    await workAll();
    const [job] = await database.superuser`select status, result from job where id = ${jobId}`;
    expect(job).toMatchObject({
      status: 'done',
      result: { changed: [{ needId: needs[0]!.requestLineId, given: 15 }] },
    });
    expect(await at(planId)).toEqual(before);
    const foreign = actorOf('bureau_officer', '450300000000');
    expect(await askWhatIf(env, as(foreign), { planId, choices, extra: undefined })).toMatchObject({
      error: { code: 'access.not_found' },
    });
  });

  it('tells of a closed road', async () => {
    const { itemId, needs } = await villages(10, [20]);
    const planId = await drafted(itemId);
    const closedRoads = [{ fromPlaceId: world.depot.id, toPlaceId: needs[0]!.placeId }];
    const { jobId } = await orThrow(
      askWhatIf(env, as(drafter), {
        planId,
        choices: { ...choices, closedRoads },
        extra: undefined,
      }),
    );
    await workAll();
    const [job] = await database.superuser`select result from job where id = ${jobId}`;
    expect(job).toMatchObject({
      result: { changed: [{ needId: needs[0]!.requestLineId, given: 0 }] },
    });
  });
});

describe('cancelling', () => {
  it('ends what waits, and leaves the plan as it was', async () => {
    const { itemId } = await villages(10, [5]);
    const planId = await drafted(itemId);
    await orThrow(solveAllocationPlan(env, as(drafter), await at(planId)));
    const [job] = await database.superuser<{ id: string }[]>`
      select id from job where subject_id = ${planId} and status = 'queued'`;
    const foreign = actorOf('bureau_officer', '450300000000');
    expect(await cancelSolving(env, as(foreign), { jobId: job!.id })).toMatchObject({
      error: { code: 'access.not_found' },
    });
    expect(await cancelSolving(env, as(drafter), { jobId: newId() })).toMatchObject({
      error: { code: 'access.not_found' },
    });
    await orThrow(cancelSolving(env, as(drafter), { jobId: job!.id }));
    expect(await workOnce(jobs)).toBe(false);
    await orThrow(submitAllocationPlan(env, as(drafter), await at(planId)));
  });
});

async function supplyOf(planId: string): Promise<string> {
  const [line] = await database.superuser<{ supplyId: string }[]>`
    select supply_id as "supplyId" from allocation_plan_line l
    join allocation_plan p on p.solution_id = l.solution_id where p.id = ${planId} limit 1`;
  if (!line) throw new Error('a plan without lines');
  return line.supplyId;
}
