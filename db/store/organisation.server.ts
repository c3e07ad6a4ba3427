import { and, eq, ne } from 'drizzle-orm';
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

/** Held so until the transaction ends: whoever ends it waits for what is being opened for it, and the other way round. */
export async function findOrganisation(tx: Tx, id: string): Promise<OrganisationRow | undefined> {
  const [row] = await tx
    .select()
    .from(organisation)
    .where(eq(organisation.id, id))
    .for('key share');
  return row;
}

export async function saveOrganisation(
  tx: Tx,
  id: string,
  changes: Partial<typeof organisation.$inferInsert>,
): Promise<void> {
  await tx.update(organisation).set(changes).where(eq(organisation.id, id));
}

/** Whether another organisation goes by this credit code. */
export async function creditCodeTaken(
  tx: Tx,
  creditCode: string,
  butFor: string,
): Promise<boolean> {
  const rows = await tx
    .select({ id: organisation.id })
    .from(organisation)
    .where(and(eq(organisation.creditCode, creditCode), ne(organisation.id, butFor)));
  return rows.length > 0;
}
