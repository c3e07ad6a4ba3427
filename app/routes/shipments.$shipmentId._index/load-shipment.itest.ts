import { v7 as newId } from 'uuid';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { makeHeld } from '~db/testing/held-goods.server';
import { pageStage, type PageStage } from '~db/testing/page-stage.server';
import { actorOf, BABU, makePledge, makeStock } from '~db/testing/world.server';
import { draftShipment } from '~/commands/draft-shipment.server';
import { LOOSE } from '~/domain/ledger';
import { loadShipment } from './load-shipment.server';

let stage: PageStage;
beforeAll(async () => {
  stage = await pageStage();
});
afterAll(() => stage.drop());

it('what is received while the page is read is shown with its status, or not at all', async () => {
  const { database, env, world } = stage;
  const keeper = actorOf('depot_staff', BABU, world.depotOwner);
  const goods = await database.db.transaction(async (tx) => {
    const of = { itemId: world.coatId, quantity: 20 };
    const donationLineId = await makePledge(tx, world, of);
    const lotId = await makeStock(tx, world, { donationLineId, ...of });
    const allocationLineId = await makeHeld(tx, world, { lotId, donationLineId, ...of });
    return { lotId, allocationLineId, parcelId: LOOSE, quantity: 20 };
  });
  const drafted = await draftShipment(
    env,
    { actor: keeper, key: newId() },
    { fromPlaceId: world.depot.id, toPlaceId: world.centre.id, lines: [goods] },
  );
  if (!drafted.ok) throw new Error(drafted.error.code);
  const { shipmentId } = drafted.value;
  const read = async () => {
    const { shipment } = await loadShipment(env, keeper, shipmentId);
    return [shipment.status, shipment.receipts.length];
  };
  const amid = await database.readAmid(
    'receipt',
    async (sql) => {
      await sql`update shipment set status = 'received' where id = ${shipmentId}`;
      await sql`
        insert into receipt (id, shipment_id, received_by_user_id, occurred_at, recorded_at)
        values (${newId()}, ${shipmentId}, ${newId()}, now(), now())`;
    },
    read,
  );
  expect([
    ['draft', 0],
    ['received', 1],
  ]).toContainEqual(amid);
  expect(await read()).toEqual(['received', 1]);
});
