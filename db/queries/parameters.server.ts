import { asc } from 'drizzle-orm';
import type { ParameterRow } from '~/domain/parameter';
import type { Database, Tx } from '~db/client.server';
import { parameter } from '~db/schema/parameter';

/** Every parameter, for domain/parameter to resolve: some dozens of rows, the same for every reader. */
export async function listParameters(db: Database | Tx): Promise<ParameterRow[]> {
  return db
    .select()
    .from(parameter)
    .orderBy(asc(parameter.code), asc(parameter.regionPrefix), asc(parameter.validFrom));
}
