import { and, eq, isNull } from 'drizzle-orm';
import type { Tx } from '~db/client.server';
import { invitation } from '~db/schema/membership';

export type InvitationRow = typeof invitation.$inferSelect;

export async function insertInvitation(tx: Tx, row: typeof invitation.$inferInsert): Promise<void> {
  await tx.insert(invitation).values(row);
}

export async function lockInvitationByToken(
  tx: Tx,
  tokenHash: string,
): Promise<InvitationRow | undefined> {
  const [row] = await tx
    .select()
    .from(invitation)
    .where(eq(invitation.tokenHash, tokenHash))
    .for('update');
  return row;
}

export async function lockInvitation(tx: Tx, id: string): Promise<InvitationRow | undefined> {
  const [row] = await tx.select().from(invitation).where(eq(invitation.id, id)).for('update');
  return row;
}

/** Those of an organisation that are neither accepted nor withdrawn, locked in the order of their ids. */
export async function lockOpenInvitationsOf(tx: Tx, organisationId: string) {
  return tx
    .select({ id: invitation.id })
    .from(invitation)
    .where(
      and(
        eq(invitation.organisationId, organisationId),
        isNull(invitation.acceptedAt),
        isNull(invitation.withdrawnAt),
      ),
    )
    .orderBy(invitation.id)
    .for('update');
}

/** Closes it for good; what the administrator typed about the person is not kept. */
export async function closeInvitation(
  tx: Tx,
  id: string,
  closed: { acceptedAt: Date } | { withdrawnAt: Date },
): Promise<void> {
  await tx
    .update(invitation)
    .set({ ...closed, displayName: null, phone: null })
    .where(eq(invitation.id, id));
}
