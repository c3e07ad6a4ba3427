import { expect, it } from 'vitest';
import { faulty, modelFaults } from '../testing/ledger/faults.server';
import { playSequences } from '../testing/ledger/property.server';
import { createTestDatabase } from '../testing/test-database.server';

// Found within a few sequences; a fixed seed, so that the test itself is no matter of luck.
const options = { sequences: 150, steps: 40, seed: 4511 };

it.each(modelFaults)('the model test catches: $name', { timeout: 60_000 }, async (fault) => {
  const database = await createTestDatabase();
  try {
    await database.owner.unsafe(faulty(fault));
    await expect(playSequences(database, options)).rejects.toThrow(fault.caught);
  } finally {
    await database.drop();
  }
});
