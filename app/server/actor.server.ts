import { data, redirect, type AppLoadContext } from '@remix-run/node';
import { isUuid } from '~/domain/account';
import type { Actor } from '~/domain/actor';
import type { HeldMembership } from '~db/queries/membership.server';
import { paths } from '~/paths';
import { readCookie } from './cookie.server';
import { keptForm } from './kept-form.server';
import { sessionOf, type Session } from './session.server';

export interface RequestArgs {
  request: Request;
  context: AppLoadContext;
}

export interface SignedIn {
  actor: Actor;
  /** The person's own name, as shown to colleagues. */
  userName: string;
  sessionId: string;
  /** All that the person may switch to; the worn one among them. */
  memberships: HeldMembership[];
}

const MEMBERSHIP_COOKIE = 'nuanqiao_membership';
const ONE_YEAR_S = 365 * 24 * 60 * 60;

/**
 * Who sends the request, in one membership. Guards every loader and action.
 * @throws a redirect to sign-in when a page is read signed out; the 401 page, with all that was typed, when a form is
 *   sent signed out; the 403 page for a person without a membership today.
 */
export async function requireActor(args: RequestArgs): Promise<SignedIn> {
  const session = await requireSession(args);
  const signedIn = wear(session, args.request);
  if (!signedIn) throw data({ code: 'access.no_membership' }, { status: 403 });
  return signedIn;
}

/** Who sends the request, or undefined for the public. For pages that everyone may read. */
export async function optionalActor(args: RequestArgs): Promise<SignedIn | undefined> {
  const session = await sessionOf(args.request, args.context.env);
  return session && wear(session, args.request);
}

/** The person signed in, with or without a membership, or undefined. */
export async function optionalSession(args: RequestArgs): Promise<Session | undefined> {
  return sessionOf(args.request, args.context.env);
}

/** A signed-in person, with or without a membership: for one's own account and for accepting an invitation. */
export async function requireSession(args: RequestArgs): Promise<Session> {
  const { request, context } = args;
  const session = await sessionOf(request, context.env);
  if (session) return session;
  if (request.method === 'GET' || request.method === 'HEAD') {
    const url = new URL(request.url);
    throw redirect(`${paths.signIn}?returnTo=${encodeURIComponent(url.pathname + url.search)}`);
  }
  throw data(await keptForm(request, context.requestUrl), { status: 401 });
}

/** Set-Cookie value that remembers which membership is worn. It is checked on every request, so it is not signed. */
export function membershipCookie(membershipId: string): string {
  return `${MEMBERSHIP_COOKIE}=${membershipId}; Path=/; Max-Age=${ONE_YEAR_S}; SameSite=Lax; HttpOnly`;
}

function wear(session: Session, request: Request): SignedIn | undefined {
  const chosen = readCookie(request, MEMBERSHIP_COOKIE);
  const { memberships } = session;
  const worn =
    (isUuid(chosen) && memberships.find((held) => held.membershipId === chosen)) || memberships[0];
  if (!worn) return undefined;
  const { userId, membershipId, organisationId, role, divisionCode } = worn;
  return {
    actor: { userId, membershipId, organisationId, role, divisionCode },
    userName: session.userName,
    sessionId: session.sessionId,
    memberships,
  };
}
