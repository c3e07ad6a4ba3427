import { v7 as newId } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listGoodsForDraft, listGoodsToSend } from '~db/queries/goods-to-send.server';
import { listMovementsAt } from '~db/queries/movements.server';
import { findParcelToShow } from '~db/queries/parcel.server';
import { findShipment } from '~db/queries/shipment.server';
import { listShipments } from '~db/queries/shipments.server';
import { listStockRows } from '~db/queries/stock.server';
import { makeHeld } from '~db/testing/held-goods.server';
import { createTestDatabase, type TestDatabase } from '~db/testing/test-database.server';
import {
  actorOf,
  BABU,
  HEZHOU,
  makePledge,
  makeStock,
  makeWorld,
  VILLAGE,
  ZHAOPING,
  type World,
} from '~db/testing/world.server';
import { orThrow } from '~db/testing/or-throw.server';
import { visibleScope, type Actor } from '~/domain/actor';
import { LOOSE } from '~/domain/ledger';
import type { CommandEnv } from './command.server';
import { dispatchShipment } from './dispatch-shipment.server';
import { draftShipment } from './draft-shipment.server';
import { packParcel } from './pack-parcel.server';

let database: TestDatabase;
let world: World;
let readers: Record<string, Actor>;
let shipmentId: string;
let parcelId: string;
const now = new Date('2026-01-05T01:00:00Z');
const list = { sort: 'createdAt', descending: true, page: 1, pageSize: 10 } as const;
const stock = {
  today: '2026-01-05',
  soonDay: '2026-02-04',
  sort: 'bestBefore',
  descending: false,
  page: 1,
  pageSize: 10,
} as const;

/** A box of 12 of 20 held coats on a shipment, 10 more free of a lot that ends soon. */
beforeAll(async () => {
  database = await createTestDatabase();
  world = await makeWorld(database);
  const env: CommandEnv = { db: database.db, now: () => now, newId };
  const keeper = actorOf('depot_staff', BABU, world.depotOwner);
  const as = () => ({ actor: keeper, key: newId() });
  readers = {
    keeper,
    coordinator: actorOf('centre_coordinator', VILLAGE, world.centreOwner),
    city: actorOf('bureau_officer', HEZHOU),
    receivingCounty: actorOf('bureau_officer', ZHAOPING),
    otherCounty: actorOf('bureau_officer', '451123000000'),
    otherDepot: actorOf('depot_staff', BABU),
    donor: actorOf('foundation_staff', '440106000000', world.foundation),
    otherDonor: actorOf('foundation_staff', '440106000000'),
    administrator: actorOf('administrator', '450000000000'),
  };
  const { lotId, allocationLineId } = await database.db.transaction(async (tx) => {
    const of = { itemId: world.coatId, quantity: 20 };
    const donationLineId = await makePledge(tx, world, of);
    const lotId = await makeStock(tx, world, { donationLineId, ...of });
    const soon = { itemId: world.coatId, quantity: 10, bestBefore: '2026-02-01' };
    await makeStock(tx, world, { donationLineId, ...soon });
    const allocationLineId = await makeHeld(tx, world, { lotId, donationLineId, ...of });
    return { lotId, allocationLineId };
  });
  const goods = { lotId, allocationLineId, quantity: 12 };
  ({ parcelId } = await orThrow(
    packParcel(env, as(), {
      placeId: world.depot.id,
      kind: 'box',
      lines: [{ ...goods, parcelId: LOOSE }],
    }),
  ));
  ({ shipmentId } = await orThrow(
    draftShipment(env, as(), {
      fromPlaceId: world.depot.id,
      toPlaceId: world.centre.id,
      lines: [{ ...goods, parcelId }],
    }),
  ));
  await orThrow(
    dispatchShipment(env, as(), {
      shipmentId,
      version: 1,
      carrier: '顺达',
      vehiclePlate: undefined,
      waybillNumber: undefined,
      driverName: '韦师傅',
      driverPhone: '13800001111',
    }),
  );
});
afterAll(() => database.drop());

const scopeOf = (name: string) => {
  const actor = readers[name];
  if (!actor) throw new Error(name);
  return visibleScope(actor);
};

describe('shipments', () => {
  it.each([
    ['keeper', 1],
    ['coordinator', 1],
    ['city', 1],
    ['receivingCounty', 1],
    ['donor', 1],
    ['administrator', 1],
    ['otherCounty', 0],
    ['otherDepot', 0],
    ['otherDonor', 0],
  ])('the %s sees %i', async (name, seen) => {
    const { rows, total } = await listShipments(database.db, scopeOf(name), list);
    expect([rows.length, total]).toEqual([seen, seen]);
    expect((await findShipment(database.db, scopeOf(name), shipmentId)) !== undefined).toBe(
      seen === 1,
    );
    expect((await findParcelToShow(database.db, scopeOf(name), parcelId)) !== undefined).toBe(
      seen === 1,
    );
  });

  it('show the driver to both ends and their bureaus, and to nobody else', async () => {
    const driver = async (name: string) =>
      (await findShipment(database.db, scopeOf(name), shipmentId))?.driver?.phone;
    expect(await driver('keeper')).toBe('13800001111');
    expect(await driver('receivingCounty')).toBe('13800001111');
    expect(await driver('donor')).toBeUndefined();
    expect(await driver('administrator')).toBeUndefined();
  });

  it('are found by status, direction and text, and weighed', async () => {
    const find = (filter: object, name = 'keeper') =>
      listShipments(database.db, scopeOf(name), { ...list, ...filter });
    expect((await find({ statuses: ['dispatched'] })).total).toBe(1);
    expect((await find({ statuses: ['draft'] })).total).toBe(0);
    expect((await find({ direction: 'in' })).total).toBe(0);
    expect((await find({ direction: 'in' }, 'coordinator')).total).toBe(1);
    expect((await find({ text: 'w260105' })).rows[0]).toMatchObject({ weightG: 12 });
    expect((await find({ text: '100%' })).total).toBe(0);
  });
});

describe('goods to send, stock and movements', () => {
  it('offer what is held and on no draft to the keeper alone', async () => {
    const rows = await listGoodsToSend(database.db, scopeOf('keeper'));
    expect(rows).toMatchObject([{ left: 8, parcelId: LOOSE, toPlaceId: world.centre.id }]);
    expect(await listGoodsToSend(database.db, scopeOf('coordinator'))).toEqual([]);
  });

  it('offer a draft that is drawn up anew what it lists itself', async () => {
    const id = newId();
    const [row] = await listGoodsToSend(database.db, scopeOf('keeper'));
    const { allocationLineId, lotId, fromPlaceId, toPlaceId } = row!;
    await database.superuser`insert into shipment (id, code, from_place_id, to_place_id, from_county_code,
      to_county_code, status, created_by_user_id, created_at) values (${id}, 'drawn anew', ${fromPlaceId},
      ${toPlaceId}, '451102', '451121', 'draft', ${newId()}, now())`;
    await database.superuser`insert into shipment_line (id, shipment_id, position, allocation_line_id, lot_id,
      parcel_id, quantity) values (${newId()}, ${id}, 1, ${allocationLineId}, ${lotId}, ${LOOSE}, 8)`;
    const offered = (between: object) => listGoodsToSend(database.db, scopeOf('keeper'), between);
    expect(await offered({})).toEqual([]);
    expect(await offered({ butForShipmentId: id })).toMatchObject([{ lotId, left: 8 }]);
    await database.superuser`update shipment set status = 'cancelled' where id = ${id}`;
  });

  it('keep on a draft that is drawn up anew its free stock, and what is there no more', async () => {
    const env: CommandEnv = { db: database.db, now: () => now, newId };
    const [free] = await database.superuser<{ lotId: string }[]>`
      select lot_id as "lotId" from balance b join account a on a.id = b.account_id
      where a.kind = 'stock' and b.quantity = 10`;
    const loose = { lotId: free?.lotId ?? '', allocationLineId: null, parcelId: LOOSE };
    const between = { fromPlaceId: world.depot.id, toPlaceId: world.centre.id };
    const drafted = (quantity: number) =>
      orThrow(
        draftShipment(
          env,
          { actor: readers.keeper!, key: newId() },
          { ...between, lines: [{ ...loose, quantity }] },
        ),
      );
    const { shipmentId: id } = await drafted(6);
    const other = await drafted(3);
    const offered = (name: string) =>
      listGoodsForDraft(database.db, scopeOf(name), { ...between, shipmentId: id });
    expect(await offered('keeper')).toMatchObject([
      { left: 8, programmeName: expect.any(String) as string },
      { ...loose, left: 7, programmeName: null },
    ]);
    expect(await offered('otherDepot')).toEqual([]);
    await database.superuser`update shipment_line set parcel_id = ${newId()}, quantity = 5 where shipment_id = ${id}`;
    expect((await offered('keeper')).map((row) => row.left)).toEqual([8, 0]);
    await database.superuser`update shipment set status = 'cancelled' where id in (${id}, ${other.shipmentId})`;
  });

  it.each([
    ['keeper', [10, 8]],
    ['city', [10, 8]],
    ['administrator', [10, 8]],
    ['coordinator', []],
    ['receivingCounty', []],
    ['otherDepot', []],
  ])('list to the %s what lies at its places, first expired first', async (name, quantities) => {
    const { rows, total } = await listStockRows(database.db, scopeOf(name), stock);
    expect(rows.map((row) => row.quantity)).toEqual(quantities);
    expect(total).toBe(quantities.length);
    const at = { placeId: world.depot.id, page: 1, pageSize: 10 };
    const moved = await listMovementsAt(database.db, scopeOf(name), at);
    expect(moved?.rows.map((row) => row.kind)).toEqual(
      quantities.length > 0 ? ['dispatch', 'pack', 'hold', 'intake', 'intake'] : undefined,
    );
  });

  it('filter by condition, standing and item', async () => {
    const find = async (filter: object) =>
      (await listStockRows(database.db, scopeOf('keeper'), { ...stock, ...filter })).rows.map(
        (row) => row.quantity,
      );
    expect(await find({ condition: 'expiring' })).toEqual([10]);
    expect(await find({ condition: 'expired' })).toEqual([]);
    expect(await find({ kind: 'hold' })).toEqual([8]);
    expect(await find({ itemId: world.riceId })).toEqual([]);
    expect(await find({ sort: 'quantity' })).toEqual([8, 10]);
  });
});
