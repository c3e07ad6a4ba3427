import { and, asc, eq, gt, lt, ne } from 'drizzle-orm';
import type { Database } from '~db/client.server';
import { signInFailure } from '~db/schema/membership';

export interface Attempt {
  id: string;
  accountHash: string;
  addressHash: string;
  at: Date;
}

export async function insertAttempt(db: Database, attempt: Attempt): Promise<void> {
  await db.insert(signInFailure).values(attempt);
}

/** When the other attempts since `since` on the same account (or from the same address) were made, oldest first. */
export async function listAttempts(
  db: Database,
  attempt: Attempt,
  by: 'accountHash' | 'addressHash',
  since: Date,
): Promise<Date[]> {
  const rows = await db
    .select({ at: signInFailure.at })
    .from(signInFailure)
    .where(
      and(
        eq(signInFailure[by], attempt[by]),
        gt(signInFailure.at, since),
        ne(signInFailure.id, attempt.id),
      ),
    )
    .orderBy(asc(signInFailure.at));
  return rows.map((row) => row.at);
}

export async function deleteAttempt(db: Database, id: string): Promise<void> {
  await db.delete(signInFailure).where(eq(signInFailure.id, id));
}

export async function deleteAttemptsOn(
  db: Database,
  accountHash: string,
  olderThan: Date,
): Promise<void> {
  await db.delete(signInFailure).where(eq(signInFailure.accountHash, accountHash));
  await db.delete(signInFailure).where(lt(signInFailure.at, olderThan));
}
