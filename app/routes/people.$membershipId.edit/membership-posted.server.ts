import { data, redirect } from '@remix-run/node';
import { z } from 'zod';
import { changeMembership } from '~/commands/change-membership.server';
import { issuePasswordReset } from '~/commands/issue-password-reset.server';
import type { Actor } from '~/domain/actor';
import { membershipChangeSchema } from '~/domain/membership';
import { paths } from '~/paths';
import {
  parseDivisionForm,
  refusedDivisionForm,
  type DivisionFormAnswer,
} from '~/server/division-form.server';
import type { ServerEnv } from '~/server/env.server';
import { parseForm, readPosted, refusedForm } from '~/server/form.server';
import { qrOf } from '~/server/qr.server';
import { refuseRequest } from '~/server/respond.server';
import { forgetSessions } from '~/server/session.server';
import { tokenHash } from '~/server/token.server';
import type { OneTimeLink } from '~/ui/link-card';

export interface MembershipAnswer extends DivisionFormAnswer {
  /** The link for a new password, this once. */
  made?: OneTimeLink;
}

interface Asked {
  env: ServerEnv;
  actor: Actor;
  request: Request;
  membershipId: string;
}

const noStore = { 'Cache-Control': 'no-store' };

/** Changes the membership, or makes its person a link for a new password. */
export async function membershipPosted({ env, actor, request, membershipId }: Asked) {
  const posted = await readPosted(request);
  switch (posted.intent) {
    case 'change': {
      const form = await parseDivisionForm(env, posted, actor, membershipChangeSchema);
      if (!form.ok) return data<MembershipAnswer>(form.answer, { status: form.status });
      const input = { ...form.value, membershipId, version: form.version };
      const result = await changeMembership(env, form.envelope, input);
      forgetSessions();
      if (result.ok) return redirect(`${paths.people}?done=changed`);
      const refused = refusedDivisionForm(refusedForm(form.submission, result.error));
      return data<MembershipAnswer>(refused.answer, { status: refused.status });
    }
    case 'reset': {
      const form = parseForm(posted, actor, z.object({}));
      if (!form.ok) return form.answer;
      // The same form sent twice answers with the same link.
      const token = env.auth.derive('password reset', form.envelope.key);
      const input = { membershipId, tokenHash: tokenHash(token) };
      const result = await issuePasswordReset(env, form.envelope, input);
      if (!result.ok) return refusedForm(form.submission, result.error).answer;
      const link = env.settings.publicOrigin + paths.passwordReset(token);
      return data<MembershipAnswer>({ made: { link, qr: qrOf(link) } }, { headers: noStore });
    }
    default:
      return refuseRequest({ code: 'form.invalid' });
  }
}
