import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { v7 as uuidv7 } from 'uuid';
import { visibleScope } from '~/domain/actor';
import { makeGoodsWorld, type GoodsWorld } from '~db/testing/goods-world.server';
import { createTestDatabase, type TestDatabase } from '~db/testing/test-database.server';
import { donation, donationLine } from '~db/schema/donation';
import { lot } from '~db/schema/ledger';
import { postMovements } from '~db/store/ledger.server';
import type { Account, Movement } from '~/domain/ledger';
import { listDonationPieces } from './donation-pieces.server';
import {
  findDonation,
  findDonationByCode,
  listDonations,
  type DonationFilter,
} from './donations.server';

let test: TestDatabase;
let world: GoodsWorld;
const donationId = uuidv7();
const lineId = uuidv7();
const lotId = uuidv7();
const code = 'D000-0000-0000-0000';

beforeAll(async () => {
  test = await createTestDatabase();
  world = await makeGoodsWorld(test.db);
  await test.db.insert(donation).values({
    id: donationId,
    code,
    donorOrganisationId: world.foundation.organisationId,
    placeId: world.depotPlaceId,
    countyCode: '451121',
    status: 'accepted',
    pledgedByUserId: world.foundation.userId,
    createdAt: new Date(),
  });
  await test.db.insert(donationLine).values({
    id: lineId,
    donationId,
    position: 0,
    itemId: world.item('gloves'),
    quantity: 100,
    unitCode: 'piece',
    valueBasis: 'invoice',
    valueLowFen: 500,
    valueHighFen: 500,
  });
  await test.db
    .insert(lot)
    .values({ id: lotId, itemId: world.item('gloves'), donationLineId: lineId });
});
afterAll(() => test.drop());

const all: DonationFilter = { sort: 'createdAt', descending: true, page: 1, pageSize: 10 };

describe('who sees a donation', () => {
  it.each([
    ['its donor', () => world.foundation, true],
    ['another foundation', () => world.otherFoundation, false],
    ['the depot it goes to', () => world.depot, true],
    ['another depot', () => world.otherDepot, false],
    ['the centre that has not counted it', () => world.centre, false],
    ['the bureau of the county', () => world.bureau, true],
    ['a bureau of another county', () => world.foreignBureau, false],
    ['the administrator', () => world.administrator, true],
  ] as const)('%s', async (_, actor, sees) => {
    const scope = visibleScope(actor());
    const { rows, total } = await listDonations(test.db, scope, all);
    expect({ rows: rows.length, total }).toEqual({ rows: Number(sees), total: Number(sees) });
    expect((await findDonation(test.db, scope, donationId)) !== undefined).toBe(sees);
  });

  it('whoever holds its code, to count it', async () => {
    const scope = visibleScope(world.otherDepot);
    expect((await findDonationByCode(test.db, scope, code))?.id).toBe(donationId);
    expect(await findDonationByCode(test.db, scope, 'D000-0000-0000-0001')).toBeUndefined();
  });
});

it('filters by status and words, takes signs for what they are, and counts beyond the page', async () => {
  const scope = visibleScope(world.foundation);
  const count = async (filter: Partial<DonationFilter>) =>
    (await listDonations(test.db, scope, { ...all, ...filter })).total;
  expect(await count({ status: 'accepted' })).toBe(1);
  expect(await count({ status: 'closed' })).toBe(0);
  expect(await count({ text: 'foundation' })).toBe(1);
  expect(await count({ text: '%' })).toBe(0);
  expect((await listDonations(test.db, scope, { ...all, page: 2 })).rows).toEqual([]);
});

it('leaves out what has all come, and what will come no more', async () => {
  const scope = visibleScope(world.depot);
  const waiting = async () => (await listDonations(test.db, scope, { ...all, toCome: true })).total;
  expect(await waiting()).toBe(1);
  const set = (changes: Partial<typeof donationLine.$inferInsert>) =>
    test.db.update(donationLine).set(changes).where(eq(donationLine.id, lineId));
  await set({ declinedQuantity: 100 });
  expect(await waiting()).toBe(0);
  await set({ declinedQuantity: 0, closedReason: 'short_delivered', closedIntakeId: uuidv7() });
  expect(await waiting()).toBe(0);
  await set({ closedReason: null, closedIntakeId: null });
  expect(await waiting()).toBe(1);
});

it('tells every piece where it is, down to the centre, and adds up to what was received', async () => {
  const county = '451121';
  const at = (kind: 'stock' | 'quarantine', placeId: string): Account => ({
    kind,
    placeId,
    countyCode: county,
  });
  const donor: Account = {
    kind: 'donor',
    organisationId: world.foundation.organisationId,
    countyCode: '441200',
  };
  const recipient: Account = { kind: 'recipient', accountId: uuidv7(), countyCode: county };
  const { depotPlaceId, centrePlaceId } = world;
  const move = (kind: Movement['kind'], from: Account, to: Account, quantity: number) =>
    ({
      id: uuidv7(),
      kind,
      cause: { kind: 'test', id: donationId },
      occurredAt: new Date(),
      lines: [{ lotId, from, to, quantity }],
    }) as Movement;
  const given = move('hand_out', at('stock', centrePlaceId), recipient, 7);
  const undone = move('hand_out', at('stock', centrePlaceId), recipient, 2);
  const posted = await test.db.transaction((tx) =>
    postMovements(tx, [
      move('intake', donor, at('stock', depotPlaceId), 60),
      move('intake', donor, at('stock', centrePlaceId), 20),
      move('quarantine', at('stock', depotPlaceId), at('quarantine', depotPlaceId), 5),
      move('return', at('stock', depotPlaceId), donor, 3),
      move(
        'lose',
        at('stock', depotPlaceId),
        { kind: 'loss', placeId: depotPlaceId, reason: 'damaged', countyCode: county },
        1,
      ),
      given,
      undone,
    ]),
  );
  expect(posted.ok).toBe(true);
  const reversed = await test.db.transaction((tx) =>
    postMovements(tx, [
      {
        id: uuidv7(),
        kind: 'reverse',
        reverses: undone.id,
        cause: { kind: 'test', id: donationId },
        occurredAt: new Date(),
      },
    ]),
  );
  expect(reversed.ok).toBe(true);
  const pieces = await listDonationPieces(test.db, [lineId]);
  expect(pieces.map(({ at: where, quantity }) => [where, quantity])).toEqual([
    ['stock', 51],
    ['quarantine', 5],
    ['at_centre', 13],
    ['handed_out', 7],
    ['lost', 1],
    ['returned', 3],
  ]);
  expect(pieces.find((piece) => piece.at === 'handed_out')).toMatchObject({ recipients: 1 });
  expect(pieces.reduce((sum, piece) => sum + piece.quantity, 0)).toBe(80);
  const found = await findDonation(test.db, visibleScope(world.foundation), donationId);
  expect(found?.lines[0]?.figures).toMatchObject({ pledged: 100, received: 80, toCome: 20 });
});
