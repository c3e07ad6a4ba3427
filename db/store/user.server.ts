import { and, eq, or } from 'drizzle-orm';
import type { Tx } from '~db/client.server';
import { authAccount, authSession, authUser } from '~db/schema/auth';
import type { NewPerson } from '~/domain/account';
import { ok, refuse, type Result } from '~/domain/result';

/** A user with a password, as better-auth keeps them. Refuses a user name or phone number that is taken. */
export async function insertUser(
  tx: Tx,
  ids: { userId: string; accountId: string },
  person: NewPerson,
  now: Date,
): Promise<Result<undefined>> {
  const { userId, accountId } = ids;
  const [taken] = await tx
    .select({ username: authUser.username })
    .from(authUser)
    .where(or(eq(authUser.username, person.userName), eq(authUser.phoneNumber, person.phone)))
    .limit(1);
  if (taken) return refusal(taken.username === person.userName);
  const inserted = await tx
    .insert(authUser)
    .values({
      id: userId,
      name: person.name,
      email: `${userId}@users.invalid`,
      username: person.userName,
      displayUsername: person.userName,
      phoneNumber: person.phone,
      phoneNumberVerified: false,
      createdAt: now,
      updatedAt: now,
    })
    .onConflictDoNothing()
    .returning({ id: authUser.id });
  // A twin took the name or the number between the look and the write.
  if (inserted.length === 0) return refusal(true);
  await tx.insert(authAccount).values({
    id: accountId,
    userId,
    accountId: userId,
    providerId: 'credential',
    password: person.passwordHash,
    createdAt: now,
    updatedAt: now,
  });
  return ok(undefined);
}

function refusal(nameTaken: boolean) {
  return nameTaken
    ? refuse('account.user_name_taken', undefined, 'userName')
    : refuse('account.phone_taken', undefined, 'phone');
}

export async function anyUserExists(tx: Tx): Promise<boolean> {
  return (await tx.select({ id: authUser.id }).from(authUser).limit(1)).length > 0;
}

/** The password as a slow hash. @throws for a user without one: everybody of ours has one. */
export async function savePassword(
  tx: Tx,
  userId: string,
  passwordHash: string,
  now: Date,
): Promise<void> {
  const written = await tx
    .update(authAccount)
    .set({ password: passwordHash, updatedAt: now })
    .where(and(eq(authAccount.userId, userId), eq(authAccount.providerId, 'credential')))
    .returning({ id: authAccount.id });
  if (written.length === 0) throw new Error('a user without a password');
}

/** Ends one session of a user, or all of them; answers how many ended. */
export async function deleteSessions(tx: Tx, userId: string, sessionId?: string): Promise<number> {
  const ended = await tx
    .delete(authSession)
    .where(
      sessionId === undefined
        ? eq(authSession.userId, userId)
        : and(eq(authSession.userId, userId), eq(authSession.id, sessionId)),
    )
    .returning({ id: authSession.id });
  return ended.length;
}
