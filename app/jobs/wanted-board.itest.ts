import { v7 as newId } from 'uuid';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { listParameters } from '~db/queries/parameters.server';
import { findGoodsVersion, readWantedProblem } from '~db/queries/wanted-goods.server';
import { makeNeed, seedPlanning } from '~db/testing/needs-world.server';
import { createTestDatabase, type TestDatabase } from '~db/testing/test-database.server';
import {
  actorOf,
  HEZHOU,
  makePledge,
  makeStock,
  makeWorld,
  VILLAGE,
  type World,
} from '~db/testing/world.server';
import { draftAllocationPlan } from '~/commands/draft-allocation-plan.server';
import { planChoicesOf } from '~/domain/plan-parameters';
import { openPlanWorker, wantedInThread } from './solve-in-thread';
import { openWantedBoard } from './wanted-board';

let database: TestDatabase;
let world: World;
const now = new Date();

beforeAll(async () => {
  database = await createTestDatabase();
  world = await makeWorld(database);
  await seedPlanning(database.db, world);
});
afterAll(() => database.drop());

it('is solved in a thread, of all goods and needs, and is anew when goods come in', async () => {
  const { db } = database;
  const board = openWantedBoard({
    now: () => now,
    version: () => findGoodsVersion(db, now),
    readTask: () => readWantedProblem(db, now),
    solve: wantedInThread(openPlanWorker(false)),
    say: (error) => expect.fail(String(error)),
    times: { waitMs: 60_000 },
  });
  const itemId = world.riceId;
  await makeNeed(db, { itemId, quantity: 180_000, divisionCode: VILLAGE, headCount: 20 });
  const [rice] = (await board.read()).known?.effects ?? [];
  expect(rice).toMatchObject({ itemId, gift: 100_000, met: 100_000, open: 180_000 });
  expect(rice?.byCounty).toEqual([{ key: VILLAGE.slice(0, 6), quantity: 100_000, people: 20 }]);
  expect(rice?.byGroup).toMatchObject([{ key: 'children', quantity: 100_000 }]);

  const before = await findGoodsVersion(db, now);
  expect(await findGoodsVersion(db, now)).toBe(before);
  await db.transaction(async (tx) => {
    const donationLineId = await makePledge(tx, world, { itemId, quantity: 150_000 });
    await makeStock(tx, world, { donationLineId, itemId, quantity: 150_000 });
  });
  expect(await findGoodsVersion(db, now)).not.toBe(before);
  const [less] = (await board.read()).known?.effects ?? [];
  expect(less).toMatchObject({ met: 30_000, open: 30_000 });
  await board.stop();
});

it('has another version once a weight is changed, and the same again when it is as it was', async () => {
  const { db, superuser } = database;
  const before = await findGoodsVersion(db, now);
  const weigh = (value: number) =>
    superuser`update parameter set value = ${value}::text::jsonb where code = 'plan.urgency_urgent'`;
  const [row] = await superuser<{ value: number }[]>`
    select value from parameter where code = 'plan.urgency_urgent'`;
  await weigh(7);
  expect(await findGoodsVersion(db, now)).not.toBe(before);
  await weigh(row!.value);
  expect(await findGoodsVersion(db, now)).toBe(before);
});

it('has another version after an event, and on another day', async () => {
  const { db } = database;
  const before = await findGoodsVersion(db, now);
  expect(await findGoodsVersion(db, new Date(now.getTime() + 86_400_000))).not.toBe(before);
  const env = { db, now: () => now, newId };
  const actor = actorOf('bureau_officer', HEZHOU, world.bureau);
  const drafted = await draftAllocationPlan(
    env,
    { actor, key: newId() },
    {
      needDivisionCode: HEZHOU,
      campaignId: undefined,
      itemIds: [],
      choices: planChoicesOf(await listParameters(db), '2026-11-10', HEZHOU),
    },
  );
  expect(drafted.ok).toBe(true);
  expect(await findGoodsVersion(db, now)).not.toBe(before);
});

it.each(['event', 'movement'])(
  'has another version after the %s of a transaction that began earlier and ended later',
  async (table) => {
    const { db, superuser } = database;
    const before = await findGoodsVersion(db, now);
    await superuser.begin(async (sql) => {
      await sql`set local session_replication_role = replica`;
      const [last] = await sql`select * from ${sql(table)} order by id desc limit 1`;
      const msecs = Number.parseInt(String(last!['id']).replace('-', '').slice(0, 12), 16) - 1;
      const late = { ...last, id: newId({ msecs }), ...(table === 'event' && { version: 99 }) };
      await sql`insert into ${sql(table)} ${sql(late)}`;
    });
    expect(await findGoodsVersion(db, now)).not.toBe(before);
  },
);
