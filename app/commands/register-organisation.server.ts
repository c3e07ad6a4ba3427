import { creditCodeTaken, insertOrganisation } from '~db/store/organisation.server';
import { countyCode } from '~/domain/division';
import type { OrganisationForm } from '~/domain/organisation-form';
import { allowed } from '~/domain/policy';
import { ok, refuse } from '~/domain/result';
import { checkDivision } from './chosen-division.server';
import { defineCommand } from './command.server';

/** A new foundation, depot, centre, bureau or township office. */
export const registerOrganisation = defineCommand<OrganisationForm, { organisationId: string }>(
  'register-organisation',
  async ({ tx, actor, now, newId, event }, form) => {
    const { kind, name, divisionCode, creditCode } = form;
    const may = allowed('organisation.register', actor, { divisionCode });
    if (!may.ok) return may;
    if (kind === 'operator') return refuse('form.unknown_choice', undefined, 'kind');
    const chosen = await checkDivision({ tx, now }, divisionCode, 'divisionCode');
    if (!chosen.ok) return chosen;
    const id = newId();
    if (creditCode && (await creditCodeTaken(tx, creditCode, id))) {
      return refuse('organisation.credit_code_taken', undefined, 'creditCode');
    }
    await insertOrganisation(tx, {
      id,
      kind,
      name,
      creditCode: creditCode ?? null,
      divisionCode,
      countyCode: countyCode(divisionCode),
      address: form.address ?? null,
      contactName: form.contactName ?? null,
      contactPhone: form.contactPhone ?? null,
      createdAt: now,
    });
    event('organisation', id, 1, 'registered', { kind, divisionCode });
    return ok({ organisationId: id });
  },
);
