import { v7 as newId } from 'uuid';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { setCentreStage, type CentreStage } from '~db/testing/centre-stage.server';
import { createTestDatabase, type TestDatabase } from '~db/testing/test-database.server';
import { makePledge } from '~db/testing/world.server';
import type { ServerEnv } from '~/server/env.server';
import { loadRequest } from './load-request.server';

let database: TestDatabase;
let stage: CentreStage;

beforeAll(async () => {
  database = await createTestDatabase();
  stage = await setCentreStage(database, new Date('2026-01-05T02:00:00Z'));
});
afterAll(() => database.drop());

it('what is allocated while the page is read is shown with its allocation, or not at all', async () => {
  const { world, officer } = stage;
  const { requestId, requestLineId } = await stage.need(10, []);
  const donationLineId = await database.db.transaction((tx) =>
    makePledge(tx, world, { itemId: world.coatId, quantity: 4, size: '120' }),
  );
  const read = async () => {
    const page = await loadRequest(stage.env as unknown as ServerEnv, officer, requestId);
    const { promised, remainder } = page.lines[0]!.figures;
    return { allocations: page.request.allocations.length, promised, remainder };
  };
  const amid = await database.readAmid(
    'movement_line',
    async (sql) => {
      const [id, lineId] = [newId(), newId()];
      await sql`
        insert into allocation
          (id, request_id, organisation_id, county_code, status, allocated_by_user_id, created_at)
        values (${id}, ${requestId}, ${world.bureau}, '451121', 'active', ${newId()}, now())`;
      await sql`
        insert into allocation_line
          (id, allocation_id, request_line_id, donation_line_id, place_id, quantity)
        values (${lineId}, ${id}, ${requestLineId}, ${donationLineId}, ${world.depot.id}, 4)`;
    },
    read,
  );
  const [before, after] = [
    { allocations: 0, promised: 0, remainder: 10 },
    { allocations: 1, promised: 4, remainder: 6 },
  ];
  expect([before, after]).toContainEqual(amid);
  expect(await read()).toEqual(after);
});
