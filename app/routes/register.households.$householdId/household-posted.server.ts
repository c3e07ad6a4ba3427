import { data, redirect } from '@remix-run/node';
import { amendHousehold } from '~/commands/amend-household.server';
import { endHousehold } from '~/commands/end-household.server';
import { registerPerson } from '~/commands/register-person.server';
import type { Actor } from '~/domain/actor';
import { dayInShanghai } from '~/domain/calendar';
import {
  amendHouseholdSchema,
  endEntrySchema,
  householdDivisions,
  personSchema,
} from '~/domain/register';
import { paths } from '~/paths';
import { parseDivisionForm, refusedDivisionForm } from '~/server/division-form.server';
import type { ServerEnv } from '~/server/env.server';
import { parseForm, readPosted, refusedForm, type PostedForm } from '~/server/form.server';
import { refuseRequest, respond } from '~/server/respond.server';

interface Asked {
  env: ServerEnv;
  actor: Actor;
  request: Request;
  householdId: string;
}

/** What the page of a household does, by the button pressed. */
export async function householdPosted(asked: Asked) {
  const { env, actor, request, householdId } = asked;
  const posted = await readPosted(request);
  const here = paths.household(householdId);
  switch (posted.intent) {
    case 'add': {
      const form = parseForm(posted, actor, personSchema(dayInShanghai(env.now())));
      if (!form.ok) return form.answer;
      const result = await registerPerson(env, form.envelope, { ...form.value, householdId });
      return respond(form, result, () => redirect(`${here}?done=added`));
    }
    case 'amend':
      return amend(asked, posted);
    case 'end': {
      const form = parseForm(posted, actor, endEntrySchema);
      if (!form.ok) return form.answer;
      const input = { ...form.value, householdId, version: form.version };
      const result = await endHousehold(env, form.envelope, input);
      // Nobody is left to show on its own page.
      return respond(form, result, () => redirect(`${paths.register}?done=ended`));
    }
    default:
      return refuseRequest({ code: 'form.invalid' });
  }
}

async function amend({ env, actor, householdId }: Asked, posted: PostedForm) {
  const names = householdDivisions;
  const form = await parseDivisionForm(env, posted, actor, amendHouseholdSchema, names);
  if (!form.ok) return data(form.answer, { status: form.status });
  const input = { ...form.value, householdId, version: form.version };
  const result = await amendHousehold(env, form.envelope, input);
  if (result.ok) return redirect(`${paths.household(householdId)}?done=amended`);
  const refused = refusedDivisionForm(refusedForm(form.submission, result.error));
  return data(refused.answer, { status: refused.status });
}
