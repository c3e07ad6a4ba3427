import { v7 as newId } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '~db/testing/test-database.server';
import {
  actorOf,
  BABU,
  makePledge,
  makeStock,
  makeWorld,
  type World,
} from '~db/testing/world.server';
import { orThrow } from '~db/testing/or-throw.server';
import type { Actor } from '~/domain/actor';
import { foldDonation, type DonationEvent } from '~/domain/donation';
import { LOOSE, OPENED } from '~/domain/ledger';
import type { StocktakeLine } from '~/domain/stocktake';
import type { CommandEnv } from './command.server';
import { countStock } from './count-stock.server';
import { findStock } from './find-stock.server';
import { openParcel } from './open-parcel.server';
import { packParcel } from './pack-parcel.server';
import { quarantineStock, unquarantineStock } from './quarantine-stock.server';
import { returnGoods } from './return-goods.server';
import { splitParcel } from './split-parcel.server';
import { writeOffStock } from './write-off-stock.server';

let database: TestDatabase;
let world: World;
let env: CommandEnv;
let keeper: Actor;
const now = new Date('2026-01-05T01:00:00Z');

beforeAll(async () => {
  database = await createTestDatabase();
  world = await makeWorld(database);
  env = { db: database.db, now: () => now, newId };
  keeper = actorOf('depot_staff', BABU, world.depotOwner);
});
afterAll(() => database.drop());

const as = (actor: Actor, key: string = newId()) => ({ actor, key });

async function stock(quantity: number, lot: Partial<Parameters<typeof makeStock>[2]> = {}) {
  return database.db.transaction(async (tx) => {
    const of = { itemId: world.coatId, quantity, size: '120' };
    const donationLineId = await makePledge(tx, world, of);
    return makeStock(tx, world, { donationLineId, ...of, ...lot });
  });
}
const rice = (quantity: number) =>
  stock(quantity, { itemId: world.riceId, size: '', packSize: 10_000 });

const goods = (lotId: string, quantity: number, parcelId = LOOSE) => ({
  placeId: world.depot.id,
  lotId,
  parcelId,
  quantity,
});

/** Where the lot is: account kind (reason), and whether loose, opened or in a parcel. */
async function whereIs(lotId: string): Promise<Record<string, number>> {
  const rows = await database.superuser<{ at: string; quantity: number }[]>`
    select concat_ws(' ', a.kind, a.reason, case b.parcel_id when ${LOOSE} then null
      when ${OPENED} then 'opened' else 'parcel' end) as at, sum(b.quantity)::int as quantity
    from balance b join account a on a.id = b.account_id
    where b.lot_id = ${lotId} and not b.is_donor and b.quantity <> 0 group by 1`;
  return Object.fromEntries(rows.map((row) => [row.at, row.quantity]));
}
const eventsOf = async (id: string) =>
  (
    await database.superuser`select type from event where aggregate_id = ${id} order by version`
  ).map((row) => row.type as string);

describe('quarantine and release', () => {
  it('holds back and frees again, each with its event', async () => {
    const lotId = await stock(20);
    await orThrow(quarantineStock(env, as(keeper), { ...goods(lotId, 8), reason: 'wet' }));
    expect(await whereIs(lotId)).toEqual({ stock: 12, quarantine: 8 });
    await orThrow(
      unquarantineStock(env, as(keeper), { ...goods(lotId, 5), reason: 'inspected_sound' }),
    );
    expect(await whereIs(lotId)).toEqual({ stock: 17, quarantine: 3 });
    expect(await eventsOf(lotId)).toEqual(['quarantined', 'unquarantined']);
  });

  it('has effect once for one key', async () => {
    const lotId = await stock(20);
    const [key, input] = [newId(), { ...goods(lotId, 8), reason: 'wet' as const }];
    const first = await quarantineStock(env, as(keeper, key), input);
    expect(await quarantineStock(env, as(keeper, key), input)).toEqual(first);
    expect(await whereIs(lotId)).toEqual({ stock: 12, quarantine: 8 });
  });

  it('opens a pack for less than one', async () => {
    const lotId = await rice(30_000);
    await orThrow(quarantineStock(env, as(keeper), { ...goods(lotId, 12_500), reason: 'wet' }));
    expect(await whereIs(lotId)).toEqual({
      stock: 10_000,
      'stock opened': 7_500,
      quarantine: 10_000,
      'quarantine opened': 2_500,
    });
  });

  it('lets two of the same lot at once both have their event', async () => {
    const lotId = await stock(20);
    const results = await Promise.all(
      [1, 2, 3].map(() =>
        quarantineStock(env, as(keeper), { ...goods(lotId, 2), reason: 'dirty' }),
      ),
    );
    expect(results.every((result) => result.ok)).toBe(true);
    expect(await eventsOf(lotId)).toHaveLength(3);
  });

  it('refuses more than is there, another organisation, another role and forged ids', async () => {
    const lotId = await stock(20);
    const reason = 'wet' as const;
    const tries: [Parameters<typeof quarantineStock>[2], Actor, string][] = [
      [{ ...goods(lotId, 21), reason }, keeper, 'stock.more_than_there'],
      [{ ...goods(lotId, 0), reason }, keeper, 'quantity.not_positive'],
      [{ ...goods(newId(), 1), reason }, keeper, 'access.not_found'],
      [{ ...goods(lotId, 1), placeId: newId(), reason }, keeper, 'access.not_found'],
      [{ ...goods(lotId, 1), reason }, actorOf('depot_staff', BABU), 'access.organisation'],
      [{ ...goods(lotId, 1), reason }, actorOf('bureau_officer', BABU), 'access.role'],
    ];
    for (const [input, actor, code] of tries) {
      expect(await quarantineStock(env, as(actor), input)).toMatchObject({ error: { code } });
    }
    expect(await whereIs(lotId)).toEqual({ stock: 20 });
  });
});

describe('write-off and return', () => {
  it('writes off free goods and goods held back, with the reason as the loss', async () => {
    const lotId = await stock(20);
    await orThrow(quarantineStock(env, as(keeper), { ...goods(lotId, 5), reason: 'wet' }));
    const off = { reason: 'spoiled' as const };
    await orThrow(
      writeOffStock(env, as(keeper), { ...goods(lotId, 5), from: 'quarantine', ...off }),
    );
    await orThrow(
      writeOffStock(env, as(keeper), { ...goods(lotId, 2), from: 'stock', reason: 'stolen' }),
    );
    expect(await whereIs(lotId)).toEqual({ stock: 13, 'loss spoiled': 5, 'loss stolen': 2 });
    expect(
      await writeOffStock(env, as(keeper), { ...goods(lotId, 14), from: 'stock', ...off }),
    ).toMatchObject({ error: { code: 'stock.more_than_there', facts: { left: 13 } } });
  });

  it('gives goods back to their donor, and refuses where nobody gave them', async () => {
    const lotId = await stock(20);
    const back = { from: 'stock' as const, reason: 'surplus' as const };
    await orThrow(returnGoods(env, as(keeper), { ...goods(lotId, 6), ...back }));
    expect(await whereIs(lotId)).toEqual({ stock: 14 });
    const found = await orThrow(
      findStock(env, as(keeper), {
        placeId: world.depot.id,
        itemId: world.coatId,
        size: '130',
        quantity: 3,
      }),
    );
    expect(await returnGoods(env, as(keeper), { ...goods(found.lotId, 1), ...back })).toMatchObject(
      { error: { code: 'stock.no_donor' } },
    );
  });
});

describe('find-stock', () => {
  const found = (over = {}) => ({
    placeId: world.depot.id,
    itemId: world.coatId,
    size: '130',
    quantity: 3,
    ...over,
  });

  it('enters as a donation line of unknown source that adds up', async () => {
    const { donationId, lotId } = await orThrow(findStock(env, as(keeper), found()));
    expect(await whereIs(lotId)).toEqual({ stock: 3 });
    const events = await database.superuser<DonationEvent[]>`
      select type, payload from event where aggregate_id = ${donationId} order by version`;
    const state = foldDonation(events);
    const [row] = await database.superuser`
      select status, version, donor_organisation_id from donation where id = ${donationId}`;
    expect(row).toEqual({
      status: state.status,
      version: state.version,
      donor_organisation_id: null,
    });
    const [donor] = await database.superuser`
      select sum(quantity)::int as q from balance where lot_id = ${lotId} and is_donor`;
    expect(donor).toEqual({ q: -3 });
  });

  it('refuses a size off the scheme, nothing, an unknown item and a stranger', async () => {
    const tries: [object, Actor, string][] = [
      [{ size: '133' }, keeper, 'size.off_scheme'],
      [{ quantity: 0 }, keeper, 'quantity.not_positive'],
      [{ producedOn: '2026-01-06' }, keeper, 'day.production_in_future'],
      [
        { producedOn: '2025-06-01', bestBefore: '2025-05-01' },
        keeper,
        'day.best_before_not_after_production',
      ],
      [{ itemId: newId() }, keeper, 'form.unknown_choice'],
      [{}, actorOf('depot_staff', BABU), 'access.organisation'],
    ];
    for (const [over, actor, code] of tries) {
      expect(await findStock(env, as(actor), found(over))).toMatchObject({ error: { code } });
    }
  });
});

describe('parcels', () => {
  const pack = (lines: { lotId: string; quantity: number }[], actor = keeper) =>
    packParcel(env, as(actor), {
      placeId: world.depot.id,
      kind: 'box',
      lines: lines.map((line) => ({ parcelId: LOOSE, ...line })),
    });

  it('packs several lots under a public code, opens, and says so in its history', async () => {
    const [one, other] = [await stock(20), await stock(10)];
    const { parcelId } = await orThrow(
      pack([
        { lotId: one, quantity: 5 },
        { lotId: other, quantity: 4 },
      ]),
    );
    expect(await whereIs(one)).toEqual({ stock: 15, 'stock parcel': 5 });
    const [row] = await database.superuser`select code, kind from parcel where id = ${parcelId}`;
    expect(row!.code).toMatch(/^P[0-9A-Z]{3}(-[0-9A-Z]{4}){3}$/);
    expect(
      await writeOffStock(env, as(keeper), {
        ...goods(one, 2, parcelId),
        from: 'stock',
        reason: 'damaged',
      }),
    ).toMatchObject({ error: { code: 'ledger.parcel_not_whole' } });
    await orThrow(openParcel(env, as(keeper), { parcelId }));
    expect(await whereIs(one)).toEqual({ stock: 20 });
    expect(await eventsOf(parcelId)).toEqual(['packed', 'opened']);
    expect(await openParcel(env, as(keeper), { parcelId })).toMatchObject({
      error: { code: 'parcel.empty' },
    });
  });

  it('splits into parcels anew and leaves the rest loose', async () => {
    const lotId = await stock(20);
    const { parcelId } = await orThrow(pack([{ lotId, quantity: 12 }]));
    const part = (quantity: number) => ({ kind: 'bag' as const, lines: [{ lotId, quantity }] });
    expect(
      await splitParcel(env, as(keeper), { parcelId, parts: [part(8), part(5)] }),
    ).toMatchObject({ error: { code: 'parcel.more_than_free', facts: { left: 4 } } });
    const { parcelIds } = await orThrow(
      splitParcel(env, as(keeper), { parcelId, parts: [part(8), part(3)] }),
    );
    expect(parcelIds).toHaveLength(2);
    expect(await whereIs(lotId)).toEqual({ stock: 9, 'stock parcel': 11 });
  });

  it('refuses more than is loose, less than a pack, and a stranger', async () => {
    const lotId = await stock(20);
    expect(await pack([{ lotId, quantity: 21 }])).toMatchObject({
      error: { code: 'parcel.more_than_free' },
    });
    expect(await pack([{ lotId: await rice(20_000), quantity: 5_000 }])).toMatchObject({
      error: { code: 'parcel.not_whole_packs' },
    });
    expect(await pack([])).toMatchObject({ error: { code: 'form.nothing_entered' } });
    const stranger = actorOf('depot_staff', BABU);
    expect(await pack([{ lotId, quantity: 1 }], stranger)).toMatchObject({
      error: { code: 'access.organisation' },
    });
    const { parcelId } = await orThrow(pack([{ lotId, quantity: 2 }]));
    expect(await openParcel(env, as(stranger), { parcelId })).toMatchObject({
      error: { code: 'access.organisation' },
    });
    expect(await openParcel(env, as(keeper), { parcelId: newId() })).toMatchObject({
      error: { code: 'access.not_found' },
    });
  });
});

describe('count-stock', () => {
  const count = (lines: StocktakeLine[], actor = keeper) =>
    countStock(env, as(actor), { placeId: world.depot.id, lines });

  it('loses what is short, finds out of the loss, and enters the rest as of unknown source', async () => {
    const lotId = await stock(20);
    const line = { lotId, parcelId: LOOSE };
    await orThrow(count([{ ...line, book: 20, counted: 17, reason: 'stolen' }]));
    expect(await whereIs(lotId)).toEqual({ stock: 17, 'loss stolen': 3 });
    const { stocktakeId } = await orThrow(
      count([{ ...line, book: 17, counted: 22, reason: 'found' }]),
    );
    expect(await whereIs(lotId)).toEqual({ stock: 20 });
    const unknown = await database.superuser`
      select b.quantity::int as q from balance b join account a on a.id = b.account_id
      join lot l on l.id = b.lot_id join donation_line dl on dl.id = l.donation_line_id
      join donation d on d.id = dl.donation_id
      where d.donor_organisation_id is null and a.kind = 'stock' and l.size = '120'`;
    expect([...unknown]).toEqual([{ q: 2 }]);
    expect(await eventsOf(stocktakeId)).toEqual(['counted']);
    const kinds = await database.superuser`
      select kind from movement where cause_id = ${stocktakeId}`;
    expect([...kinds]).toEqual([{ kind: 'find' }]);
  });

  it('refuses books that changed, a difference without reason, and a stranger', async () => {
    const lotId = await stock(20);
    const line = { lotId, parcelId: LOOSE, book: 20, counted: 19 };
    expect(await count([line])).toMatchObject({ error: { code: 'stocktake.reason_missing' } });
    expect(await count([{ ...line, book: 21 }])).toMatchObject({
      error: { code: 'stocktake.books_changed' },
    });
    expect(await count([])).toMatchObject({ error: { code: 'form.nothing_entered' } });
    expect(
      await count([{ ...line, reason: 'miscounted' }], actorOf('depot_staff', BABU)),
    ).toMatchObject({ error: { code: 'access.organisation' } });
    expect(await whereIs(lotId)).toEqual({ stock: 20 });
  });
});
