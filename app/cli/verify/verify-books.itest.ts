import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { v7 as uuidv7 } from 'uuid';
import { createTestDatabase, type TestDatabase } from '~db/testing/test-database.server';
import { makeGoodsWorld } from '~db/testing/goods-world.server';
import { orThrow } from '~db/testing/or-throw.server';
import { as } from '~db/testing/sides/side-env.server';
import { pledgeLine, pledgeTo } from '~db/testing/sides/side-goods.server';
import { acceptDonation } from '~/commands/accept-donation.server';
import { countIntake } from '~/commands/count-intake.server';
import { pledgeDonation } from '~/commands/pledge-donation.server';
import { verifyBooks } from './verify-books';

let test: TestDatabase;

const now = new Date('2025-12-01T02:00:00Z');

/** One donation pledged, accepted and counted in: 1,000 pairs of gloves, 10 of them held back. */
async function countOneIn(): Promise<void> {
  const env = { db: test.db, now: () => now, newId: () => uuidv7() };
  const world = await makeGoodsWorld(test.db);
  const pledge = pledgeTo(world.depotPlaceId, [pledgeLine(world.item('gloves'), 1_000)]);
  const { donationId: id } = await orThrow(pledgeDonation(env, as(world.foundation), pledge));
  await orThrow(
    acceptDonation(env, as(world.bureau), { donationId: id, version: 1, declined: [] }),
  );
  const [line] = await test.superuser`select id from donation_line where donation_id = ${id}`;
  await orThrow(
    countIntake(env, as(world.depot), {
      donationId: id,
      version: 2,
      placeId: world.depotPlaceId,
      occurredAt: now.toISOString(),
      lines: [
        {
          donationLineId: String(line?.id),
          sound: 990,
          quarantined: 10,
          refused: 0,
          reason: 'damaged',
        },
      ],
    }),
  );
}

beforeAll(async () => {
  test = await createTestDatabase();
  await countOneIn();
});
afterAll(() => test.drop());

describe('verifying', () => {
  it('finds nothing where only commands have written, and says what it looked at', async () => {
    const { looked, faults } = await verifyBooks(test.db);
    expect(faults).toEqual([]);
    expect(looked).toMatchObject({ movement_line: 2, donation: 1, shipment: 0 });
  });
});

describe('verifying names what was changed behind the commands’ back', () => {
  const tampering: [what: string, change: string, back: string, fault: RegExp][] = [
    [
      'goods taken out of stock',
      'update balance set quantity = quantity - 1 where quantity = 990',
      'update balance set quantity = 990 where quantity = 989',
      /^ledger (sum_not_zero|not_the_fold_of_its_lines): /,
    ],
    [
      'a status set by hand',
      `update donation set status = 'closed'`,
      `update donation set status = 'accepted'`,
      /^donation \S+: its events say accepted, its row closed$/,
    ],
    [
      'a version set by hand',
      `update donation set version = 9`,
      `update donation set version = 3`,
      /^donation \S+: its events say version 3, its row 9$/,
    ],
    [
      'an event moved out of its order',
      `update event set version = 7 where aggregate = 'donation' and version = 2`,
      `update event set version = 2 where aggregate = 'donation' and version = 7`,
      /^donation \S+: event 2 is missing$/,
    ],
    [
      'an order of events that cannot be',
      `update event set type = 'closed' where aggregate = 'donation' and version = 2`,
      `update event set type = 'accepted' where aggregate = 'donation' and version = 2`,
      /^donation \S+: A donation that is pledged cannot be closed\.$/,
    ],
  ];

  it.each(tampering)('%s', async (_what, change, back, fault) => {
    await unguarded(change);
    const { faults } = await verifyBooks(test.db);
    await unguarded(back);
    expect(faults.length).toBeGreaterThan(0);
    for (const one of faults) expect(one).toMatch(fault);
    expect((await verifyBooks(test.db)).faults).toEqual([]);
  });
});

/** As a superuser whom no trigger stops. */
async function unguarded(statement: string): Promise<void> {
  await test.superuser.begin(async (tx) => {
    await tx`set local session_replication_role = replica`;
    await tx.unsafe(statement);
  });
}
