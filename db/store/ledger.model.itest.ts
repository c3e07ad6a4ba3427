import { afterAll, beforeAll, expect, it } from 'vitest';
import { playSequences } from '../testing/ledger/property.server';
import { createTestDatabase, type TestDatabase } from '../testing/test-database.server';

const SEQUENCES = Number(process.env['LEDGER_SEQUENCES'] ?? 200);
const SHARDS = 2;
const seed = Number(process.env['LEDGER_SEED'] ?? Date.now() % 2 ** 31);

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

it('does what the model does, step by step', { timeout: 240_000 }, async () => {
  console.log(`ledger model test: LEDGER_SEED=${seed}`);
  const tallies = await Promise.all(
    Array.from({ length: SHARDS }, (_, shard) =>
      playSequences(database, { sequences: SEQUENCES / SHARDS, steps: 40, seed: seed + shard }),
    ),
  );
  const posted = tallies.reduce((sum, tally) => sum + tally.posted, 0);
  const codes = new Set(tallies.flatMap((tally) => [...tally.refused.keys()]));
  // A run that mostly refuses, or never meets a rule, would show little.
  expect(posted).toBeGreaterThan(SEQUENCES * 10);
  expect([...codes].sort()).toEqual(
    [
      'ledger.already_reversed',
      'ledger.id_reused',
      'ledger.other_place',
      'ledger.pack_size',
      'ledger.pair',
      'ledger.parcel_change',
      'ledger.parcel_elsewhere',
      'ledger.parcel_not_whole',
      'ledger.reversal_of_reversal',
      'ledger.several_counties',
      'ledger.short',
      'ledger.taken',
      'ledger.unknown_movement',
    ].sort(),
  );
});
