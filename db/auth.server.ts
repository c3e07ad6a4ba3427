import { createHmac } from 'node:crypto';
import { betterAuth } from 'better-auth';
import { drizzleAdapter } from 'better-auth/adapters/drizzle';
import { hashPassword, verifyPassword } from 'better-auth/crypto';
import { phoneNumber, username } from 'better-auth/plugins';
import { and, eq, ne, or } from 'drizzle-orm';
import type { Database } from '~db/client.server';
import { authAccount, authSession, authUser, authVerification } from '~db/schema/auth';

export interface AuthOptions {
  db: Database;
  secret: string;
  /** Where people reach us; an https address makes the cookie Secure. */
  publicOrigin: string;
  newId: () => string;
}

export interface FoundSession {
  sessionId: string;
  userId: string;
  userName: string;
}

export type Auth = ReturnType<typeof createAuth>;

const SESSION_LIFE_S = 7 * 24 * 60 * 60;

/**
 * Passwords, sessions and their cookie, on better-auth. Its HTTP handler is not mounted: every way in is a form of
 * ours, which throttles itself. A session lasts seven days and is not prolonged, so that no reading page has to set a
 * cookie.
 */
export function createAuth(options: AuthOptions) {
  const { db, secret } = options;
  const auth = betterAuthOn(options);

  /** Whose session the request carries, straight from the database: a revoked one is gone at once. */
  async function findSession(request: Request): Promise<FoundSession | undefined> {
    const found = await auth.api.getSession({ headers: request.headers });
    if (!found) return undefined;
    return { sessionId: found.session.id, userId: found.user.id, userName: found.user.name };
  }

  /**
   * Checks a password against the account of a user name or phone number. Answers the cookies of a new session, or
   * undefined; an unknown account costs the same time as a wrong password.
   */
  async function signIn(
    request: Request,
    login: string,
    password: string,
  ): Promise<Headers | undefined> {
    const [user] = await db
      .select({ username: authUser.username })
      .from(authUser)
      .where(or(eq(authUser.username, login), eq(authUser.phoneNumber, login)))
      .limit(1);
    if (!user?.username) {
      await hashPassword(password);
      return undefined;
    }
    const response = await auth.api.signInUsername({
      headers: request.headers,
      body: { username: user.username, password },
      asResponse: true,
    });
    return response.ok ? cookiesOf(response) : undefined;
  }

  /** Ends the request's session; answers the cookies that take it off the browser. */
  async function signOut(request: Request): Promise<Headers> {
    return cookiesOf(await auth.api.signOut({ headers: request.headers, asResponse: true }));
  }

  async function isPasswordOf(userId: string, password: string): Promise<boolean> {
    const [account] = await db
      .select({ password: authAccount.password })
      .from(authAccount)
      .where(credentialOf(userId));
    if (!account?.password) return false;
    return verifyPassword({ hash: account.password, password });
  }

  /** Sets a new password and ends every other session of the user. */
  async function changePassword(
    userId: string,
    password: string,
    keptSessionId: string,
  ): Promise<void> {
    const hash = await hashPassword(password);
    await db.update(authAccount).set({ password: hash }).where(credentialOf(userId));
    await endSessions(userId, { allBut: keptSessionId });
  }

  /** Ends one of the user's own sessions, or all but one. */
  async function endSessions(
    userId: string,
    which: { sessionId: string } | { allBut: string },
  ): Promise<void> {
    const chosen =
      'allBut' in which ? ne(authSession.id, which.allBut) : eq(authSession.id, which.sessionId);
    await db.delete(authSession).where(and(eq(authSession.userId, userId), chosen));
  }

  /**
   * A value that only this installation can make from a text: tokens that are the same for the same form sent twice,
   * and keys that count by account without naming it. `purpose` keeps the uses apart.
   */
  function derive(purpose: string, text: string): string {
    return createHmac('sha256', secret).update(`${purpose}\0${text}`).digest('base64url');
  }

  return {
    findSession,
    signIn,
    signOut,
    isPasswordOf,
    changePassword,
    endSessions,
    hashPassword,
    derive,
  };
}

function betterAuthOn({ db, secret, publicOrigin, newId }: AuthOptions) {
  return betterAuth({
    baseURL: publicOrigin,
    secret,
    database: drizzleAdapter(db, {
      provider: 'pg',
      schema: {
        user: authUser,
        session: authSession,
        account: authAccount,
        verification: authVerification,
      },
    }),
    emailAndPassword: { enabled: true, disableSignUp: true, minPasswordLength: 10 },
    plugins: [username(), phoneNumber()],
    session: {
      expiresIn: SESSION_LIFE_S,
      disableSessionRefresh: true,
      cookieCache: { enabled: false },
    },
    advanced: {
      cookiePrefix: 'nuanqiao',
      database: { generateId: newId },
      // It would believe any X-Forwarded-For.
      ipAddress: { disableIpTracking: true },
    },
    rateLimit: { enabled: false },
    // Its log lines repeat what was typed.
    logger: { disabled: true },
    telemetry: { enabled: false },
  });
}

function credentialOf(userId: string) {
  return and(eq(authAccount.userId, userId), eq(authAccount.providerId, 'credential'));
}

function cookiesOf(response: Response): Headers {
  const headers = new Headers();
  for (const cookie of response.headers.getSetCookie()) headers.append('Set-Cookie', cookie);
  return headers;
}
