import { inTransaction } from '~db/client.server';
import { replaceSetupLink } from '~db/store/setup-link.server';
import { anyUserExists } from '~db/store/user.server';
import { ok, refuse, type Result } from '~/domain/result';
import type { CommandEnv } from './command.server';

/** Opens the one-time set-up link of an empty database; refused once anybody has an account. */
export async function openSetup(env: CommandEnv, tokenHash: string): Promise<Result<undefined>> {
  return inTransaction(env.db, async (tx) => {
    if (await anyUserExists(tx)) return refuse('setup.done');
    await replaceSetupLink(tx, { id: env.newId(), tokenHash, createdAt: env.now() });
    return ok(undefined);
  });
}
