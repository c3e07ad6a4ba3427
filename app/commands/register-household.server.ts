import { insertHousehold } from '~db/store/register.server';
import { dayInShanghai } from '~/domain/calendar';
import { countyCode } from '~/domain/division';
import { allowed } from '~/domain/policy';
import type { HouseholdForm } from '~/domain/register';
import { ok, refuse } from '~/domain/result';
import { checkDivision } from './chosen-division.server';
import { definePersonalCommand } from './personal-command.server';
import { enterPerson } from './register-entry.server';

/** A centre enters a household of its county, with its head. */
export const registerHousehold = definePersonalCommand<
  HouseholdForm,
  { householdId: string; personId: string }
>('register-household', async (context, form) => {
  const { tx, actor, now, newId } = context;
  const { organisationId, divisionCode } = actor;
  const may = allowed('person.register', actor, { organisationId, divisionCode });
  if (!may.ok) return may;
  const { residenceDivisionCode } = form;
  const county = countyCode(divisionCode);
  if (countyCode(residenceDivisionCode) !== county) {
    return refuse('register.other_county', undefined, 'divisionCode');
  }
  const home = await checkDivision(context, residenceDivisionCode, 'divisionCode');
  if (!home.ok) return home;
  const hukouDivisionCode = form.hukouDivisionCode ?? residenceDivisionCode;
  const registered = await checkDivision(context, hukouDivisionCode, 'hukouDivisionCode');
  if (!registered.ok) return registered;
  const householdId = newId();
  const where = { countyCode: county, organisationId, residenceDivisionCode, hukouDivisionCode };
  await insertHousehold(tx, {
    id: householdId,
    ...where,
    recipientAccountId: newId(),
    registeredOn: dayInShanghai(now),
  });
  const head = await enterPerson(context, { householdId, ...where }, 'head', form);
  if (!head.ok) return head;
  context.event('household', householdId, 1, 'registered', {
    residenceDivisionCode,
    hukouDivisionCode,
  });
  return ok({ householdId, personId: head.value.personId });
});
