import { z } from 'zod';
import { endMembership } from '~/commands/end-membership.server';
import { revokeSessions } from '~/commands/revoke-sessions.server';
import { withdrawInvitation } from '~/commands/withdraw-invitation.server';
import type { Actor } from '~/domain/actor';
import type { DomainError } from '~/domain/error';
import type { ServerEnv } from '~/server/env.server';
import { parseForm, readPosted } from '~/server/form.server';
import { forgetSessions } from '~/server/session.server';
import { statusOf } from '~/server/status.server';

type Managed = { done: 'ended' | 'revoked' | 'withdrawn' } | { error: DomainError; status: number };

const membershipSchema = z.object({ membershipId: z.uuid() });
const invitationSchema = z.object({ invitationId: z.uuid() });

/** The small forms in the rows of the people page. */
export async function managePosted(
  request: Request,
  actor: Actor,
  env: ServerEnv,
): Promise<Managed> {
  const posted = await readPosted(request);
  switch (posted.intent) {
    case 'end': {
      const form = parseForm(posted, actor, membershipSchema);
      if (!form.ok) return refused(form.answer.data.error);
      const result = await endMembership(env, form.envelope, form.value);
      forgetSessions();
      return result.ok ? { done: 'ended' } : refused(result.error);
    }
    case 'revoke': {
      const form = parseForm(posted, actor, membershipSchema);
      if (!form.ok) return refused(form.answer.data.error);
      const result = await revokeSessions(env, form.envelope, form.value);
      forgetSessions();
      return result.ok ? { done: 'revoked' } : refused(result.error);
    }
    case 'withdraw': {
      const form = parseForm(posted, actor, invitationSchema);
      if (!form.ok) return refused(form.answer.data.error);
      const result = await withdrawInvitation(env, form.envelope, form.value);
      return result.ok ? { done: 'withdrawn' } : refused(result.error);
    }
    default:
      return refused();
  }
}

function refused(error: DomainError = { code: 'form.invalid' }): Managed {
  return { error, status: statusOf(error) };
}
