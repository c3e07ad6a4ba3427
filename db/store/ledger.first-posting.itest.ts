import { v7 as newId } from 'uuid';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { closeDatabase, createDatabase, type Database } from '~db/client.server';
import { makeGround, makeLots } from '~db/testing/ledger/fixture.server';
import { createTestDatabase, type TestDatabase } from '~db/testing/test-database.server';
import type { Account, Movement, MovementLine } from '~/domain/ledger';
import { postMovements } from './ledger.server';

const ROUNDS = 150;
const countyCode = '451102';

let database: TestDatabase;
/** One connection each, as two web processes have them. */
let sides: Database[];
let hold: Extract<Account, { kind: 'hold' }>;
let lotId: string;

beforeAll(async () => {
  database = await createTestDatabase();
  sides = [0, 1].map(() => createDatabase({ url: database.appUrl, max: 1 }));
  const ground = await makeGround(database.owner);
  const { placeId, organisationId } = ground;
  [lotId = ''] = await makeLots(database.owner, ground, [{}]);
  hold = { kind: 'hold', placeId, allocationLineId: newId(), countyCode };
  const donor: Account = { kind: 'donor', organisationId, countyCode: '440106' };
  const stock: Account = { kind: 'stock', placeId, countyCode };
  const quantity = 10 * ROUNDS;
  await post(database.db, [
    movement('intake', { lotId, from: donor, to: stock, quantity }),
    movement('hold', { lotId, from: stock, to: hold, quantity }),
  ]);
});
afterAll(async () => {
  await Promise.all(sides.map((side) => closeDatabase(side)));
  await database.drop();
});

function movement(kind: Exclude<Movement['kind'], 'reverse'>, line: MovementLine): Movement {
  const cause = { kind: 'sign_off', id: newId() };
  return { id: newId(), kind, cause, occurredAt: new Date(), lines: [line] };
}

/** Without the second try that commands have: the ledger itself must stand it. */
const post = (db: Database, movements: Movement[]) =>
  db.transaction((tx) => postMovements(tx, movements));

const handOut = (to: Account) =>
  movement('hand_out', { lotId, from: hold, to, quantity: 1, allocationLineId: newId() });

// One movement takes the short way through the ledger, two the long one: both may meet an account that is not there yet.
it.each([
  ['one movement each', [1, 1]],
  ['one beside two', [1, 2]],
  ['two movements each', [2, 2]],
])(
  'two first postings to one recipient at once both take effect: %s',
  { timeout: 120_000 },
  async (_, movements) => {
    for (let round = 0; round < ROUNDS; round += 1) {
      const to: Account = { kind: 'recipient', accountId: newId(), countyCode };
      const sent = sides.map((side, at) =>
        post(
          side,
          Array.from({ length: movements[at] ?? 0 }, () => handOut(to)),
        ),
      );
      const results = await Promise.all(sent);
      expect(results.map(({ ok }) => ok)).toEqual([true, true]);
      const [row] = await database.superuser`
        select quantity::int from balance where account_id = ${to.accountId}`;
      expect(row).toEqual({ quantity: (movements[0] ?? 0) + (movements[1] ?? 0) });
    }
  },
);
