import { and, desc, eq, gt, isNull } from 'drizzle-orm';
import type { Database } from '~db/client.server';
import { invitation } from '~db/schema/membership';
import { organisation } from '~db/schema/organisation';
import type { Role, Scope } from '~/domain/actor';

const shown = {
  invitationId: invitation.id,
  role: invitation.role,
  divisionCode: invitation.divisionCode,
  organisationName: organisation.name,
  displayName: invitation.displayName,
  expiresAt: invitation.expiresAt,
};

export interface ShownInvitation {
  invitationId: string;
  role: Role;
  divisionCode: string;
  organisationName: string;
  displayName: string | null;
  expiresAt: Date;
}

/** By its link's token, which is the permission to read it: there is no scope yet. */
export async function findInvitation(db: Database, tokenHash: string) {
  const [row] = await db
    .select({
      ...shown,
      phone: invitation.phone,
      acceptedAt: invitation.acceptedAt,
      withdrawnAt: invitation.withdrawnAt,
    })
    .from(invitation)
    .innerJoin(organisation, eq(organisation.id, invitation.organisationId))
    .where(eq(invitation.tokenHash, tokenHash));
  return row;
}

/** Those still open, newest first; only an administrator's scope sees any. */
export async function listOpenInvitations(
  db: Database,
  scope: Scope,
  now: Date,
): Promise<ShownInvitation[]> {
  if (scope.role !== 'administrator') return [];
  return db
    .select(shown)
    .from(invitation)
    .innerJoin(organisation, eq(organisation.id, invitation.organisationId))
    .where(
      and(
        isNull(invitation.acceptedAt),
        isNull(invitation.withdrawnAt),
        gt(invitation.expiresAt, now),
      ),
    )
    .orderBy(desc(invitation.createdAt))
    .limit(200);
}
