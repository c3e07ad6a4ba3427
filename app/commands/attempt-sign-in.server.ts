import {
  deleteAttempt,
  deleteAttemptsOn,
  insertAttempt,
  listAttempts,
} from '~db/store/sign-in-failure.server';
import { ok, refuse, type Result } from '~/domain/result';
import { MAX_FROM_ADDRESS, MAX_ON_ACCOUNT, waitMs, WINDOW_MS } from '~/domain/sign-in';
import type { CommandEnv } from './command.server';

/** Both are keyed hashes: neither names nor addresses are kept. */
export interface SignInAttempt {
  accountHash: string;
  addressHash: string;
}

const MINUTE_MS = 60_000;

/**
 * Runs `check` (is the password right?) unless too many attempts failed lately; then nobody's password is looked at.
 * An attempt counts as failed before it is checked, so that many at once cannot slip past the count. Has no envelope:
 * nobody is signed in yet, and no transaction: each count must be seen by the others at once.
 */
export async function attemptSignIn<T>(
  env: CommandEnv,
  keys: SignInAttempt,
  check: () => Promise<T | undefined>,
): Promise<Result<T>> {
  const now = env.now();
  const attempt = { id: env.newId(), ...keys, at: now };
  await insertAttempt(env.db, attempt);
  const since = new Date(now.getTime() - WINDOW_MS);
  const onAccount = await listAttempts(env.db, attempt, 'accountHash', since);
  const fromAddress = await listAttempts(env.db, attempt, 'addressHash', since);
  const wait = Math.max(
    waitMs(onAccount, MAX_ON_ACCOUNT, now),
    waitMs(fromAddress, MAX_FROM_ADDRESS, now),
  );
  if (wait > 0) {
    // Waiting people who try again do not make the wait longer.
    await deleteAttempt(env.db, attempt.id);
    return refuse('sign_in.wait', { minutes: Math.ceil(wait / MINUTE_MS) });
  }
  const value = await check();
  if (value === undefined) return refuse('sign_in.wrong');
  await deleteAttemptsOn(env.db, keys.accountHash, since);
  return ok(value);
}
