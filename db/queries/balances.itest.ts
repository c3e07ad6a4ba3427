import { v7 } from 'uuid';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { inTransaction } from '../client.server';
import { postMovements, postReversal } from '../store/ledger.server';
import { makeGround, makeLots, type Ground } from '../testing/ledger/fixture.server';
import { createTestDatabase, type TestDatabase } from '../testing/test-database.server';
import type { Scope } from '~/domain/actor';
import { LOOSE, type Account, type Movement, type MovementLine } from '~/domain/ledger';
import { balancesOfDonationLines, listStock, movedByAllocationLine } from './balances.server';
import { contentsOfParcel, hopsOfLots, hopsOfParcel, recipientsReached } from './hops.server';

const county = '451102';
let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

let ground: Ground;
let lotId: string;
let scope: Scope;
let [stock, hold, transit, donor, child, loss]: Account[] = [];
const allocationLineId = v7();

const head = () => ({ id: v7(), cause: { kind: 'test', id: v7() }, occurredAt: new Date() });

async function undo(reverses: string): Promise<string> {
  const reversal = { ...head(), reverses };
  const posted = await inTransaction(database.db, (tx) => postReversal(tx, reversal));
  expect(posted).toMatchObject({ ok: true });
  return reversal.id;
}

async function post(...movements: Movement[]) {
  const posted = await inTransaction(database.db, (tx) => postMovements(tx, movements));
  expect(posted).toMatchObject({ ok: true });
}

function move(kind: Exclude<Movement['kind'], 'reverse'>, line: Omit<MovementLine, 'lotId'>) {
  return { ...head(), kind, lines: [{ lotId, ...line }] };
}

beforeEach(async () => {
  ground = await makeGround(database.owner);
  [lotId = ''] = await makeLots(database.owner, ground, [{}]);
  const { placeId, organisationId } = ground;
  scope = { userId: v7(), organisationId, role: 'depot_staff', divisionPrefix: county };
  stock = { kind: 'stock', placeId, countyCode: county };
  hold = { kind: 'hold', placeId, allocationLineId, countyCode: county };
  transit = { kind: 'transit', shipmentId: v7(), countyCode: county };
  donor = { kind: 'donor', organisationId, countyCode: '440106' };
  child = { kind: 'recipient', accountId: v7(), countyCode: county };
  loss = { kind: 'loss', placeId, reason: 'damaged', countyCode: county };
});

function known(account: Account | undefined): Account {
  if (!account) throw new Error('the account is made before each test');
  return account;
}

describe('listStock', () => {
  beforeEach(() =>
    post(
      move('intake', { from: known(donor), to: known(stock), quantity: 100 }),
      move('hold', { from: known(stock), to: known(hold), quantity: 30, allocationLineId }),
    ),
  );

  it('shows what is free and what is held, to the organisation whose place it is', async () => {
    const rows = await listStock(database.db, scope, { lotIds: [lotId] });
    expect(rows.map(({ kind, quantity, parcelId }) => [kind, quantity, parcelId])).toEqual(
      expect.arrayContaining([
        ['hold', 30, LOOSE],
        ['stock', 70, LOOSE],
      ]),
    );
    expect(rows).toHaveLength(2);
    const filter = { lotIds: [lotId], kinds: ['hold' as const], placeIds: [ground.placeId] };
    expect(await listStock(database.db, scope, filter)).toHaveLength(1);
    expect(await listStock(database.db, scope, { lotIds: [lotId], size: '130' })).toEqual([]);
  });

  it.each([
    ['another organisation', { organisationId: v7() }, 0],
    [
      'a bureau of the city',
      { organisationId: v7(), role: 'bureau_officer', divisionPrefix: '4511' },
      2,
    ],
    [
      'a bureau of another county',
      { organisationId: v7(), role: 'bureau_officer', divisionPrefix: '451121' },
      0,
    ],
    ['an administrator', { organisationId: v7(), role: 'administrator', divisionPrefix: '' }, 2],
  ] as const)('%s sees its own', async (_, change, rows) => {
    const reader = { ...scope, ...change };
    expect(await listStock(database.db, reader, { lotIds: [lotId] })).toHaveLength(rows);
  });
});

it('adds up a donation line, returns and reversals included', async () => {
  const back = move('return', { from: known(stock), to: known(donor), quantity: 9 });
  await post(
    move('intake', { from: known(donor), to: known(stock), quantity: 100 }),
    move('lose', { from: known(stock), to: known(loss), quantity: 5 }),
    move('return', { from: known(stock), to: known(donor), quantity: 4 }),
    back,
  );
  await undo(back.id);
  const lines = await balancesOfDonationLines(database.db, scope, [ground.donationLineId, v7()]);
  expect([...lines.keys()]).toEqual([ground.donationLineId]);
  const line = lines.get(ground.donationLineId);
  expect(line?.returned).toBe(4);
  expect(line?.balances).toEqual(
    expect.arrayContaining([
      { accountKind: 'stock', placeKind: 'depot', quantity: 91 },
      { accountKind: 'loss', placeKind: 'depot', quantity: 5 },
      { accountKind: 'donor', placeKind: undefined, quantity: -96 },
    ]),
  );
  const stranger = { ...scope, organisationId: v7() };
  expect(await balancesOfDonationLines(database.db, stranger, [ground.donationLineId])).toEqual(
    new Map(),
  );
});

it('tells the way of a parcel and of an allocation line, and whom it reached', async () => {
  const parcelId = v7();
  const inParcel = { fromParcelId: parcelId, toParcelId: parcelId, allocationLineId, quantity: 10 };
  const shipped = move('dispatch', { from: known(hold), to: known(transit), ...inParcel });
  await post(
    move('intake', { from: known(donor), to: known(stock), quantity: 10 }),
    move('pack', { from: known(stock), to: known(stock), toParcelId: parcelId, quantity: 10 }),
    move('hold', { from: known(stock), to: known(hold), ...inParcel }),
    shipped,
    move('receive', { from: known(transit), to: known(hold), ...inParcel }),
  );
  const contents = await contentsOfParcel(database.db, parcelId);
  expect(contents).toMatchObject([{ lotId, quantity: 10, kind: 'hold', placeId: ground.placeId }]);
  const handedOut = move('hand_out', { from: known(hold), to: known(child), ...inParcel });
  await post(handedOut);
  expect(await recipientsReached(database.db, [lotId])).toBe(1);
  expect(await recipientsReached(database.db, [lotId], v7())).toBe(0);
  const undoneBy = await undo(handedOut.id);
  expect(await recipientsReached(database.db, [lotId])).toBe(0);

  const hops = await hopsOfParcel(database.db, parcelId);
  expect(hops.map(({ kind, fromKind, toKind }) => `${kind} ${fromKind} ${toKind}`)).toEqual([
    'pack stock stock',
    'hold stock hold',
    'dispatch hold transit',
    'receive transit hold',
    'hand_out hold recipient',
    'reverse recipient hold',
  ]);
  expect(hops[4]?.reversedBy).toBe(undoneBy);
  expect(JSON.stringify(hops)).not.toContain((known(child) as { accountId: string }).accountId);
  expect(await hopsOfLots(database.db, [lotId])).toHaveLength(hops.length + 1);
  const moved = await movedByAllocationLine(database.db, [allocationLineId]);
  expect(moved.get(allocationLineId)).toMatchObject({ dispatch: 10, receive: 10, hand_out: 0 });
});
