import { and, eq, isNull } from 'drizzle-orm';
import type { Tx } from '~db/client.server';
import { setupLink } from '~db/schema/membership';

/** Makes a link the only one that is open. */
export async function replaceSetupLink(
  tx: Tx,
  row: { id: string; tokenHash: string; createdAt: Date },
): Promise<void> {
  await tx.delete(setupLink).where(isNull(setupLink.usedAt));
  await tx.insert(setupLink).values(row);
}

/** The open link with this token, locked; undefined for a used or unknown one. */
export async function lockSetupLink(
  tx: Tx,
  tokenHash: string,
): Promise<{ id: string } | undefined> {
  const [row] = await tx
    .select({ id: setupLink.id })
    .from(setupLink)
    .where(and(eq(setupLink.tokenHash, tokenHash), isNull(setupLink.usedAt)))
    .for('update');
  return row;
}

export async function useSetupLink(tx: Tx, id: string, usedAt: Date): Promise<void> {
  await tx.update(setupLink).set({ usedAt }).where(eq(setupLink.id, id));
}
