import { inviteUser } from '~/commands/invite-user.server';
import { visibleScope, type Actor } from '~/domain/actor';
import { dayInShanghai } from '~/domain/calendar';
import { inviteSchema } from '~/domain/invite-form';
import { paths } from '~/paths';
import {
  parseDivisionForm,
  refusedDivisionForm,
  type DivisionFormAnswer,
} from '~/server/division-form.server';
import type { ServerEnv } from '~/server/env.server';
import { readPosted, refusedForm } from '~/server/form.server';
import { qrOf } from '~/server/qr.server';
import { tokenHash } from '~/server/token.server';
import { listOrganisationChoices } from '~db/queries/organisation-choices.server';
import type { OneTimeLink } from '~/ui/link-card';

export interface InviteAnswer extends DivisionFormAnswer {
  invited?: OneTimeLink;
}

interface Answered {
  answer: InviteAnswer;
  status: number;
}

/** Makes the invitation and its link. The same form sent twice answers with the same link. */
export async function invitePosted(
  request: Request,
  actor: Actor,
  env: ServerEnv,
): Promise<Answered> {
  const posted = await readPosted(request);
  const form = await parseDivisionForm(env, posted, actor, inviteSchema, ['division']);
  if (!form.ok) return form;
  const { organisationId, role, division, displayName, phone } = form.value;
  const divisionCode = division ?? (await ownDivision(env, actor, organisationId));
  if (divisionCode === undefined) {
    const unknown = { code: 'form.unknown_choice', field: 'organisationId' } as const;
    return refusedDivisionForm(refusedForm(form.submission, unknown));
  }
  const token = env.auth.derive('invitation', form.envelope.key);
  const result = await inviteUser(env, form.envelope, {
    organisationId,
    role,
    divisionCode,
    tokenHash: tokenHash(token),
    displayName,
    phone,
  });
  if (!result.ok) return refusedDivisionForm(refusedForm(form.submission, result.error));
  const link = env.settings.publicOrigin + paths.invitation(token);
  return { answer: { invited: { link, qr: qrOf(link) } }, status: 200 };
}

/** The organisation's own, for a form that leaves the division empty. */
async function ownDivision(
  env: ServerEnv,
  actor: Actor,
  organisationId: string,
): Promise<string | undefined> {
  const today = dayInShanghai(env.now());
  const all = await listOrganisationChoices(env.db, visibleScope(actor), today);
  return all.find((organisation) => organisation.organisationId === organisationId)?.divisionCode;
}
