import { findDivision } from '~db/queries/divisions.server';
import { lockMembersOf, saveHousehold, savePerson } from '~db/store/register.server';
import { countyCode } from '~/domain/division';
import type { AmendHouseholdForm } from '~/domain/register';
import { ok, refuse } from '~/domain/result';
import { householdFor, type HouseholdStepInput } from './household-step.server';
import { definePersonalCommand } from './personal-command.server';

type Input = HouseholdStepInput & AmendHouseholdForm;

/** Another residence or registration, within the county that keeps the household. Who lived with it moves along. */
export const amendHousehold = definePersonalCommand<Input, { version: number }>(
  'amend-household',
  async (context, input) => {
    const { tx } = context;
    const found = await householdFor(context, input);
    if (!found.ok) return found;
    const { id, countyCode: county, residenceDivisionCode: before } = found.value;
    const { residenceDivisionCode, hukouDivisionCode } = input;
    if (countyCode(residenceDivisionCode) !== county)
      return refuse('register.other_county', undefined, 'divisionCode');
    if (!(await findDivision(tx, residenceDivisionCode)))
      return refuse('form.unknown_choice', undefined, 'divisionCode');
    if (!(await findDivision(tx, hukouDivisionCode)))
      return refuse('form.unknown_choice', undefined, 'hukouDivisionCode');
    const payload = { residenceDivisionCode, hukouDivisionCode };
    for (const person of await lockMembersOf(tx, id)) {
      if (person.residenceDivisionCode !== before) continue;
      const version = person.version + 1;
      await savePerson(tx, person.id, { residenceDivisionCode, version });
      context.event('person', person.id, version, 'amended', { residenceDivisionCode });
    }
    const version = found.value.version + 1;
    await saveHousehold(tx, id, { ...payload, version });
    context.event('household', id, version, 'amended', payload);
    return ok({ version });
  },
);
