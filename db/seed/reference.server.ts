import type { Database } from '~db/client.server';
import { seedCatalogue } from './seed-catalogue.server';
import { seedDivisionPoints } from './seed-division-points.server';
import { seedDivisions } from './seed-divisions.server';
import { seedParameters } from './seed-parameters.server';

/**
 * What every database of the house needs before its first user: divisions and their points, the first catalogue, parameters. Runs after
 * the migrations, as the owner of the tables, all or nothing. Run again it adds what is missing and changes nothing that
 * people have edited since.
 */
export async function seedReference(db: Database): Promise<void> {
  await db.transaction(async (tx) => {
    await seedDivisions(tx);
    await seedDivisionPoints(tx);
    await seedCatalogue(tx);
    await seedParameters(tx);
  });
}
