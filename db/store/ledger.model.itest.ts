import { afterAll, beforeAll, expect, it } from 'vitest';
import { errorCodes } from '~/domain/error';
import { movementKinds } from '~/domain/ledger';
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
  process.stdout.write(`ledger model test: LEDGER_SEED=${seed}\n`);
  const tallies = await Promise.all(
    Array.from({ length: SHARDS }, (_, shard) =>
      playSequences(database, { sequences: SEQUENCES / SHARDS, steps: 40, seed: seed + shard }),
    ),
  );
  const posted = tallies.reduce((sum, tally) => sum + tally.posted, 0);
  const codes = new Set(tallies.flatMap((tally) => [...tally.refused.keys()]));
  const kinds = new Set(tallies.flatMap((tally) => [...tally.kinds]));
  // A run that mostly refuses, or never meets a rule, would show little.
  expect(posted).toBeGreaterThan(SEQUENCES * 10);
  expect([...kinds].sort()).toEqual([...movementKinds].sort());
  expect([...codes].sort()).toEqual(errorCodes.filter((code) => code.startsWith('ledger.')).sort());
});
