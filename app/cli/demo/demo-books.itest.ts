import { afterAll, beforeAll, expect, it } from 'vitest';
import { v7 as uuidv7 } from 'uuid';
import { createIdentityCipher } from '~db/store/identity-cipher.server';
import { createTestDatabase, type TestDatabase } from '~db/testing/test-database.server';
import { verifyBooks } from '~/cli/verify/verify-books';
import { beginStory } from './story';
import { tellWarmWinter } from './warm-winter';

let test: TestDatabase;
beforeAll(async () => {
  test = await createTestDatabase();
});
afterAll(() => test.drop());

it('the whole story leaves books that agree, balance by balance and document by document', async () => {
  const env = {
    db: test.db,
    cipher: createIdentityCipher('the key of the identities in this test'),
    now: () => new Date('2026-01-20T04:00:00Z'),
    newId: () => uuidv7(),
  };
  await tellWarmWinter(await beginStory(env));
  const { looked, faults } = await verifyBooks(test.db);
  expect(faults).toEqual([]);
  // A story that did not get this far would prove little.
  for (const [aggregate, least] of Object.entries({
    movement_line: 100,
    donation: 4,
    request: 10,
    allocation: 5,
    shipment: 3,
    handout: 2,
    sign_off: 10,
  })) {
    expect(looked[aggregate], aggregate).toBeGreaterThanOrEqual(least);
  }
}, 120_000);
