import { data, redirect, type ActionFunctionArgs } from '@remix-run/node';
import { acceptInvitation } from '~/commands/accept-invitation.server';
import { newAccountSchema } from '~/domain/account';
import type { DomainError } from '~/domain/error';
import { paths } from '~/paths';
import { membershipCookie, requireSession } from '~/server/actor.server';
import { readPosted, type FormAnswer } from '~/server/form.server';
import { parseOpenForm } from '~/server/open-form.server';
import { respond } from '~/server/respond.server';
import { forgetSessions } from '~/server/session.server';
import { statusOf } from '~/server/status.server';
import { tokenHash } from '~/server/token.server';

export interface AcceptAnswer {
  lastResult?: FormAnswer['lastResult'] | undefined;
  error?: DomainError | undefined;
}

/** Accepts the invitation, by the person signed in or as a new one, who is signed in by it. */
export async function acceptPosted(args: ActionFunctionArgs) {
  const { request, params, context } = args;
  const { env } = context;
  const posted = await readPosted(request.clone());
  const hash = tokenHash(params.token ?? '');
  if (posted.intent === 'accept-signed-in') {
    const { userId } = await requireSession(args);
    const result = await acceptInvitation(env, { tokenHash: hash, by: { userId } });
    if (!result.ok) return refused(result.error);
    forgetSessions();
    return redirect(paths.home, wearing(new Headers(), result.value.actor.membershipId));
  }
  const form = parseOpenForm(posted, newAccountSchema);
  if (!form.ok) return data<AcceptAnswer>(form.answer.data, { status: 422 });
  const { name, userName, phone, password } = form.value;
  const person = { name, userName, phone, passwordHash: await env.auth.hashPassword(password) };
  const result = await acceptInvitation(env, { tokenHash: hash, by: { person } });
  if (!result.ok) return respond(form, result, () => data<AcceptAnswer>({}));
  const headers = (await env.auth.signIn(request, userName, password)) ?? new Headers();
  return redirect(paths.home, wearing(headers, result.value.actor.membershipId));
}

function refused(error: DomainError) {
  return data<AcceptAnswer>({ error }, { status: statusOf(error) });
}

function wearing(headers: Headers, membershipId: string) {
  headers.append('Set-Cookie', membershipCookie(membershipId));
  return { headers };
}
