import { writeIdentity } from '~db/store/person-identity.server';
import { listCategories, savePerson } from '~db/store/register.server';
import { dayInShanghai } from '~/domain/calendar';
import { birthDayOf, identityOf, type AmendPersonForm } from '~/domain/register';
import { ok, refuse } from '~/domain/result';
import { definePersonalCommand } from './personal-command.server';
import { personFor, type PersonStepInput } from './person-step.server';
import { addCategory } from './register-entry.server';

type Input = PersonStepInput & AmendPersonForm;

/** Corrects what is known of a person. An empty ID number leaves the one on file; other empty fields are erased. */
export const amendPerson = definePersonalCommand<Input, { version: number }>(
  'amend-person',
  async (context, input) => {
    const { tx, env, now, newId } = context;
    const found = await personFor(context, input);
    if (!found.ok) return found;
    const { id: personId, countyCode, organisationId } = found.value;
    const owner = { personId, countyCode, organisationId };
    const cleared = { phone: undefined, address: undefined, guardian_name: undefined };
    const identity = { ...cleared, ...identityOf(input) };
    if (!(await writeIdentity(tx, env.cipher, owner, identity, newId))) {
      return refuse('register.already_registered', undefined, 'idNumber');
    }
    const bornOn = birthDayOf(input) ?? found.value.bornOn;
    const today = dayInShanghai(now);
    const holds = (await listCategories(tx, personId)).some(
      (row) => row.category === input.category && (row.validTo === null || row.validTo > today),
    );
    if (input.category && !holds) {
      const added = await addCategory(context, owner, input.category, bornOn ?? undefined);
      if (!added.ok) return added;
    }
    const version = found.value.version + 1;
    await savePerson(tx, personId, { bornOn, version });
    context.event('person', personId, version, 'amended', {
      idNumberChanged: input.idNumber !== undefined,
      category: input.category ?? null,
    });
    return ok({ version });
  },
);
