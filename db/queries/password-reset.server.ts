import { eq } from 'drizzle-orm';
import type { Database } from '~db/client.server';
import { authUser } from '~db/schema/auth';
import { passwordReset } from '~db/schema/membership';

/** By its link's token, which is the permission to read it: there is no scope yet. */
export async function findPasswordReset(db: Database, tokenHash: string) {
  const [row] = await db
    .select({
      userName: authUser.username,
      phone: authUser.phoneNumber,
      name: authUser.name,
      expiresAt: passwordReset.expiresAt,
      usedAt: passwordReset.usedAt,
      withdrawnAt: passwordReset.withdrawnAt,
    })
    .from(passwordReset)
    .innerJoin(authUser, eq(authUser.id, passwordReset.userId))
    .where(eq(passwordReset.tokenHash, tokenHash));
  return row;
}
