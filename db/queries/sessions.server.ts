import { and, desc, eq, gt } from 'drizzle-orm';
import type { Database } from '~db/client.server';
import { authSession, authUser } from '~db/schema/auth';

export interface OwnSession {
  sessionId: string;
  userAgent: string | null;
  createdAt: Date;
}

/** A person's own sessions that still hold, newest first. */
export async function listOwnSessions(
  db: Database,
  userId: string,
  now: Date,
): Promise<OwnSession[]> {
  return db
    .select({
      sessionId: authSession.id,
      userAgent: authSession.userAgent,
      createdAt: authSession.createdAt,
    })
    .from(authSession)
    .where(and(eq(authSession.userId, userId), gt(authSession.expiresAt, now)))
    .orderBy(desc(authSession.createdAt))
    .limit(100);
}

/** What a person signs in with; a new password may be neither. */
export async function findLogins(
  db: Database,
  userId: string,
): Promise<{ userName: string | null; phone: string | null }> {
  const [row] = await db
    .select({ userName: authUser.username, phone: authUser.phoneNumber })
    .from(authUser)
    .where(eq(authUser.id, userId));
  return row ?? { userName: null, phone: null };
}
