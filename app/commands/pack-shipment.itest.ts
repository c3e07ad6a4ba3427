import { v7 as newId } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeHeld } from '~db/testing/held-goods.server';
import { createTestDatabase, type TestDatabase } from '~db/testing/test-database.server';
import {
  actorOf,
  BABU,
  makePledge,
  makeStock,
  makeWorld,
  VILLAGE,
  type World,
} from '~db/testing/world.server';
import { orThrow } from '~db/testing/or-throw.server';
import type { Actor } from '~/domain/actor';
import { LOOSE } from '~/domain/ledger';
import type { CommandEnv } from './command.server';
import { dispatchShipment } from './dispatch-shipment.server';
import { draftShipment } from './draft-shipment.server';
import { packShipment } from './pack-shipment.server';
import type { GoodsToSend } from './shipment-goods.server';

let database: TestDatabase;
let world: World;
let env: CommandEnv;
let keeper: Actor;
let coordinator: Actor;
const now = new Date('2026-01-05T01:00:00Z');

beforeAll(async () => {
  database = await createTestDatabase();
  world = await makeWorld(database);
  env = { db: database.db, now: () => now, newId };
  keeper = actorOf('depot_staff', BABU, world.depotOwner);
  coordinator = actorOf('centre_coordinator', VILLAGE, world.centreOwner);
});
afterAll(() => database.drop());

const as = (actor: Actor) => ({ actor, key: newId() });

/** Goods held at the depot for the centre. */
async function held(quantity: number): Promise<GoodsToSend> {
  return database.db.transaction(async (tx) => {
    const of = { itemId: world.coatId, quantity };
    const donationLineId = await makePledge(tx, world, of);
    const lotId = await makeStock(tx, world, { donationLineId, ...of });
    const allocationLineId = await makeHeld(tx, world, { lotId, donationLineId, ...of });
    return { lotId, allocationLineId, parcelId: LOOSE, quantity };
  });
}

const draft = (lines: GoodsToSend[]) =>
  draftShipment(env, as(keeper), {
    fromPlaceId: world.depot.id,
    toPlaceId: world.centre.id,
    lines,
  });
const road = {
  carrier: '贺州顺达物流',
  vehiclePlate: undefined,
  driverName: undefined,
  driverPhone: undefined,
  waybillNumber: undefined,
};

async function onTheRoad(lotId: string): Promise<unknown> {
  const [row] = await database.superuser`
    select sum(b.quantity)::int as quantity from balance b join account a on a.id = b.account_id
    where a.kind = 'transit' and b.lot_id = ${lotId}`;
  return row?.quantity;
}

describe('pack-shipment', () => {
  const pack = (shipmentId: string, version: number, lines: GoodsToSend[], actor = keeper) =>
    packShipment(env, as(actor), { shipmentId, version, kind: 'box', lines });
  const listed = (shipmentId: string) => database.superuser<{ parcelId: string }[]>`
    select parcel_id as "parcelId", quantity::int from shipment_line
    where shipment_id = ${shipmentId} order by position`;

  it('lists the box in the stead of what went into it, and can be dispatched', async () => {
    const goods = await held(20);
    const { shipmentId } = await orThrow(draft([goods]));
    const first = await orThrow(pack(shipmentId, 1, [{ ...goods, quantity: 12 }]));
    const [loose, box] = [LOOSE, first.parcelId];
    expect(await listed(shipmentId)).toEqual([
      { parcelId: loose, quantity: 8 },
      { parcelId: box, quantity: 12 },
    ]);
    const second = await orThrow(pack(shipmentId, 2, [{ ...goods, quantity: 8 }]));
    expect(await listed(shipmentId)).toEqual([
      { parcelId: box, quantity: 12 },
      { parcelId: second.parcelId, quantity: 8 },
    ]);
    await orThrow(dispatchShipment(env, as(keeper), { shipmentId, version: 3, ...road }));
    expect(await onTheRoad(goods.lotId)).toBe(20);
  });

  it('refuses a box in a box, more than is there, a stale form, another place, and packs nothing then', async () => {
    const goods = await held(10);
    const { shipmentId } = await orThrow(draft([goods]));
    const { parcelId } = await orThrow(pack(shipmentId, 1, [{ ...goods, quantity: 4 }]));
    expect(await pack(shipmentId, 2, [{ ...goods, parcelId, quantity: 4 }])).toMatchObject({
      error: { code: 'access.not_found', field: 'lines[0].quantity' },
    });
    expect(await pack(shipmentId, 2, [goods])).toMatchObject({
      error: { code: 'parcel.more_than_free', facts: { left: 6 } },
    });
    expect(await pack(shipmentId, 1, [goods])).toMatchObject({ error: { code: 'record.stale' } });
    expect(await pack(shipmentId, 2, [goods], coordinator)).toMatchObject({
      error: { code: 'access.organisation' },
    });
    const [row] = await database.superuser`
      select count(*)::int as parcels from balance b join parcel p on p.id = b.parcel_id
      where b.lot_id = ${goods.lotId} and b.quantity > 0`;
    expect(row).toEqual({ parcels: 1 });
  });
});
