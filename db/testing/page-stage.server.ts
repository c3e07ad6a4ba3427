import type { ServerEnv } from '~/server/env.server';
import { setCentreStage } from './centre-stage.server';
import { createTestDatabase } from './test-database.server';
import { makePledge, makeStock } from './world.server';

/**
 * A world in a database of its own, to read as its pages do. One connection: a page that takes a second one beside its
 * snapshot waits for ever.
 */
export async function pageStage() {
  const database = await createTestDatabase({ max: 1 });
  const stage = await setCentreStage(database, new Date('2026-01-05T02:00:00Z'));
  // Settings, sessions and maps are left out: no page of a record reads them.
  const env = stage.env as unknown as ServerEnv;
  /** Coats of the size that the centre asks for, free at the depot. @returns the lot. */
  const stock = (quantity: number) =>
    database.db.transaction(async (tx) => {
      const coats = { itemId: stage.world.coatId, size: '120', quantity };
      const donationLineId = await makePledge(tx, stage.world, coats);
      return makeStock(tx, stage.world, { donationLineId, ...coats });
    });
  return { ...stage, env, stock, drop: () => database.drop() };
}
export type PageStage = Awaited<ReturnType<typeof pageStage>>;
