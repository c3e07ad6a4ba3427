import { and, eq, isNull } from 'drizzle-orm';
import type { Tx } from '~db/client.server';
import { passwordReset } from '~db/schema/membership';

export type PasswordResetRow = typeof passwordReset.$inferSelect;

export async function insertPasswordReset(
  tx: Tx,
  row: typeof passwordReset.$inferInsert,
): Promise<void> {
  await tx.insert(passwordReset).values(row);
}

export async function lockPasswordReset(
  tx: Tx,
  tokenHash: string,
): Promise<PasswordResetRow | undefined> {
  const [row] = await tx
    .select()
    .from(passwordReset)
    .where(eq(passwordReset.tokenHash, tokenHash))
    .for('update');
  return row;
}

/** Links of the user that still open open no longer; answers their ids. */
export async function withdrawPasswordResets(
  tx: Tx,
  userId: string,
  withdrawnAt: Date,
): Promise<string[]> {
  const rows = await tx
    .update(passwordReset)
    .set({ withdrawnAt })
    .where(
      and(
        eq(passwordReset.userId, userId),
        isNull(passwordReset.usedAt),
        isNull(passwordReset.withdrawnAt),
      ),
    )
    .returning({ id: passwordReset.id });
  return rows.map(({ id }) => id);
}

export async function closePasswordReset(tx: Tx, id: string, usedAt: Date): Promise<void> {
  await tx.update(passwordReset).set({ usedAt }).where(eq(passwordReset.id, id));
}
