import { lockHousehold } from '~db/store/register.server';
import { allowed } from '~/domain/policy';
import type { PersonForm } from '~/domain/register';
import { refuse } from '~/domain/result';
import { definePersonalCommand } from './personal-command.server';
import { enterPerson } from './register-entry.server';

type Input = PersonForm & { householdId: string };

/** Enters one more member of a household. */
export const registerPerson = definePersonalCommand<Input, { personId: string }>(
  'register-person',
  async (context, { householdId, relationship, ...form }) => {
    const home = await lockHousehold(context.tx, householdId);
    if (!home) return refuse('access.not_found');
    const may = allowed('person.register', context.actor, {
      organisationId: home.organisationId,
      divisionCode: home.residenceDivisionCode,
    });
    if (!may.ok) return may;
    if (home.endedOn !== null) return refuse('register.ended');
    const { countyCode, organisationId, residenceDivisionCode, hukouDivisionCode } = home;
    return enterPerson(
      context,
      { householdId, countyCode, organisationId, residenceDivisionCode, hukouDivisionCode },
      relationship,
      form,
    );
  },
);
