import { afterAll, beforeAll, expect, it } from 'vitest';
import { pageStage, type PageStage } from '~db/testing/page-stage.server';
import { makePledge } from '~db/testing/world.server';
import { orThrow } from '~db/testing/or-throw.server';
import { makeAllocation } from '~/commands/make-allocation.server';
import { loadAllocation } from './load-allocation.server';

let stage: PageStage;
beforeAll(async () => {
  stage = await pageStage();
});
afterAll(() => stage.drop());

it('what is given back while the page is read is shown with where the rest is, or not at all', async () => {
  const { database, world, officer, env, as } = stage;
  const { requestId, requestLineId } = await stage.need(10, []);
  const donationLineId = await database.db.transaction((tx) =>
    makePledge(tx, world, { itemId: world.coatId, quantity: 10, size: '120' }),
  );
  const line = {
    requestLineId,
    donationLineId,
    lotId: null,
    placeId: world.depot.id,
    quantity: 10,
  };
  const { allocationId } = await orThrow(
    makeAllocation(env, as(officer), { requestId, version: 3, lines: [line] }),
  );
  const read = async () => {
    const page = await loadAllocation(env, officer, allocationId);
    const { quantity, releasedQuantity, where } = page.lines[0]!;
    return { given: quantity - releasedQuantity, promised: where.promised };
  };
  const amid = await database.readAmid(
    'movement_line',
    (sql) => sql`
      update allocation_line set released_quantity = 4 where allocation_id = ${allocationId}`,
    read,
  );
  expect(amid.promised).toBe(amid.given);
  expect(await read()).toEqual({ given: 6, promised: 6 });
});
