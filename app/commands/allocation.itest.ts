import { v7 as newId } from 'uuid';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { closeDatabase, createDatabase } from '~db/client.server';
import { findLineWhereabouts } from '~db/queries/line-whereabouts.server';
import { postMovements } from '~db/store/ledger.server';
import { createTestDatabase, type TestDatabase } from '~db/testing/test-database.server';
import {
  actorOf,
  HEZHOU,
  makePledge,
  makeStock,
  makeWorld,
  VILLAGE,
  ZHAOPING,
  type World,
} from '~db/testing/world.server';
import { orThrow } from '~db/testing/or-throw.server';
import type { Actor } from '~/domain/actor';
import { foldAllocation, type AllocationEvent } from '~/domain/allocation-event';
import { LOOSE } from '~/domain/ledger';
import { nowhere } from '~/domain/request';
import type { GoodsToAllocate } from './allocation-goods.server';
import { approveRequest } from './approve-request.server';
import type { CommandEnv } from './command.server';
import { draftRequest } from './draft-request.server';
import { makeAllocation } from './make-allocation.server';
import { releaseAllocation } from './release-allocation.server';
import { submitRequest } from './submit-request.server';

let database: TestDatabase;
let world: World;
let env: CommandEnv;
let coordinator: Actor;
let officer: Actor;
const now = new Date('2026-01-05T01:00:00Z');

beforeAll(async () => {
  database = await createTestDatabase();
  world = await makeWorld(database);
  env = { db: database.db, now: () => now, newId };
  officer = cityOfficer();
  coordinator = actorOf('centre_coordinator', VILLAGE, world.centreOwner);
});
afterAll(() => database.drop());

/** Another officer of the city's bureau each time. */
const cityOfficer = () => actorOf('bureau_officer', HEZHOU, world.bureau);

const as = (actor: Actor, key: string = newId()) => ({ actor, key });

/** An approved request for 20 coats of 120, a size larger serving, and 23 of 130. */
async function approved() {
  const line = { itemId: world.coatId, itemCode: 'coat', unitCode: 'piece' };
  const { requestId } = await orThrow(
    draftRequest(env, as(coordinator), {
      programmeId: world.programmeId,
      headCount: 43,
      needBy: '2026-02-01',
      urgency: 'normal',
      urgencyReason: undefined,
      lines: [
        { ...line, size: '120', quantity: 20, largerSizeServes: true },
        { ...line, size: '130', quantity: 23, largerSizeServes: false },
      ],
    }),
  );
  await orThrow(submitRequest(env, as(coordinator), { requestId, version: 1 }));
  const officer = actorOf('bureau_officer', ZHAOPING);
  await orThrow(approveRequest(env, as(officer), { requestId, version: 2, lines: [], note: null }));
  const lines = await database.superuser<{ id: string }[]>`
    select id from request_line where request_id = ${requestId} order by position`;
  return { requestId, version: 3, first: lines[0]!.id, second: lines[1]!.id };
}

async function coats(
  quantity: number,
  lot: Partial<Parameters<typeof makeStock>[2]> = {},
  pledge: Partial<Parameters<typeof makePledge>[2]> = {},
): Promise<string> {
  return database.db.transaction(async (tx) => {
    const line = { itemId: world.coatId, size: '120', quantity: 1000, ...pledge };
    const donationLineId = await makePledge(tx, world, line);
    return makeStock(tx, world, {
      donationLineId,
      itemId: world.coatId,
      size: '120',
      quantity,
      ...lot,
    });
  });
}

const fromLot = (
  requestLineId: string,
  lotId: string,
  quantity: number,
  over: Partial<GoodsToAllocate> = {},
): GoodsToAllocate => ({ requestLineId, lotId, quantity, placeId: world.depot.id, ...over });

async function balanceOf(lotId: string): Promise<Record<string, number>> {
  const rows = await database.superuser<{ kind: string; quantity: number }[]>`
    select a.kind, sum(b.quantity)::int as quantity from balance b join account a on a.id = b.account_id
    where b.lot_id = ${lotId} and not b.is_donor and b.quantity <> 0 group by a.kind`;
  return Object.fromEntries(rows.map((row) => [row.kind, row.quantity]));
}

async function expectFolded(allocationId: string, status: string) {
  const events = await database.superuser<AllocationEvent[]>`
    select type, payload from event where aggregate_id = ${allocationId} order by version`;
  const [row] = await database.superuser`
    select status, version from allocation where id = ${allocationId}`;
  expect(row).toEqual(foldAllocation(events));
  expect(row).toMatchObject({ status });
}

const where = async (lineId: string) =>
  (await findLineWhereabouts(database.db, [lineId])).get(lineId);

describe('make-allocation', () => {
  it('holds stock for each need, through any number of partial allocations', async () => {
    const request = await approved();
    const lotId = await coats(30);
    const one = await orThrow(
      makeAllocation(env, as(officer), { ...request, lines: [fromLot(request.first, lotId, 5)] }),
    );
    expect(await balanceOf(lotId)).toEqual({ stock: 25, hold: 5 });
    await orThrow(
      makeAllocation(env, as(officer), { ...request, lines: [fromLot(request.first, lotId, 15)] }),
    );
    expect(await where(request.first)).toEqual({ ...nowhere, held: 20 });
    expect(
      await makeAllocation(env, as(officer), {
        ...request,
        lines: [fromLot(request.first, lotId, 1)],
      }),
    ).toEqual({
      ok: false,
      error: {
        code: 'allocation.more_than_remainder',
        facts: { left: 0 },
        field: 'lines[0].quantity',
      },
    });
    await expectFolded(one.allocationId, 'active');
  });

  it('has effect once for one key', async () => {
    const request = await approved();
    const lotId = await coats(30);
    const key = newId();
    const input = { ...request, lines: [fromLot(request.first, lotId, 5)] };
    const first = await makeAllocation(env, as(officer, key), input);
    expect(await makeAllocation(env, as(officer, key), input)).toEqual(first);
    expect(await balanceOf(lotId)).toEqual({ stock: 25, hold: 5 });
  });

  it('lets one of two have the same stock and tells the other what is left', async () => {
    const [one, other] = [await approved(), await approved()];
    const lotId = await coats(25);
    const pools = [0, 1].map(() => createDatabase({ url: database.appUrl, max: 1 }));
    const results = await Promise.all(
      [one, other].map((request, at) =>
        makeAllocation({ ...env, db: pools[at]! }, as(cityOfficer()), {
          ...request,
          lines: [fromLot(request.first, lotId, 20)],
        }),
      ),
    );
    await Promise.all(pools.map((pool) => closeDatabase(pool)));
    expect(results.filter((result) => result.ok)).toHaveLength(1);
    expect(results.find((result) => !result.ok)).toEqual({
      ok: false,
      error: { code: 'allocation.stock_short', facts: { left: 5 }, field: 'lines[0].quantity' },
    });
    expect(await balanceOf(lotId)).toEqual({ stock: 5, hold: 20 });
    const loser = results[0]?.ok ? other : one;
    expect(await where(loser.first)).toEqual(nowhere);
    const left = await database.superuser`
      select 1 from allocation where request_id = ${loser.requestId}`;
    expect(left).toHaveLength(0);
  });

  it('never gives one need more than it asked, however many officers press at once', async () => {
    const request = await approved();
    const lotId = await coats(100);
    const results = await Promise.all(
      Array.from({ length: 6 }, () =>
        makeAllocation(env, as(cityOfficer()), {
          ...request,
          lines: [fromLot(request.first, lotId, 8)],
        }),
      ),
    );
    expect(results.filter((result) => result.ok)).toHaveLength(2);
    expect(await balanceOf(lotId)).toEqual({ stock: 84, hold: 16 });
  });

  it('keeps nothing when one line of several is refused', async () => {
    const request = await approved();
    const [good, small] = [await coats(30), await coats(3, { size: '130' })];
    const result = await makeAllocation(env, as(officer), {
      ...request,
      lines: [fromLot(request.first, good, 5), fromLot(request.second, small, 4)],
    });
    expect(result).toMatchObject({
      ok: false,
      error: { code: 'allocation.stock_short', facts: { left: 3 }, field: 'lines[1].quantity' },
    });
    expect(await balanceOf(good)).toEqual({ stock: 30 });
  });

  it.each([
    ['goods held back', { kind: 'quarantine' }, {}, 'allocation.stock_short'],
    ['expired goods', { bestBefore: '2026-01-04' }, {}, 'allocation.expired'],
    ['a size too small', { size: '110' }, {}, 'allocation.wrong_size'],
    ['two sizes larger', { size: '140' }, {}, 'allocation.wrong_size'],
    [
      'goods bound to another county',
      {},
      { restrictedDivisionCode: '451122000000' },
      'restriction.division',
    ],
    ['goods bound to another group', {}, { restrictedGroup: 'elderly' }, 'restriction.group'],
  ] as const)('refuses %s', async (_, lot, pledge, code) => {
    const request = await approved();
    const lotId = await coats(30, lot, pledge);
    expect(
      await makeAllocation(env, as(officer), {
        ...request,
        lines: [fromLot(request.first, lotId, 5)],
      }),
    ).toMatchObject({ ok: false, error: { code, field: 'lines[0].quantity' } });
    expect((await balanceOf(lotId))['hold']).toBeUndefined();
  });

  it('takes a size larger where it serves, goods bound to this county, and the best-before day itself', async () => {
    const request = await approved();
    const lotId = await coats(
      30,
      { size: '130', bestBefore: '2026-01-05' },
      { restrictedDivisionCode: ZHAOPING, restrictedGroup: 'children' },
    );
    const done = await makeAllocation(env, as(officer), {
      ...request,
      lines: [fromLot(request.first, lotId, 5)],
    });
    expect(done.ok).toBe(true);
  });

  it('refuses another item, a forged lot and a forged place', async () => {
    const request = await approved();
    const rice = await coats(30, { itemId: world.riceId, size: '' });
    const coat = await coats(30);
    const tries: [GoodsToAllocate, string][] = [
      [fromLot(request.first, rice, 5), 'allocation.other_item'],
      [fromLot(request.first, newId(), 5), 'access.not_found'],
      [fromLot(request.first, coat, 5, { placeId: newId() }), 'access.not_found'],
      [fromLot(request.first, coat, 5, { placeId: world.centre.id }), 'allocation.stock_short'],
      [fromLot(newId(), coat, 5), 'access.not_found'],
    ];
    for (const [line, code] of tries) {
      expect(await makeAllocation(env, as(officer), { ...request, lines: [line] })).toMatchObject({
        ok: false,
        error: { code },
      });
    }
    expect(await makeAllocation(env, as(officer), { ...request, lines: [] })).toMatchObject({
      ok: false,
      error: { code: 'form.nothing_entered' },
    });
  });

  it.each([
    ['a centre', actorOf('centre_coordinator', VILLAGE), 'access.role'],
    ['a bureau of another county', actorOf('bureau_officer', '451122000000'), 'access.division'],
    [
      'a county, of stock that lies outside it',
      actorOf('bureau_officer', ZHAOPING),
      'access.division',
    ],
  ] as const)('refuses %s', async (_, actor, code) => {
    const request = await approved();
    const lotId = await coats(30);
    expect(
      await makeAllocation(env, as(actor), {
        ...request,
        lines: [fromLot(request.first, lotId, 5)],
      }),
    ).toMatchObject({ ok: false, error: { code } });
  });

  it('tells a stale form, and a request that is not approved', async () => {
    const request = await approved();
    const lotId = await coats(30);
    expect(
      await makeAllocation(env, as(officer), {
        ...request,
        version: 2,
        lines: [fromLot(request.first, lotId, 5)],
      }),
    ).toMatchObject({ ok: false, error: { code: 'record.stale' } });
  });
});

describe('a promise on a pledge not yet in', () => {
  it('counts against need and pledge, and posts nothing', async () => {
    const [request, other] = [await approved(), await approved()];
    const donationLineId = await database.db.transaction((tx) =>
      makePledge(tx, world, { itemId: world.coatId, size: '120', quantity: 30 }),
    );
    const promise = (requestLineId: string, quantity: number): GoodsToAllocate => ({
      requestLineId,
      lotId: null,
      donationLineId,
      placeId: world.depot.id,
      quantity,
    });
    const made = await orThrow(
      makeAllocation(env, as(officer), { ...request, lines: [promise(request.first, 20)] }),
    );
    expect(await where(request.first)).toEqual({ ...nowhere, promised: 20 });
    expect(
      await makeAllocation(env, as(officer), { ...other, lines: [promise(other.first, 11)] }),
    ).toEqual({
      ok: false,
      error: {
        code: 'allocation.promise_short',
        facts: { left: 10 },
        field: 'lines[0].quantity',
      },
    });
    const moved = await database.superuser`
      select 1 from movement where cause_id = ${made.allocationId}`;
    expect(moved).toHaveLength(0);

    const released = await orThrow(
      releaseAllocation(env, as(officer), {
        allocationId: made.allocationId,
        version: 1,
        reason: '改用库存',
      }),
    );
    expect(released.version).toBe(2);
    expect(await where(request.first)).toEqual(nowhere);
    await expectFolded(made.allocationId, 'released');
    await orThrow(
      makeAllocation(env, as(officer), { ...other, lines: [promise(other.first, 11)] }),
    );
  });

  it('is only what is still to come', async () => {
    const request = await approved();
    const donationLineId = await database.db.transaction(async (tx) => {
      const id = await makePledge(tx, world, {
        itemId: world.coatId,
        size: '120',
        quantity: 30,
        declinedQuantity: 4,
      });
      const lot = { donationLineId: id, itemId: world.coatId, size: '120', quantity: 20 };
      await makeStock(tx, world, lot);
      return id;
    });
    const line = { requestLineId: request.first, lotId: null, donationLineId };
    expect(
      await makeAllocation(env, as(officer), {
        ...request,
        lines: [{ ...line, placeId: world.depot.id, quantity: 7 }],
      }),
    ).toMatchObject({ ok: false, error: { code: 'allocation.promise_short', facts: { left: 6 } } });
  });
});

describe('release-allocation', () => {
  let request: Awaited<ReturnType<typeof approved>>;
  let lotId: string;
  let allocationId: string;
  let lineId: string;
  beforeEach(async () => {
    request = await approved();
    lotId = await coats(30);
    const lines = [fromLot(request.first, lotId, 20)];
    ({ allocationId } = await orThrow(makeAllocation(env, as(officer), { ...request, lines })));
    const [line] = await database.superuser<{ id: string }[]>`
      select id from allocation_line where allocation_id = ${allocationId}`;
    lineId = line!.id;
  });

  const release = (over: Partial<Parameters<typeof releaseAllocation>[2]> = {}, actor = officer) =>
    releaseAllocation(env, as(actor), { allocationId, version: 1, reason: '改给别处', ...over });

  it('gives a part back, then the rest; the need is open again', async () => {
    expect((await release({ lines: [{ lineId, quantity: 8 }] })).ok).toBe(true);
    expect(await balanceOf(lotId)).toEqual({ stock: 18, hold: 12 });
    expect(await where(request.first)).toEqual({ ...nowhere, held: 12 });
    await expectFolded(allocationId, 'active');
    expect((await release({ version: 2 })).ok).toBe(true);
    expect(await balanceOf(lotId)).toEqual({ stock: 30 });
    await expectFolded(allocationId, 'released');
    const [line] = await database.superuser`
      select released_quantity::int from allocation_line where id = ${lineId}`;
    expect(line).toEqual({ released_quantity: 20 });
  });

  it('refuses more than is held, a stale form, another division, and a second time', async () => {
    expect(await release({ lines: [{ lineId, quantity: 21 }] })).toMatchObject({
      ok: false,
      error: { code: 'allocation.more_than_held', facts: { left: 20 } },
    });
    expect(await release({ version: 2 })).toMatchObject({ error: { code: 'record.stale' } });
    expect(await release({}, actorOf('bureau_officer', '451122000000'))).toMatchObject({
      error: { code: 'access.division' },
    });
    expect(await release({}, coordinator)).toMatchObject({ error: { code: 'access.role' } });
    expect(await release({ allocationId: newId() })).toMatchObject({
      error: { code: 'access.not_found' },
    });
    expect((await release()).ok).toBe(true);
    expect(await release({ version: 2 })).toMatchObject({ error: { code: 'record.status' } });
  });

  it('leaves alone what has left: on the road it is still the need’s', async () => {
    const shipmentId = newId();
    await orThrow(
      database.db.transaction((tx) =>
        postMovements(tx, [
          {
            id: newId(),
            kind: 'dispatch',
            cause: { kind: 'shipment', id: shipmentId },
            occurredAt: now,
            lines: [
              {
                lotId,
                from: {
                  kind: 'hold',
                  placeId: world.depot.id,
                  allocationLineId: lineId,
                  countyCode: world.depot.countyCode,
                },
                to: { kind: 'transit', shipmentId, countyCode: '451121' },
                fromParcelId: LOOSE,
                quantity: 15,
                allocationLineId: lineId,
              },
            ],
          },
        ]),
      ),
    );
    expect(await where(request.first)).toEqual({ ...nowhere, held: 5, onTheRoad: 15 });
    expect((await release()).ok).toBe(true);
    expect(await where(request.first)).toEqual({ ...nowhere, onTheRoad: 15 });
    await expectFolded(allocationId, 'active');
    expect(await release({ version: 2 })).toMatchObject({
      error: { code: 'allocation.nothing_to_release' },
    });
  });
});
