import { v7 as newId } from 'uuid';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { pageStage, type PageStage } from '~db/testing/page-stage.server';
import { makePledge } from '~db/testing/world.server';
import { loadRequest } from './load-request.server';

let stage: PageStage;
beforeAll(async () => {
  stage = await pageStage();
});
afterAll(() => stage.drop());

it('what is allocated while the page is read is shown with its allocation, or not at all', async () => {
  const { database, env, world, officer } = stage;
  const { requestId, requestLineId } = await stage.need(10, []);
  const donationLineId = await database.db.transaction((tx) =>
    makePledge(tx, world, { itemId: world.coatId, quantity: 4, size: '120' }),
  );
  const read = async () => {
    const page = await loadRequest(env, officer, requestId);
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
