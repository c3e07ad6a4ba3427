import { eq } from 'drizzle-orm';
import type { Tx } from '~db/client.server';
import { organisation } from '~db/schema/organisation';

export type OrganisationRow = typeof organisation.$inferSelect;

export async function insertOrganisation(
  tx: Tx,
  row: typeof organisation.$inferInsert,
): Promise<void> {
  await tx.insert(organisation).values(row);
}

export async function lockOrganisation(tx: Tx, id: string): Promise<OrganisationRow | undefined> {
  const [row] = await tx.select().from(organisation).where(eq(organisation.id, id)).for('update');
  return row;
}
