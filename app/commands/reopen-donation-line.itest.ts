import { afterAll, beforeAll, expect, it } from 'vitest';
import { v7 as uuidv7 } from 'uuid';
import { findDonation } from '~db/queries/donations.server';
import { checkDocumentFolds } from '~db/queries/document-folds.server';
import { findHistory } from '~db/queries/history.server';
import { findPromisable } from '~db/queries/pledge-remainders.server';
import { createTestDatabase, type TestDatabase } from '~db/testing/test-database.server';
import { makeGoodsWorld, type GoodsWorld } from '~db/testing/goods-world.server';
import { orThrow } from '~db/testing/or-throw.server';
import { as } from '~db/testing/sides/side-env.server';
import { counted, pledgeLine, pledgeTo } from '~db/testing/sides/side-goods.server';
import { visibleScope } from '~/domain/actor';
import { acceptDonation } from './accept-donation.server';
import { countIntake } from './count-intake.server';
import { pledgeDonation } from './pledge-donation.server';
import { reopenDonationLine } from './reopen-donation-line.server';

let test: TestDatabase;
let world: GoodsWorld;
beforeAll(async () => {
  test = await createTestDatabase();
  world = await makeGoodsWorld(test.db);
});
afterAll(() => test.drop());

const now = new Date('2025-12-01T02:00:00Z');
const env = () => ({ db: test.db, now: () => now, newId: () => uuidv7() });

/** 998 of 1,000 came, and the counter said that no more would. */
async function closedShort() {
  const lines = [pledgeLine(world.item('gloves'), 1_000)];
  const pledge = pledgeTo(world.depotPlaceId, lines);
  const { donationId } = await orThrow(pledgeDonation(env(), as(world.foundation), pledge));
  await orThrow(acceptDonation(env(), as(world.bureau), { donationId, version: 1, declined: [] }));
  const lineId = (await lineOf(donationId)).id;
  const reason = 'short_delivered';
  await orThrow(
    countIntake(env(), as(world.depot), {
      donationId,
      version: 2,
      placeId: world.depotPlaceId,
      occurredAt: '2025-12-01T01:30:00.000Z',
      lines: [{ ...counted(lineId, 998), reason }],
      closing: [{ donationLineId: lineId, reason }],
    }),
  );
  return { donationId, lineId, version: 4 };
}

async function lineOf(donationId: string) {
  const found = await findDonation(test.db, visibleScope(world.depot), donationId);
  return found!.lines[0]!;
}

const reopen = (
  input: { donationId: string; lineId: string; version: number },
  actor = world.depot,
  key?: string,
) => reopenDonationLine(env(), as(actor, key), { ...input, reason: 'donor_delivers_after_all' });

it('makes what did not come expected again, so that it may be promised, and says why', async () => {
  const closed = await closedShort();
  expect((await lineOf(closed.donationId)).figures).toMatchObject({ toCome: 0, closedShort: 2 });
  const key = uuidv7();
  expect(await reopen(closed, world.depot, key)).toMatchObject({ ok: true });
  // The same form once more has effect once.
  expect(await reopen(closed, world.depot, key)).toMatchObject({ ok: true });
  expect(await lineOf(closed.donationId)).toMatchObject({
    closedReason: null,
    figures: { toCome: 2, closedShort: 0, received: 998 },
  });
  expect((await findPromisable(test.db, [closed.lineId])).get(closed.lineId)).toBe(2);
  const [latest] = await findHistory(test.db, 'donation', closed.donationId);
  expect(latest).toMatchObject({
    key: 'donation.line_reopened',
    reason: 'donor_delivers_after_all',
  });
  expect((await checkDocumentFolds(test.db, 'donation')).faults).toEqual([]);
});

it('is refused to everybody but those of the goods’ place and its bureau', async () => {
  const closed = await closedShort();
  for (const [actor, code] of [
    [world.foundation, 'access.role'],
    [world.otherDepot, 'access.organisation'],
    [world.centre, 'access.organisation'],
    [world.foreignBureau, 'access.division'],
  ] as const) {
    expect(await reopen(closed, actor)).toMatchObject({ error: { code } });
  }
  expect((await lineOf(closed.donationId)).figures.closedShort).toBe(2);
  expect(await reopen(closed, world.bureau)).toMatchObject({ ok: true });
});

it('is refused from a stale tab, and of a line that is open', async () => {
  const closed = await closedShort();
  expect(await reopen({ ...closed, version: 3 })).toMatchObject({
    error: { code: 'record.stale' },
  });
  expect(await reopen(closed)).toMatchObject({ ok: true });
  expect(await reopen({ ...closed, version: 5 })).toMatchObject({
    error: { code: 'donation.line_open' },
  });
});
