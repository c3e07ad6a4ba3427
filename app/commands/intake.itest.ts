import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { v7 as uuidv7 } from 'uuid';
import { figuresOfLines, lineStateOf } from '~db/queries/donation-figures.server';
import { findPromisable } from '~db/queries/pledge-remainders.server';
import { postMovements } from '~db/store/ledger.server';
import { createTestDatabase, type TestDatabase } from '~db/testing/test-database.server';
import { makeGoodsWorld, type GoodsWorld } from '~db/testing/goods-world.server';
import { makePromise } from '~db/testing/make-promise.server';
import { foldDonation, type DonationEvent } from '~/domain/donation';
import { donationLineFigures } from '~/domain/donation-figures';
import type { CountLine } from '~/domain/intake';
import type { ClosingLine } from '~/domain/intake-form';
import { acceptDonation } from './accept-donation.server';
import { closeDonation } from './close-donation.server';
import { countIntake } from './count-intake.server';
import { pledgeDonation } from './pledge-donation.server';
import { reverseCount } from './reverse-count.server';

let test: TestDatabase;
let world: GoodsWorld;
beforeAll(async () => {
  test = await createTestDatabase();
  world = await makeGoodsWorld(test.db);
});
afterAll(() => test.drop());

const now = new Date('2025-12-01T02:00:00Z');
const env = () => ({ db: test.db, now: () => now, newId: () => uuidv7() });
const by = (actor: GoodsWorld['depot'], key = uuidv7()) => ({ actor, key });
const occurredAt = '2025-12-01T01:30:00.000Z';

async function accepted(code = 'gloves', quantity = 1_000) {
  const result = await pledgeDonation(env(), by(world.foundation), {
    placeId: world.depotPlaceId,
    campaignId: undefined,
    deliverOn: undefined,
    donorNameShown: true,
    governmentDoneeConfirmed: false,
    lines: [
      {
        itemId: world.item(code),
        itemCode: code,
        size: '',
        quantity,
        unitCode: code === 'rice' ? 'kg' : 'piece',
        value: { basis: 'invoice', lowFen: 100, highFen: 100 },
        producedOn: undefined,
        bestBefore: undefined,
        restriction: { divisionCode: undefined, group: undefined, purpose: undefined },
      },
    ],
  });
  if (!result.ok) throw new Error(result.error.code);
  const { donationId } = result.value;
  await acceptDonation(env(), by(world.bureau), { donationId, version: 1, declined: [] });
  const [line] =
    await test.superuser`select id from donation_line where donation_id = ${donationId}`;
  return { donationId, lineId: line!.id as string };
}

const counted = (donationLineId: string, changes: Partial<CountLine> = {}): CountLine => ({
  donationLineId,
  sound: 0,
  quarantined: 0,
  refused: 0,
  ...changes,
});

function count(
  donationId: string,
  lines: CountLine[],
  changes: {
    version?: number;
    placeId?: string;
    actor?: GoodsWorld['depot'];
    key?: string;
    closing?: ClosingLine[];
  } = {},
) {
  const { version = 2, placeId = world.depotPlaceId, actor = world.depot, key, closing } = changes;
  const input = { donationId, version, placeId, occurredAt, lines, ...(closing && { closing }) };
  return countIntake(env(), by(actor, key), input);
}

async function figures(donationId: string, lineId: string) {
  const [row] = await test.superuser`
    select d.status, l.quantity, l.declined_quantity as "declinedQuantity",
      l.closed_reason as "closedReason", l.closed_intake_id as "closedIntakeId" from donation d
    join donation_line l on l.donation_id = d.id where l.id = ${lineId} and d.id = ${donationId}`;
  const where = (await figuresOfLines(test.db, [lineId])).get(lineId)!;
  const all = donationLineFigures(
    lineStateOf({
      quantity: Number(row!.quantity),
      declinedQuantity: Number(row!.declinedQuantity),
      closedReason: row!.closedReason,
      closedIntakeId: row!.closedIntakeId,
    }),
    row!.status,
    where,
  );
  expect(all.pledged + all.beyond).toBe(all.declined + all.toCome + all.closedShort + all.received);
  return all;
}

async function balances(donationLineId: string) {
  const rows = await test.superuser`
    select a.kind, sum(b.quantity)::int as quantity from balance b
    join lot l on l.id = b.lot_id join account a on a.id = b.account_id
    where l.donation_line_id = ${donationLineId} and b.quantity <> 0 group by a.kind`;
  return Object.fromEntries(rows.map((row) => [row.kind, row.quantity]));
}

async function expectFoldIsColumn(donationId: string) {
  const events = await test.superuser`
    select type, payload from event where aggregate = 'donation' and aggregate_id = ${donationId}
    order by version`;
  const state = foldDonation(events as unknown as DonationEvent[]);
  const [row] = await test.superuser`select status, version from donation where id = ${donationId}`;
  expect(row).toEqual({ status: state.status, version: state.version });
  const lines = await test.superuser`
    select id, declined_quantity, closed_reason, closed_intake_id from donation_line
    where donation_id = ${donationId}`;
  for (const line of lines) {
    const { declined, closed } = state.lines[line.id as string]!;
    expect(Number(line.declined_quantity)).toBe(declined);
    expect(line.closed_reason).toBe(closed?.reason ?? null);
    expect(line.closed_intake_id).toBe(closed?.intakeId ?? null);
  }
}

const promise = (donationLineId: string, quantity: number, itemCode = 'gloves') =>
  makePromise(test.db, world, { donationLineId, quantity, itemCode }, now);
const allocationLines = (allocationId: string) =>
  test.superuser`select lot_id, quantity::int, released_quantity::int from allocation_line
    where allocation_id = ${allocationId} order by id`;

describe('count-intake', () => {
  it('makes sound goods stock, doubtful ones quarantine, and never receives what is refused', async () => {
    const { donationId, lineId } = await accepted();
    const line = counted(lineId, { sound: 990, quarantined: 8, refused: 2, reason: 'damaged' });
    expect(await count(donationId, [line])).toMatchObject({ ok: true });
    expect(await balances(lineId)).toEqual({ donor: -998, stock: 990, quarantine: 8 });
    expect(await figures(donationId, lineId)).toMatchObject({
      declined: 2,
      toCome: 0,
      received: 998,
      stock: 998,
    });
    await expectFoldIsColumn(donationId);
  });

  it('takes several deliveries, at any place of the counter, and more than was pledged', async () => {
    const { donationId, lineId } = await accepted();
    expect((await count(donationId, [counted(lineId, { sound: 600 })])).ok).toBe(true);
    expect((await figures(donationId, lineId)).toCome).toBe(400);
    const atCentre = await count(
      donationId,
      [counted(lineId, { sound: 410, reason: 'over_delivered' })],
      {
        version: 3,
        placeId: world.centrePlaceId,
        actor: world.centre,
      },
    );
    expect(atCentre.ok).toBe(true);
    expect(await figures(donationId, lineId)).toMatchObject({
      stock: 600,
      atCentres: 410,
      beyond: 10,
      received: 1010,
    });
    await expectFoldIsColumn(donationId);
  });

  it('makes a lot for each best-before date', async () => {
    const { donationId, lineId } = await accepted('rice', 2_000_000);
    const result = await count(donationId, [
      counted(lineId, { sound: 1_000_000, producedOn: '2025-10-01', bestBefore: '2026-10-01' }),
      counted(lineId, { sound: 1_000_000, producedOn: '2025-11-01', bestBefore: '2026-11-01' }),
    ]);
    expect(result.ok).toBe(true);
    const lots = await test.superuser`
      select best_before::text from lot where donation_line_id = ${lineId} order by 1`;
    expect(lots.map((lot) => lot.best_before)).toEqual(['2026-10-01', '2026-11-01']);
  });

  it.each([
    [
      'more than is to come without a reason',
      'gloves',
      { sound: 1_001 },
      'intake.difference_unexplained',
      'lines[0].reason',
    ],
    [
      'refused goods without a reason',
      'gloves',
      { sound: 1, refused: 1 },
      'intake.reason_missing',
      'lines[0].reason',
    ],
    ['nothing', 'gloves', {}, 'intake.nothing_counted', undefined],
    [
      'perishable goods without a date',
      'rice',
      { sound: 1 },
      'intake.best_before_missing',
      'lines[0].bestBefore',
    ],
    [
      'expired goods as sound',
      'rice',
      { sound: 1, bestBefore: '2025-11-30' },
      'intake.expired',
      'lines[0].sound',
    ],
    [
      'little life',
      'rice',
      { sound: 1, bestBefore: '2026-02-01' },
      'quality.too_little_life',
      'lines[0].bestBefore',
    ],
    [
      'best before production',
      'rice',
      { sound: 1, producedOn: '2025-11-01', bestBefore: '2025-10-01' },
      'day.best_before_not_after_production',
      'lines[0].bestBefore',
    ],
  ] as const)('refuses %s and posts nothing', async (_, item, changes, code, field) => {
    const { donationId, lineId } = await accepted(item);
    const result = await count(donationId, [counted(lineId, changes)]);
    expect(result).toMatchObject({ ok: false, error: { code, ...(field && { field }) } });
    expect(await balances(lineId)).toEqual({});
  });

  it('counts lines of one pledge together against what is to come', async () => {
    const { donationId, lineId } = await accepted();
    const lines = [counted(lineId, { sound: 600 }), counted(lineId, { sound: 600 })];
    expect(await count(donationId, lines)).toMatchObject({
      error: { code: 'intake.difference_unexplained', field: 'lines[1].reason' },
    });
  });

  it('takes goods with little life when the counter says so', async () => {
    const { donationId, lineId } = await accepted('rice', 1_000);
    const line = counted(lineId, {
      sound: 1_000,
      bestBefore: '2026-02-01',
      reason: 'short_life_accepted',
    });
    expect((await count(donationId, [line])).ok).toBe(true);
  });

  it('refuses another depot’s place, another’s line, a stale form, and goods not accepted', async () => {
    const { donationId, lineId } = await accepted();
    const other = await accepted();
    const line = counted(lineId, { sound: 1 });
    expect(await count(donationId, [line], { placeId: world.otherDepotPlaceId })).toMatchObject({
      error: { code: 'access.organisation' },
    });
    expect(await count(donationId, [counted(other.lineId, { sound: 1 })])).toMatchObject({
      error: { code: 'access.not_found' },
    });
    expect(await count(donationId, [line], { version: 9 })).toMatchObject({
      error: { code: 'record.stale' },
    });
    expect(await count(donationId, [line], { actor: world.foundation })).toMatchObject({
      error: { code: 'access.role' },
    });
    await closeDonation(env(), by(world.depot), { donationId, version: 2, reason: 'other' });
    expect(await count(donationId, [line], { version: 3 })).toMatchObject({
      error: { code: 'record.status' },
    });
  });

  it('has effect once with one key', async () => {
    const { donationId, lineId } = await accepted();
    const key = uuidv7();
    const first = await count(donationId, [counted(lineId, { sound: 10 })], { key });
    const again = await count(donationId, [counted(lineId, { sound: 10 })], { key });
    expect(again).toEqual(first);
    expect(await balances(lineId)).toEqual({ donor: -10, stock: 10 });
  });
});

describe('no more of a line will come', () => {
  const lapsed = (allocationId: string) =>
    test.superuser`select type, payload from event
      where aggregate = 'allocation' and aggregate_id = ${allocationId} order by version`;

  it('closes what is missing short, and gives up what was promised of it', async () => {
    const { donationId, lineId } = await accepted();
    const first = await promise(lineId, 700);
    const second = await promise(lineId, 300);
    const line = counted(lineId, { sound: 800, refused: 50, reason: 'short_delivered' });
    const closing: ClosingLine[] = [{ donationLineId: lineId, reason: 'short_delivered' }];
    expect((await count(donationId, [line], { closing })).ok).toBe(true);
    expect(await figures(donationId, lineId)).toMatchObject({
      pledged: 1000,
      declined: 50,
      received: 800,
      toCome: 0,
      closedShort: 150,
    });
    expect(await balances(lineId)).toEqual({ donor: -800, hold: 800 });
    expect(await allocationLines(first.allocationId)).toMatchObject([{ released_quantity: 0 }]);
    expect(await allocationLines(second.allocationId)).toMatchObject([
      { lot_id: null, quantity: 200, released_quantity: 200 },
      { quantity: 100, released_quantity: 0 },
    ]);
    expect(await lapsed(second.allocationId)).toMatchObject([
      { type: 'held' },
      {
        type: 'lapsed',
        payload: { alive: true, lines: [{ quantity: 200, reason: 'short_delivered' }] },
      },
    ]);
    expect((await findPromisable(test.db, [lineId])).get(lineId)).toBe(0);
    await expectFoldIsColumn(donationId);
  });

  it('can be all that a count says, with its reason', async () => {
    const { donationId, lineId } = await accepted();
    const { allocationId } = await promise(lineId, 300);
    const none = counted(lineId, { reason: 'short_delivered' });
    const closing: ClosingLine[] = [{ donationLineId: lineId }];
    expect(await count(donationId, [counted(lineId)], { closing })).toMatchObject({
      error: { code: 'intake.difference_unexplained', field: 'lines[0].reason' },
    });
    expect((await figures(donationId, lineId)).toCome).toBe(1000);
    expect((await count(donationId, [none], { closing })).ok).toBe(true);
    expect((await figures(donationId, lineId)).closedShort).toBe(1000);
    const [row] = await test.superuser`select status from allocation where id = ${allocationId}`;
    expect(row?.status).toBe('released');
  });

  it('lets a later delivery draw on what was closed, or opens the line again', async () => {
    const { donationId, lineId } = await accepted();
    const closing: ClosingLine[] = [{ donationLineId: lineId, reason: 'short_delivered' }];
    const line = counted(lineId, { sound: 900, reason: 'short_delivered' });
    await count(donationId, [line], { closing });
    const late = await count(donationId, [counted(lineId, { sound: 40 })], { version: 4, closing });
    expect(late.ok).toBe(true);
    expect(await figures(donationId, lineId)).toMatchObject({ closedShort: 60, toCome: 0 });
    expect((await count(donationId, [counted(lineId, { sound: 10 })], { version: 5 })).ok).toBe(
      true,
    );
    expect(await figures(donationId, lineId)).toMatchObject({ closedShort: 0, toCome: 50 });
    await expectFoldIsColumn(donationId);
  });

  it('is undone with the count that said so', async () => {
    const { donationId, lineId } = await accepted();
    const closing: ClosingLine[] = [{ donationLineId: lineId, reason: 'short_delivered' }];
    const line = counted(lineId, { sound: 900, reason: 'short_delivered' });
    const done = await count(donationId, [line], { closing });
    if (!done.ok) throw new Error(done.error.code);
    const { intakeId } = done.value;
    const reversed = await reverseCount(env(), by(world.depot), {
      donationId,
      version: 4,
      intakeId,
    });
    expect(reversed.ok).toBe(true);
    expect(await figures(donationId, lineId)).toMatchObject({ toCome: 1000, closedShort: 0 });
    await expectFoldIsColumn(donationId);
  });

  it('is never said of another donation’s line', async () => {
    const { donationId, lineId } = await accepted();
    const other = await accepted();
    const closing: ClosingLine[] = [{ donationLineId: other.lineId, reason: 'short_delivered' }];
    expect(await count(donationId, [counted(lineId, { sound: 1 })], { closing })).toMatchObject({
      error: { code: 'access.not_found' },
    });
  });
});

describe('promises on goods not yet in', () => {
  it('are held in the transaction of the intake, partly where fewer came, oldest first', async () => {
    const { donationId, lineId } = await accepted();
    const first = await promise(lineId, 300);
    const second = await promise(lineId, 500);
    await count(donationId, [counted(lineId, { sound: 700, quarantined: 100, reason: 'wet' })]);
    expect(await balances(lineId)).toEqual({ donor: -800, quarantine: 100, hold: 700 });
    expect(await allocationLines(first.allocationId)).toMatchObject([{ quantity: 300 }]);
    const split = await allocationLines(second.allocationId);
    expect(split).toMatchObject([
      { quantity: 100, lot_id: null },
      { quantity: 400, lot_id: expect.any(String) },
    ]);
    await count(donationId, [counted(lineId, { sound: 200 })], { version: 3 });
    expect(await balances(lineId)).toEqual({
      donor: -1000,
      quarantine: 100,
      hold: 800,
      stock: 100,
    });
    const events = await test.superuser`select version, type from event
      where aggregate = 'allocation' and aggregate_id = ${second.allocationId} order by version`;
    expect(events).toMatchObject([
      { version: 2, type: 'held' },
      { version: 3, type: 'held' },
    ]);
  });

  it('keeps one promise out of two lots, each line naming its lot', async () => {
    const { donationId, lineId } = await accepted('rice', 1_000);
    const { allocationId } = await promise(lineId, 1_000, 'rice');
    await count(donationId, [
      counted(lineId, { sound: 600, bestBefore: '2026-10-01' }),
      counted(lineId, { sound: 400, bestBefore: '2026-11-01' }),
    ]);
    const lines = await allocationLines(allocationId);
    expect(lines).toMatchObject([{ quantity: 400 }, { quantity: 600 }]);
    expect(new Set(lines.map((line) => line.lot_id)).size).toBe(2);
    expect(await balances(lineId)).toEqual({ donor: -1000, hold: 1000 });
  });

  it('are released when the donation is closed short', async () => {
    const { donationId, lineId } = await accepted();
    const { allocationId } = await promise(lineId, 300);
    await closeDonation(env(), by(world.depot), {
      donationId,
      version: 2,
      reason: 'donor_delivers_less',
    });
    expect(await allocationLines(allocationId)).toMatchObject([
      { quantity: 300, released_quantity: 300, lot_id: null },
    ]);
    expect((await figures(donationId, lineId)).closedShort).toBe(1000);
  });
});

describe('reverse-count', () => {
  it('undoes a count with its refusals, and lets what was held step back to a promise', async () => {
    const { donationId, lineId } = await accepted();
    const { allocationId } = await promise(lineId, 300);
    const line = counted(lineId, { sound: 990, refused: 10, reason: 'damaged' });
    const done = await count(donationId, [line]);
    if (!done.ok) throw new Error(done.error.code);
    const { intakeId } = done.value;
    const reverse = (actor: GoodsWorld['depot'], version: number) =>
      reverseCount(env(), by(actor), { donationId, version, intakeId });
    expect(await reverse(world.otherDepot, 3)).toMatchObject({
      error: { code: 'access.organisation' },
    });
    expect(await reverse(world.depot, 2)).toMatchObject({ error: { code: 'record.stale' } });
    expect(await reverse(world.depot, 3)).toMatchObject({ ok: true });
    expect(await balances(lineId)).toEqual({});
    expect(await allocationLines(allocationId)).toMatchObject([{ quantity: 300, lot_id: null }]);
    expect(await figures(donationId, lineId)).toMatchObject({ declined: 0, toCome: 1000 });
    await expectFoldIsColumn(donationId);
    expect(await reverse(world.depot, 4)).toMatchObject({
      error: { code: 'intake.already_reversed' },
    });
    await count(donationId, [counted(lineId, { sound: 1000 })], { version: 4 });
    expect(await balances(lineId)).toEqual({ donor: -1000, hold: 300, stock: 700 });
  });

  it('is refused once goods have gone further, naming what took them', async () => {
    const { donationId, lineId } = await accepted();
    const done = await count(donationId, [counted(lineId, { sound: 100 })]);
    if (!done.ok) throw new Error(done.error.code);
    const [lot] = await test.superuser`select id from lot where donation_line_id = ${lineId}`;
    const here = { placeId: world.depotPlaceId, countyCode: '451121' };
    const taker = uuidv7();
    await test.db.transaction((tx) =>
      postMovements(tx, [
        {
          id: taker,
          kind: 'quarantine',
          cause: { kind: 'lot', id: lot!.id as string },
          occurredAt: now,
          lines: [
            {
              lotId: lot!.id as string,
              from: { kind: 'stock', ...here },
              to: { kind: 'quarantine', ...here },
              quantity: 1,
            },
          ],
        },
      ]),
    );
    const { intakeId } = done.value;
    const result = await reverseCount(env(), by(world.depot), {
      donationId,
      version: 3,
      intakeId,
    });
    expect(result).toMatchObject({ error: { code: 'ledger.taken', facts: { takenBy: taker } } });
    expect(await balances(lineId)).toEqual({ donor: -100, stock: 99, quarantine: 1 });
  });
});
