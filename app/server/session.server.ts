import type { FoundSession } from '~db/auth.server';
import { findHeldMemberships, type HeldMembership } from '~db/queries/membership.server';
import { dayInShanghai } from '~/domain/calendar';
import type { ServerEnv } from './env.server';

export interface Session extends FoundSession {
  memberships: HeldMembership[];
}

interface Remembered {
  until: number;
  session: Promise<Session | undefined>;
}

/** How long a reading page may trust an earlier look-up. A revoked session reads on for as long at the most. */
const REMEMBER_MS = 3000;
const MAX_REMEMBERED = 5000;
const COOKIE = /(?:^|;\s*)((?:__Secure-)?nuanqiao\.session_token=[^;]+)/;

const remembered = new Map<string, Remembered>();

/**
 * The session of a request with what its user may act as. Reading asks the database once in a few seconds (several
 * loaders run for one page); writing asks every time, so a revoked session or an ended membership can change nothing.
 */
export async function sessionOf(request: Request, env: ServerEnv): Promise<Session | undefined> {
  const cookie = COOKIE.exec(request.headers.get('Cookie') ?? '')?.[1];
  if (cookie === undefined) return undefined;
  const now = env.now().getTime();
  const known = remembered.get(cookie);
  if (known && known.until > now && isReading(request)) return known.session;
  const session = lookUp(request, env);
  if (remembered.size >= MAX_REMEMBERED) remembered.clear();
  remembered.set(cookie, { until: now + REMEMBER_MS, session });
  try {
    return await session;
  } catch (error) {
    remembered.delete(cookie);
    throw error;
  }
}

/** To be called by whatever revokes sessions or ends memberships, so that this process forgets at once. */
export function forgetSessions(): void {
  remembered.clear();
}

async function lookUp(request: Request, env: ServerEnv): Promise<Session | undefined> {
  const found = await env.auth.findSession(request);
  if (!found) return undefined;
  const memberships = await findHeldMemberships(env.db, found.userId, dayInShanghai(env.now()));
  return { ...found, memberships };
}

function isReading(request: Request): boolean {
  return request.method === 'GET' || request.method === 'HEAD';
}
