import { lockMembersOf, saveHousehold, savePerson } from '~db/store/register.server';
import { countyCode } from '~/domain/division';
import type { AmendHouseholdForm } from '~/domain/register';
import { ok, refuse } from '~/domain/result';
import { householdFor, type HouseholdStepInput } from './household-step.server';
import { checkDivision } from './chosen-division.server';
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
    const home = await checkDivision(context, residenceDivisionCode, 'divisionCode', before);
    if (!home.ok) return home;
    const registered = await checkDivision(
      context,
      hukouDivisionCode,
      'hukouDivisionCode',
      found.value.hukouDivisionCode,
    );
    if (!registered.ok) return registered;
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
