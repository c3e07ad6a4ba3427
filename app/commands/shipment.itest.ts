import { v7 as newId } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { postMovements } from '~db/store/ledger.server';
import { makeHeld } from '~db/testing/held-goods.server';
import { createTestDatabase, type TestDatabase } from '~db/testing/test-database.server';
import {
  actorOf,
  BABU,
  makePlace,
  makePledge,
  makeStock,
  makeWorld,
  VILLAGE,
  type World,
} from '~db/testing/world.server';
import { orThrow } from '~db/testing/or-throw.server';
import type { Actor } from '~/domain/actor';
import { LOOSE } from '~/domain/ledger';
import { foldShipment, type ShipmentEvent } from '~/domain/shipment';
import type { ReceiptLine } from '~/domain/shipment-figures';
import { amendShipment } from './amend-shipment.server';
import { cancelShipment } from './cancel-shipment.server';
import { claimOver } from './claim-over.server';
import type { CommandEnv } from './command.server';
import { decideOver } from './decide-over.server';
import { dispatchShipment } from './dispatch-shipment.server';
import { draftShipment } from './draft-shipment.server';
import { findAgain } from './find-again.server';
import { openParcel } from './open-parcel.server';
import { packParcel } from './pack-parcel.server';
import { quarantineStock } from './quarantine-stock.server';
import { receiveShipment } from './receive-shipment.server';
import { reverseMovement } from './reverse-movement.server';
import { writeOffStock } from './write-off-stock.server';

let database: TestDatabase;
let world: World;
let env: CommandEnv;
let keeper: Actor;
let coordinator: Actor;
const now = new Date('2026-01-05T01:00:00Z');
const driver = { driverName: '韦师傅', driverPhone: '13800001111' };
const lorry = { carrier: '贺州顺达物流', vehiclePlate: '桂J12345', ...driver };
const road = { ...lorry, waybillNumber: 'SD-0001' };

beforeAll(async () => {
  database = await createTestDatabase();
  world = await makeWorld(database);
  env = { db: database.db, now: () => now, newId };
  keeper = actorOf('depot_staff', BABU, world.depotOwner);
  coordinator = actorOf('centre_coordinator', VILLAGE, world.centreOwner);
});
afterAll(() => database.drop());

const as = (actor: Actor, key: string = newId()) => ({ actor, key });

interface Goods {
  lotId: string;
  allocationLineId: string;
  parcelId: string;
  quantity: number;
}

/** Goods held at the depot for the centre. */
async function held(
  quantity: number,
  lot: Partial<Parameters<typeof makeStock>[2]> = {},
): Promise<Goods> {
  return database.db.transaction(async (tx) => {
    const of = { itemId: world.coatId, quantity };
    const donationLineId = await makePledge(tx, world, of);
    const lotId = await makeStock(tx, world, { donationLineId, ...of, ...lot });
    const allocationLineId = await makeHeld(tx, world, { lotId, donationLineId, ...of });
    return { lotId, allocationLineId, parcelId: LOOSE, quantity };
  });
}

const between = () => ({ fromPlaceId: world.depot.id, toPlaceId: world.centre.id });
const draft = (lines: Goods[], actor = keeper) =>
  draftShipment(env, as(actor), { ...between(), lines });

async function sent(lines: Goods[]) {
  const { shipmentId } = await orThrow(draft(lines));
  await orThrow(dispatchShipment(env, as(keeper), { shipmentId, version: 1, ...road }));
  const rows = await database.superuser<{ id: string }[]>`
    select id from shipment_line where shipment_id = ${shipmentId} order by position`;
  return { shipmentId, version: 2, lineIds: rows.map((row) => row.id) };
}

const count = (lineId: string, over: Partial<ReceiptLine> = {}): ReceiptLine => ({
  lineId,
  received: 0,
  damaged: 0,
  lost: 0,
  reason: null,
  ...over,
});

async function balanceOf(lotId: string): Promise<Record<string, number>> {
  const rows = await database.superuser<{ at: string; quantity: number }[]>`
    select a.kind || coalesce(' ' || p.kind, '') || coalesce(' ' || a.reason, '') as at,
      sum(b.quantity)::int as quantity
    from balance b join account a on a.id = b.account_id left join place p on p.id = a.place_id
    where b.lot_id = ${lotId} and not b.is_donor and b.quantity <> 0 group by 1`;
  return Object.fromEntries(rows.map((row) => [row.at, row.quantity]));
}

async function expectFolded(shipmentId: string, status: string) {
  const events = await database.superuser<ShipmentEvent[]>`
    select type, payload from event where aggregate_id = ${shipmentId} order by version`;
  const [row] = await database.superuser`
    select status, version from shipment where id = ${shipmentId}`;
  const state = foldShipment(events);
  expect(row).toEqual({ status: state.status, version: state.version });
  expect(row).toMatchObject({ status });
}

describe('draft-shipment', () => {
  it('lists held goods and moves nothing', async () => {
    const goods = await held(20);
    const { shipmentId } = await orThrow(draft([{ ...goods, quantity: 15 }]));
    expect(await balanceOf(goods.lotId)).toEqual({ 'hold depot': 20 });
    await expectFolded(shipmentId, 'draft');
    const [row] = await database.superuser`select code, from_county_code, to_county_code
      from shipment where id = ${shipmentId}`;
    expect(row).toMatchObject({ from_county_code: '451102', to_county_code: '451121' });
    expect(row!.code).toMatch(/^W260105-[0-9A-Z]{5}$/);
  });

  it('leaves to a second draft only what the first does not list', async () => {
    const goods = await held(20);
    await orThrow(draft([{ ...goods, quantity: 15 }]));
    expect(await draft([{ ...goods, quantity: 6 }])).toEqual({
      ok: false,
      error: { code: 'shipment.more_than_held', facts: { left: 5 }, field: 'lines[0].quantity' },
    });
    expect((await draft([{ ...goods, quantity: 5 }])).ok).toBe(true);
  });

  it('has effect once for one key', async () => {
    const goods = await held(20);
    const key = newId();
    const first = await draftShipment(env, as(keeper, key), { ...between(), lines: [goods] });
    expect(await draftShipment(env, as(keeper, key), { ...between(), lines: [goods] })).toEqual(
      first,
    );
    const rows = await database.superuser`
      select 1 from shipment_line where lot_id = ${goods.lotId}`;
    expect(rows).toHaveLength(1);
  });

  it('refuses goods held for another place, expired ones, listed twice, forged, or none', async () => {
    const goods = await held(20);
    const old = await held(5, { bestBefore: '2026-01-04' });
    const elsewhere = await database.db.transaction((tx) =>
      makePlace(tx, world.centreOwner, 'centre', VILLAGE),
    );
    const tries: [Goods[], string, string?][] = [
      [[], 'form.nothing_entered'],
      [[goods, goods], 'form.invalid'],
      [[{ ...goods, lotId: newId() }], 'shipment.more_than_held'],
      [[{ ...goods, allocationLineId: newId() }], 'shipment.more_than_held'],
      [[{ ...goods, quantity: 0 }], 'quantity.not_positive'],
      [[{ ...goods, quantity: 1.5 }], 'quantity.not_positive'],
      [[old], 'shipment.expired'],
      [[goods], 'shipment.other_destination', elsewhere.id],
      [[goods], 'shipment.same_place', world.depot.id],
      [[goods], 'access.not_found', newId()],
    ];
    for (const [lines, code, toPlaceId = world.centre.id] of tries) {
      const input = { ...between(), toPlaceId, lines };
      expect(await draftShipment(env, as(keeper), input)).toMatchObject({ error: { code } });
    }
  });

  it.each([
    ['the receiving centre', () => coordinator, 'access.organisation'],
    ['another depot', () => actorOf('depot_staff', BABU), 'access.organisation'],
    ['a bureau', () => actorOf('bureau_officer', BABU), 'access.role'],
  ] as const)('refuses %s', async (_, actor, code) => {
    expect(await draft([await held(5)], actor())).toMatchObject({ error: { code } });
  });
});

describe('amend-shipment and cancel-shipment', () => {
  it('lists anew, frees the goods when given up, and then does no more', async () => {
    const goods = await held(20);
    const { shipmentId } = await orThrow(draft([goods]));
    const less = [{ ...goods, quantity: 4 }];
    await orThrow(amendShipment(env, as(keeper), { shipmentId, version: 1, lines: less }));
    await expectFolded(shipmentId, 'draft');
    expect(await cancelShipment(env, as(keeper), { shipmentId, version: 1 })).toMatchObject({
      error: { code: 'record.stale' },
    });
    expect(await cancelShipment(env, as(coordinator), { shipmentId, version: 2 })).toMatchObject({
      error: { code: 'access.organisation' },
    });
    await orThrow(cancelShipment(env, as(keeper), { shipmentId, version: 2 }));
    await expectFolded(shipmentId, 'cancelled');
    expect(
      await amendShipment(env, as(keeper), { shipmentId, version: 3, lines: less }),
    ).toMatchObject({ error: { code: 'record.status' } });
    expect((await draft([goods])).ok).toBe(true);
  });
});

describe('dispatch-shipment', () => {
  it('puts the goods on the road and keeps the driver out of the history', async () => {
    const goods = await held(20);
    const { shipmentId } = await sent([{ ...goods, quantity: 15 }]);
    expect(await balanceOf(goods.lotId)).toEqual({ 'hold depot': 5, transit: 15 });
    await expectFolded(shipmentId, 'dispatched');
    const [row] = await database.superuser`
      select driver_name, driver_phone, waybill_number, dispatched_by_user_id
      from shipment where id = ${shipmentId}`;
    expect(row).toEqual({
      driver_name: '韦师傅',
      driver_phone: '13800001111',
      waybill_number: 'SD-0001',
      dispatched_by_user_id: keeper.userId,
    });
    const traces = await database.superuser`
      select payload::text as text from event where aggregate_id = ${shipmentId}
      union all select result::text from command_log`;
    for (const { text } of traces) expect(String(text)).not.toMatch(/韦师傅|13800001111/);
  });

  it('refuses what was released since, a second time, a stale form, the receiver, and nobody to carry', async () => {
    const goods = await held(20);
    const { shipmentId } = await orThrow(draft([goods]));
    const step = { shipmentId, version: 1, ...road };
    expect(await dispatchShipment(env, as(coordinator), step)).toMatchObject({
      error: { code: 'access.organisation' },
    });
    expect(await dispatchShipment(env, as(keeper), { ...step, version: 2 })).toMatchObject({
      error: { code: 'record.stale' },
    });
    const walk = { ...step, carrier: undefined, vehiclePlate: undefined };
    expect(await dispatchShipment(env, as(keeper), walk)).toMatchObject({
      error: { code: 'shipment.carrier_or_plate', field: 'carrier' },
    });
    expect(await dispatchShipment(env, as(keeper), { ...step, shipmentId: newId() })).toMatchObject(
      { error: { code: 'access.not_found' } },
    );
    await orThrow(dispatchShipment(env, as(keeper), step));
    expect(await dispatchShipment(env, as(keeper), { ...step, version: 2 })).toMatchObject({
      error: { code: 'record.status' },
    });
  });

  it('says what is left when the goods have gone another way', async () => {
    const goods = await held(20);
    const { shipmentId } = await orThrow(draft([goods]));
    await database.owner`update shipment_line set quantity = 30 where shipment_id = ${shipmentId}`;
    expect(
      await dispatchShipment(env, as(keeper), { shipmentId, version: 1, ...road }),
    ).toMatchObject({ error: { code: 'shipment.more_than_held', facts: { left: 20 } } });
    expect(await balanceOf(goods.lotId)).toEqual({ 'hold depot': 20 });
    await expectFolded(shipmentId, 'draft');
  });
});

describe('receive-shipment', () => {
  it('receives in several receipts; damaged and lost are losses, the rest is still on the road', async () => {
    const goods = await held(100);
    const { shipmentId, lineIds } = await sent([goods]);
    const line = lineIds[0]!;
    const receive = (version: number, lines: ReceiptLine[]) =>
      receiveShipment(env, as(coordinator), { shipmentId, version, lines });
    await orThrow(receive(2, [count(line, { received: 60, damaged: 2 })]));
    expect(await balanceOf(goods.lotId)).toEqual({
      'hold centre': 60,
      'loss centre damaged': 2,
      transit: 38,
    });
    await expectFolded(shipmentId, 'partly_received');
    await orThrow(receive(3, [count(line, { received: 35, lost: 3, reason: 'short_in_transit' })]));
    expect(await balanceOf(goods.lotId)).toEqual({
      'hold centre': 95,
      'loss centre damaged': 2,
      'loss depot short_in_transit': 3,
    });
    await expectFolded(shipmentId, 'received');
    const rows = await database.superuser`
      select received_quantity::int as r, damaged_quantity::int as d, lost_quantity::int as l, reason
      from receipt_line where shipment_line_id = ${line} order by id`;
    expect([...rows]).toEqual([
      { r: 60, d: 2, l: 0, reason: 'damaged' },
      { r: 35, d: 0, l: 3, reason: 'short_in_transit' },
    ]);
    const [account] = await database.superuser`
      select a.allocation_line_id as id from account a join balance b on b.account_id = a.id
      where a.kind = 'hold' and a.place_id = ${world.centre.id} and b.lot_id = ${goods.lotId}`;
    expect(account).toEqual({ id: goods.allocationLineId });
  });

  it('opens packs that broke on the road', async () => {
    const goods = await held(50_000, { itemId: world.riceId, packSize: 10_000 });
    const { shipmentId, lineIds } = await sent([goods]);
    await orThrow(
      receiveShipment(env, as(coordinator), {
        shipmentId,
        version: 2,
        lines: [count(lineIds[0]!, { received: 46_000, damaged: 4_000 })],
      }),
    );
    expect(await balanceOf(goods.lotId)).toEqual({
      'hold centre': 46_000,
      'loss centre damaged': 4_000,
    });
  });

  it('refuses more than was sent, a loss without its reason, nothing at all, and a forged line', async () => {
    const goods = await held(20);
    const { shipmentId, version, lineIds } = await sent([goods]);
    const line = lineIds[0]!;
    const tries: [ReceiptLine[], string][] = [
      [[count(line, { received: 21 })], 'shipment.more_than_sent'],
      [[count(line, { received: 19, lost: 1 })], 'shipment.reason_missing'],
      [[count(line)], 'form.nothing_entered'],
      [[count(newId(), { received: 1 })], 'access.not_found'],
      [[count(line, { received: -1 })], 'quantity.not_whole'],
      [[count(line, { received: 1 }), count(line, { received: 1 })], 'form.invalid'],
    ];
    for (const [lines, code] of tries) {
      expect(
        await receiveShipment(env, as(coordinator), { shipmentId, version, lines }),
      ).toMatchObject({ ok: false, error: { code } });
    }
    expect(await balanceOf(goods.lotId)).toEqual({ transit: 20 });
  });

  it('compares users, not hats: who sent cannot receive', async () => {
    const goods = await held(20);
    const { shipmentId, version, lineIds } = await sent([goods]);
    const lines = [count(lineIds[0]!, { received: 20 })];
    const sameUser = actorOf('centre_coordinator', VILLAGE, world.centreOwner, keeper.userId);
    const receive = (actor: Actor, at = version) =>
      receiveShipment(env, as(actor), { shipmentId, version: at, lines });
    expect(await receive(sameUser)).toMatchObject({ error: { code: 'access.same_user' } });
    expect(await receive(keeper)).toMatchObject({ error: { code: 'access.organisation' } });
    expect(await receive(coordinator, 1)).toMatchObject({ error: { code: 'record.stale' } });
    await orThrow(receive(coordinator));
    expect(await receive(coordinator, 3)).toMatchObject({ error: { code: 'record.status' } });
  });

  it('lets one of two who receive at once succeed', async () => {
    const goods = await held(20);
    const { shipmentId, version, lineIds } = await sent([goods]);
    const lines = [count(lineIds[0]!, { received: 20 })];
    const results = await Promise.all(
      [0, 1, 2].map(() => receiveShipment(env, as(coordinator), { shipmentId, version, lines })),
    );
    expect(results.filter((result) => result.ok)).toHaveLength(1);
    expect(await balanceOf(goods.lotId)).toEqual({ 'hold centre': 20 });
  });
});

describe('parcels on the road', () => {
  const packed = async (quantity: number): Promise<Goods> => {
    const goods = await held(quantity);
    const { lotId, allocationLineId, parcelId } = goods;
    const box = await orThrow(
      packParcel(env, as(keeper), {
        placeId: world.depot.id,
        kind: 'box',
        lines: [{ lotId, allocationLineId, parcelId, quantity }],
      }),
    );
    return { ...goods, parcelId: box.parcelId };
  };
  const parcelsOf = (lotId: string) => database.superuser`
    select a.kind, b.parcel_id as parcel, b.quantity::int as quantity
    from balance b join account a on a.id = b.account_id
    where b.lot_id = ${lotId} and not b.is_donor and b.quantity <> 0 order by a.kind`;

  it('leave whole alone, and stay whole when all of it comes', async () => {
    const goods = await packed(20);
    expect(await draft([{ ...goods, quantity: 19 }])).toMatchObject({
      error: { code: 'parcel.open_first' },
    });
    const { shipmentId, version, lineIds } = await sent([goods]);
    const lines = [count(lineIds[0]!, { received: 20 })];
    await orThrow(receiveShipment(env, as(coordinator), { shipmentId, version, lines }));
    expect([...(await parcelsOf(goods.lotId))]).toEqual([
      { kind: 'hold', parcel: goods.parcelId, quantity: 20 },
    ]);
    await orThrow(openParcel(env, as(coordinator), { parcelId: goods.parcelId }));
    expect([...(await parcelsOf(goods.lotId))]).toEqual([
      { kind: 'hold', parcel: LOOSE, quantity: 20 },
    ]);
  });

  it('are opened when something of them is missing', async () => {
    const goods = await packed(20);
    const { shipmentId, version, lineIds } = await sent([goods]);
    const receive = (at: number, line: Partial<ReceiptLine>) =>
      receiveShipment(env, as(coordinator), {
        shipmentId,
        version: at,
        lines: [count(lineIds[0]!, line)],
      });
    await orThrow(receive(version, { received: 12, damaged: 1 }));
    await orThrow(receive(version + 1, { received: 7 }));
    expect(await balanceOf(goods.lotId)).toEqual({ 'hold centre': 19, 'loss centre damaged': 1 });
  });
});

describe('over, and found again', () => {
  it('is in nobody’s balance until the sender confirms; who claimed cannot confirm', async () => {
    const goods = await held(10);
    const { shipmentId, lineIds } = await sent([goods]);
    const line = lineIds[0]!;
    const claim = (version: number, quantity = 2) =>
      claimOver(env, as(coordinator), { shipmentId, version, lineId: line, quantity });
    expect(await claim(2)).toMatchObject({ error: { code: 'shipment.receive_first' } });
    const lines = [count(line, { received: 10 })];
    await orThrow(receiveShipment(env, as(coordinator), { shipmentId, version: 2, lines }));
    const { claimId } = await orThrow(claim(3));
    expect(await balanceOf(goods.lotId)).toEqual({ 'hold centre': 10 });
    const decide = (confirmed: boolean, actor = keeper, version = 4) =>
      decideOver(env, as(actor), { shipmentId, version, claimId, confirmed });
    const sameUser = actorOf('depot_staff', BABU, world.depotOwner, coordinator.userId);
    expect(await decide(true, sameUser)).toMatchObject({ error: { code: 'access.same_user' } });
    expect(await decide(true)).toMatchObject({ error: { code: 'stock.more_than_there' } });
    await database.db.transaction(async (tx) => {
      const { countyCode, id: placeId } = world.depot;
      await postMovements(tx, [
        {
          id: newId(),
          kind: 'intake',
          cause: { kind: 'intake', id: newId() },
          occurredAt: now,
          lines: [
            {
              lotId: goods.lotId,
              from: { kind: 'donor', organisationId: world.foundation, countyCode: '440106' },
              to: { kind: 'stock', placeId, countyCode },
              quantity: 5,
            },
          ],
        },
      ]);
    });
    await orThrow(decide(true));
    expect(await balanceOf(goods.lotId)).toEqual({
      'hold centre': 10,
      'stock centre': 2,
      'stock depot': 3,
    });
    await expectFolded(shipmentId, 'received');
    expect(await decide(false, keeper, 6)).toMatchObject({ error: { code: 'record.status' } });
  });

  it('moves nothing when the sender does not confirm', async () => {
    const goods = await held(10);
    const { shipmentId, lineIds } = await sent([goods]);
    const lineId = lineIds[0]!;
    const lines = [count(lineId, { received: 10 })];
    await orThrow(receiveShipment(env, as(coordinator), { shipmentId, version: 2, lines }));
    const { claimId } = await orThrow(
      claimOver(env, as(coordinator), { shipmentId, version: 3, lineId, quantity: 2 }),
    );
    await orThrow(
      decideOver(env, as(keeper), { shipmentId, version: 4, claimId, confirmed: false }),
    );
    expect(await balanceOf(goods.lotId)).toEqual({ 'hold centre': 10 });
    await expectFolded(shipmentId, 'received');
  });

  it('comes back out of the loss, on either side, and never more than was lost', async () => {
    const goods = await held(20);
    const { shipmentId, lineIds } = await sent([goods]);
    const lineId = lineIds[0]!;
    const lines = [count(lineId, { received: 15, damaged: 2, lost: 3, reason: 'lost_in_transit' })];
    await orThrow(receiveShipment(env, as(coordinator), { shipmentId, version: 2, lines }));
    const find = (side: 'sender' | 'receiver', quantity: number, version: number) =>
      findAgain(env, as(side === 'sender' ? keeper : coordinator), {
        shipmentId,
        version,
        lineId,
        quantity,
        side,
      });
    expect(await find('sender', 6, 3)).toMatchObject({
      error: { code: 'shipment.more_than_lost', facts: { left: 5 } },
    });
    await orThrow(find('sender', 1, 3));
    await orThrow(find('receiver', 3, 4));
    expect(await balanceOf(goods.lotId)).toEqual({
      'hold depot': 1,
      'hold centre': 18,
      'loss centre damaged': 1,
    });
    await expectFolded(shipmentId, 'received');
  });
});

describe('reverse-movement', () => {
  const movementOf = async (causeId: string, kind: string) =>
    (
      await database.superuser<{ id: string }[]>`
        select id from movement where cause_id = ${causeId} and kind = ${kind}`
    )[0]!.id;
  const reverse = (actor: Actor, placeId: string, movementId: string) =>
    reverseMovement(env, as(actor), { placeId, movementId });

  it('steps a shipment back: the receipt, then the dispatch', async () => {
    const goods = await held(20);
    const { shipmentId, lineIds } = await sent([goods]);
    const lines = [count(lineIds[0]!, { received: 15, lost: 5, reason: 'stolen' })];
    const { receiptId } = await orThrow(
      receiveShipment(env, as(coordinator), { shipmentId, version: 2, lines }),
    );
    const dispatched = await movementOf(shipmentId, 'dispatch');
    const received = await movementOf(receiptId, 'receive');
    expect(await reverse(keeper, world.depot.id, dispatched)).toMatchObject({
      error: { code: 'record.status' },
    });
    const lost = await movementOf(receiptId, 'lose');
    expect(await reverse(keeper, world.depot.id, lost)).toMatchObject({
      error: { code: 'movement.of_the_other_side' },
    });
    await orThrow(reverse(coordinator, world.centre.id, received));
    expect(await balanceOf(goods.lotId)).toEqual({ transit: 20 });
    await expectFolded(shipmentId, 'dispatched');
    const [row] = await database.superuser`
      select reversed_at is not null as reversed from receipt where id = ${receiptId}`;
    expect(row).toEqual({ reversed: true });
    await orThrow(reverse(keeper, world.depot.id, dispatched));
    expect(await balanceOf(goods.lotId)).toEqual({ 'hold depot': 20 });
    await expectFolded(shipmentId, 'draft');
    expect(await reverse(keeper, world.depot.id, dispatched)).toMatchObject({
      error: { code: 'record.status' },
    });
  });

  it('names what took the goods, and leaves other documents to themselves', async () => {
    const lotId = await database.db.transaction(async (tx) => {
      const of = { itemId: world.coatId, quantity: 10 };
      const donationLineId = await makePledge(tx, world, of);
      return makeStock(tx, world, { donationLineId, ...of });
    });
    const line = { placeId: world.depot.id, lotId, parcelId: LOOSE, quantity: 4 };
    const { movementId } = await orThrow(
      quarantineStock(env, as(keeper), { ...line, reason: 'wet' }),
    );
    const off = await orThrow(
      writeOffStock(env, as(keeper), { ...line, from: 'quarantine', reason: 'spoiled' }),
    );
    expect(await reverse(keeper, world.depot.id, movementId)).toMatchObject({
      error: { code: 'ledger.taken', facts: { takenBy: off.movementId } },
    });
    await orThrow(reverse(keeper, world.depot.id, off.movementId));
    await orThrow(reverse(keeper, world.depot.id, movementId));
    expect(await balanceOf(lotId)).toEqual({ 'stock depot': 10 });
    const [intake] = await database.superuser<{ id: string }[]>`
      select m.id from movement m join movement_line l on l.movement_id = m.id
      where l.lot_id = ${lotId} and m.kind = 'intake'`;
    expect(await reverse(keeper, world.depot.id, intake!.id)).toMatchObject({
      error: { code: 'movement.at_its_document' },
    });
    expect(await reverse(coordinator, world.centre.id, intake!.id)).toMatchObject({
      error: { code: 'access.not_found' },
    });
    expect(await reverse(actorOf('depot_staff', BABU), world.depot.id, movementId)).toMatchObject({
      error: { code: 'access.organisation' },
    });
    expect(await reverse(keeper, world.depot.id, movementId)).toMatchObject({
      error: { code: 'ledger.already_reversed' },
    });
  });
});
