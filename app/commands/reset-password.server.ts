import { inTransaction } from '~db/client.server';
import { appendEvents } from '~db/store/command.server';
import { closePasswordReset, lockPasswordReset } from '~db/store/password-reset.server';
import { deleteSessions, savePassword } from '~db/store/user.server';
import { resetRefusal } from '~/domain/password-reset';
import { ok, refuse, type Result } from '~/domain/result';
import type { CommandEnv } from './command.server';

interface Input {
  tokenHash: string;
  /** Slow hash of what was chosen. */
  passwordHash: string;
}

/** Sets the password and ends every session of the user. Has no envelope: the link is used up by it. */
export async function resetPassword(
  env: CommandEnv,
  { tokenHash, passwordHash }: Input,
): Promise<Result<{ userId: string }>> {
  return inTransaction(env.db, async (tx) => {
    const link = await lockPasswordReset(tx, tokenHash);
    if (!link) return refuse('password_reset.unknown');
    const now = env.now();
    const error = resetRefusal(link, now);
    if (error) return { ok: false, error };
    const { id, userId } = link;
    await savePassword(tx, userId, passwordHash, now);
    await deleteSessions(tx, userId);
    await closePasswordReset(tx, id, now);
    await appendEvents(tx, [
      {
        id: env.newId(),
        aggregate: 'password_reset',
        aggregateId: id,
        version: 2,
        type: 'used',
        payload: { userId },
        actorUserId: userId,
        membershipId: null,
        recordedAt: now,
      },
    ]);
    return ok({ userId });
  });
}
