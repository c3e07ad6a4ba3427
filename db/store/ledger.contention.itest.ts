import { v7 } from 'uuid';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { closeDatabase, createDatabase, inTransaction, type Database } from '../client.server';
import { bookFaults } from '../testing/ledger/books.server';
import { faulty, lockFault } from '../testing/ledger/faults.server';
import { makeGround, makeLots } from '../testing/ledger/fixture.server';
import { createTestDatabase, type TestDatabase } from '../testing/test-database.server';
import type { Account, Movement, MovementLine } from '~/domain/ledger';
import { postMovements } from './ledger.server';

const CONNECTIONS = 16;
const HOLDS = 8;
const STOCK = 1000;

let database: TestDatabase;
let pool: Database;
beforeEach(async () => {
  database = await createTestDatabase();
  pool = createDatabase({ url: database.appUrl, max: CONNECTIONS });
});
afterEach(async () => {
  await closeDatabase(pool);
  await database.drop();
});

it('sells nothing twice and loses nothing when sixteen connections want the same goods', async () => {
  const outcome = await fight();
  expect(outcome.faults).toEqual([]);
  expect(outcome.refused).toBeGreaterThan(0);
  expect(outcome.free).toBe(STOCK - outcome.taken);
  expect(outcome.free).toBeLessThan(outcome.smallest);
});

it('would notice a missing lock', { timeout: 60_000 }, async () => {
  await database.owner.unsafe(faulty(lockFault));
  const seen: string[] = [];
  // One fight shows it nearly always; five leave nothing to luck.
  for (let round = 0; round < 5 && seen.length === 0; round += 1) {
    await fight().then(
      ({ faults }) => seen.push(...faults.map(({ fault }) => fault)),
      (error: unknown) => seen.push(String(error)),
    );
  }
  expect(seen.join()).toMatch(
    /not_the_fold_of_its_lines|sum_not_zero|Failed query: select .* ledger_post/,
  );
});

/** Everyone reserves, and now and then gives back, until nobody is given anything more. */
async function fight() {
  const ground = await makeGround(database.owner);
  const lots = await makeLots(database.owner, ground, [{}, {}]);
  const [lotId = '', other = ''] = lots;
  const place = { placeId: v7(), countyCode: '451102' };
  const stock: Account = { kind: 'stock', ...place };
  const donor: Account = { kind: 'donor', organisationId: v7(), countyCode: '440106' };
  const holds = Array.from({ length: HOLDS }, (): Account => {
    return { kind: 'hold', allocationLineId: v7(), ...place };
  });
  const both = (from: Account, to: Account, quantity: number) =>
    lots.map((lot) => ({ lotId: lot, from, to, quantity }));
  await post(movement('intake', both(donor, stock, STOCK)));
  const smallest = 3;
  const tallies = await Promise.all(
    Array.from({ length: CONNECTIONS }, async (_, client) => {
      const tally = { taken: 0, refused: 0 };
      for (let turn = client; tally.refused < 3; turn += 1) {
        const hold = holds[turn % HOLDS];
        if (!hold) throw new Error('there is a hold for every turn');
        const quantity = tally.refused > 0 ? smallest : smallest + (turn % 5);
        // One line or two, in either order of the lots: the short way and the long one meet.
        const lines =
          turn % 3 === 0
            ? both(stock, hold, quantity)
            : [{ lotId, from: stock, to: hold, quantity }];
        if (turn % 2 === 0) lines.reverse();
        const posted = await post(movement('hold', lines));
        if (!posted.ok) {
          tally.refused += 1;
          continue;
        }
        tally.taken += quantity;
        if (turn % 4 !== 1) continue;
        await post(movement('release', [{ lotId, from: hold, to: stock, quantity: 1 }]));
        tally.taken -= 1;
      }
      return tally;
    }),
  );
  const [row] = await database.owner<{ quantity: string }[]>`
    select b.quantity from balance b join account a on a.id = b.account_id
    where a.kind = 'stock' and b.lot_id = ${lotId}`;
  return {
    free: Number(row?.quantity),
    smallest: smallest + CONNECTIONS,
    taken: tallies.reduce((sum, tally) => sum + tally.taken, 0),
    refused: tallies.reduce((sum, tally) => sum + tally.refused, 0),
    faults: await bookFaults(database.owner, [lotId, other]),
  };
}

function movement(kind: 'intake' | 'hold' | 'release', lines: MovementLine[]): Movement {
  return { id: v7(), kind, cause: { kind: 'test', id: v7() }, occurredAt: new Date(), lines };
}

function post(...movements: Movement[]) {
  return inTransaction(pool, (tx) => postMovements(tx, movements));
}
