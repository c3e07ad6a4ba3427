import { v7 as newId } from 'uuid';
import { approveAllocationPlan } from '~/commands/approve-allocation-plan.server';
import type { CommandEnv } from '~/commands/command.server';
import { draftAllocationPlan } from '~/commands/draft-allocation-plan.server';
import { submitAllocationPlan } from '~/commands/submit-allocation-plan.server';
import type { Actor } from '~/domain/actor';
import type { PlanChoices } from '~/domain/allocation-plan';
import { planChoicesOf } from '~/domain/plan-parameters';
import { workOnce, type JobEnv } from '~/jobs/run-jobs';
import { solveHere } from '~/jobs/solve-task';
import { listParameters } from '../queries/parameters.server';
import { makeNeed, seedPlanning, type TestNeed } from './needs-world.server';
import { createTestDatabase, type TestDatabase } from './test-database.server';
import {
  actorOf,
  HEZHOU,
  makeItem,
  makePledge,
  makeStock,
  makeWorld,
  ZHAOPING,
  type World,
} from './world.server';
import { orThrow } from './or-throw.server';

const FIRST = new Date('2026-11-10T02:00:00Z');
const ZHAOPING_VILLAGE = '451121101202';

/** Two officers of a city, a depot, and villages that each test makes for itself, of an item that no other test has. */
export async function planStage() {
  const database = await createTestDatabase();
  const world = await makeWorld(database);
  await seedPlanning(database.db, world);
  let now = FIRST;
  const env: CommandEnv = { db: database.db, now: () => now, newId };
  const fault = (error: unknown): never => {
    throw error;
  };
  const jobs: JobEnv = { ...env, solve: solveHere, say: fault };
  const stage = {
    database,
    world,
    env,
    jobs,
    choices: planChoicesOf(await listParameters(database.db), '2026-11-10', HEZHOU),
    drafter: actorOf('bureau_officer', HEZHOU, world.bureau),
    approver: actorOf('bureau_officer', HEZHOU, world.bureau),
    as,
    orThrow,
    /** An hour goes by. */
    later: () => (now = new Date(now.getTime() + 3_600_000)),
    workAll: async () => {
      while (await workOnce(jobs)) continue;
    },
    drop: () => database.drop(),
  };
  return { ...stage, ...plansOf(stage), ...goodsOf(database, world), ...looksOf(database) };
}
export type PlanStage = Awaited<ReturnType<typeof planStage>>;

const as = (actor: Actor, key: string = newId()) => ({ actor, key });

interface Officers {
  database: TestDatabase;
  env: CommandEnv;
  choices: PlanChoices;
  drafter: Actor;
  approver: Actor;
  workAll: () => Promise<void>;
}

function plansOf({ database, env, choices, drafter, approver, workAll }: Officers) {
  const { at } = looksOf(database);
  const drafted = async (
    itemId: string | string[],
    over: Partial<PlanChoices> = {},
    needDivisionCode = ZHAOPING,
  ) => {
    const { planId } = await orThrow(
      draftAllocationPlan(env, as(drafter), {
        needDivisionCode,
        campaignId: undefined,
        itemIds: [itemId].flat(),
        choices: { ...choices, ...over },
      }),
    );
    await workAll();
    return planId;
  };
  const approved = async (itemId: string | string[]) => {
    const planId = await drafted(itemId);
    await orThrow(submitAllocationPlan(env, as(drafter), await at(planId)));
    await orThrow(approveAllocationPlan(env, as(approver), await at(planId)));
    return planId;
  };
  return { drafted, approved };
}

function goodsOf({ db }: TestDatabase, world: World) {
  const stock = (itemId: string, quantity: number, line: object = {}) =>
    db.transaction(async (tx) => {
      const donationLineId = await makePledge(tx, world, { itemId, quantity, ...line });
      return makeStock(tx, world, { donationLineId, itemId, quantity, ...line });
    });
  /** Villages of one township of Zhaoping, and goods at the city's depot. */
  const villages = async (inStock: number, wanted: readonly number[]) => {
    const itemId = await db.transaction((tx) =>
      makeItem(tx, `item_${newId().slice(-8)}`, 'piece', 'none'),
    );
    const needs: TestNeed[] = [];
    for (const quantity of wanted) {
      needs.push(await makeNeed(db, { itemId, quantity, divisionCode: ZHAOPING_VILLAGE }));
    }
    const lotId = inStock > 0 ? await stock(itemId, inStock) : '';
    return { itemId, needs, lotId };
  };
  return { stock, villages };
}

function looksOf({ superuser }: TestDatabase) {
  return {
    at: async (planId: string) => {
      const [row] = await superuser<{ version: number }[]>`
        select version from allocation_plan where id = ${planId}`;
      return { planId, version: row?.version ?? 0 };
    },
    /** What the chosen solution gives, by need. */
    linesOf: async (planId: string) => {
      const rows = await superuser<{ id: string; quantity: number }[]>`
        select l.request_line_id as id, sum(l.quantity)::int as quantity
        from allocation_plan_line l join allocation_plan p on p.solution_id = l.solution_id
        where p.id = ${planId} group by 1`;
      return Object.fromEntries(rows.map((row) => [row.id, row.quantity]));
    },
    /** The goods of the chosen solution's snapshot. */
    suppliesOf: async (planId: string) => {
      const rows = await superuser<{ id: string; itemId: string; quantity: number }[]>`
        select one ->> 'id' as id, one ->> 'itemId' as "itemId", (one ->> 'quantity')::int as quantity
        from allocation_plan p join allocation_plan_solution s on s.id = p.solution_id
        join allocation_plan_snapshot n on n.id = s.snapshot_id, jsonb_array_elements(n.supplies) one
        where p.id = ${planId} order by 1`;
      return [...rows];
    },
  };
}
