import { listParameters } from '~db/queries/parameters.server';
import { writeIdentity } from '~db/store/person-identity.server';
import { insertCategory, insertPerson } from '~db/store/register.server';
import { dayInShanghai } from '~/domain/calendar';
import { getNumber } from '~/domain/parameter';
import {
  birthDayOf,
  categoryRules,
  categoryTerm,
  identityOf,
  type MemberRelationship,
  type PersonCategory,
  type PersonForm,
} from '~/domain/register';
import { ok, refuse, type Result } from '~/domain/result';
import type { PersonalContext } from './personal-command.server';

/** The household a person is entered in, and who keeps it. */
interface Home {
  householdId: string;
  countyCode: string;
  organisationId: string;
  residenceDivisionCode: string;
  hukouDivisionCode: string;
}

/** Enters a person with identity and category. An ID number known in the county is told without showing whose. */
export async function enterPerson(
  context: PersonalContext,
  home: Home,
  relationship: MemberRelationship,
  form: Omit<PersonForm, 'relationship'>,
): Promise<Result<{ personId: string }>> {
  const { tx, env, now, newId } = context;
  const { householdId, ...kept } = home;
  const { countyCode, organisationId } = home;
  const personId = newId();
  const today = dayInShanghai(now);
  await insertPerson(
    tx,
    {
      id: personId,
      ...kept,
      bornOn: birthDayOf(form) ?? null,
      recipientAccountId: newId(),
      registeredOn: today,
    },
    { id: newId(), householdId, relationship, isHead: relationship === 'head' },
  );
  const owner = { personId, countyCode, organisationId };
  if (!(await writeIdentity(tx, env.cipher, owner, identityOf(form), newId))) {
    return refuse('register.already_registered', undefined, 'idNumber');
  }
  if (form.category) {
    const added = await addCategory(context, owner, form.category, birthDayOf(form));
    if (!added.ok) return added;
  }
  context.event('person', personId, 1, 'registered', {
    householdId,
    relationship,
    category: form.category ?? null,
  });
  return ok({ personId });
}

export async function addCategory(
  { tx, now, newId }: PersonalContext,
  owner: { personId: string; countyCode: string; organisationId: string },
  category: PersonCategory,
  bornOn: string | undefined,
): Promise<Result<undefined>> {
  const today = dayInShanghai(now);
  const parameters = await listParameters(tx);
  const yearsOf = (code: Parameters<typeof getNumber>[1]) =>
    getNumber(parameters, code, today, owner.countyCode);
  const term = categoryTerm(category, bornOn, today, yearsOf);
  if (!term.ok) return term;
  const { group } = categoryRules[category];
  await insertCategory(tx, { id: newId(), ...owner, category, group, ...term.value });
  return ok(undefined);
}
