import { inviteUser } from '~/commands/invite-user.server';
import { visibleScope, type Actor } from '~/domain/actor';
import { dayInShanghai } from '~/domain/calendar';
import { inviteSchema } from '~/domain/invite-form';
import { paths } from '~/paths';
import {
  readDivision,
  type DivisionAnswer,
  type DivisionChoice,
} from '~/server/division-choice.server';
import type { ServerEnv } from '~/server/env.server';
import {
  parseForm,
  readPosted,
  refusedForm,
  type FormAnswer,
  type RefusedForm,
} from '~/server/form.server';
import { qrOf } from '~/server/qr.server';
import { tokenHash } from '~/server/token.server';
import { listOrganisationChoices } from '~db/queries/organisation-choices.server';
import type { OneTimeLink } from '~/ui/link-card';

export interface InviteAnswer extends Partial<FormAnswer> {
  choices?: DivisionChoice[];
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
  const form = parseForm(posted, actor, inviteSchema);
  if (!form.ok) return refused(form);
  const { organisationId, role, displayName, phone } = form.value;
  const division = await divisionOf(env, actor, organisationId, posted.fields);
  if (!division.result.ok) {
    return refused(refusedForm(form.submission, division.result.error), division.choices);
  }
  const token = env.auth.derive('invitation', form.envelope.key);
  const result = await inviteUser(env, form.envelope, {
    organisationId,
    role,
    divisionCode: division.result.value,
    tokenHash: tokenHash(token),
    displayName,
    phone,
  });
  if (!result.ok) return refused(refusedForm(form.submission, result.error));
  const link = env.settings.publicOrigin + paths.invitation(token);
  return { answer: { invited: { link, qr: qrOf(link) } }, status: 200 };
}

/** As typed; the organisation's own where nothing was typed. */
async function divisionOf(
  env: ServerEnv,
  actor: Actor,
  organisationId: string,
  fields: FormData,
): Promise<DivisionAnswer> {
  const typed = fields.get('division');
  if (typeof typed === 'string' && typed.trim() !== '') {
    return readDivision(env.db, { field: 'division', fields, now: env.now() });
  }
  const today = dayInShanghai(env.now());
  const all = await listOrganisationChoices(env.db, visibleScope(actor), today);
  const own = all.find((organisation) => organisation.organisationId === organisationId);
  if (own) return { result: { ok: true, value: own.divisionCode }, choices: [] };
  const error = { code: 'form.unknown_choice', field: 'organisationId' } as const;
  return { result: { ok: false, error }, choices: [] };
}

function refused({ answer }: RefusedForm, choices: DivisionChoice[] = []): Answered {
  const status = answer.init?.status ?? 422;
  return { answer: { ...answer.data, choices }, status };
}
