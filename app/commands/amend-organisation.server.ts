import { creditCodeTaken, lockOrganisation, saveOrganisation } from '~db/store/organisation.server';
import { countyCode } from '~/domain/division';
import { standingOf } from '~/domain/organisation';
import { mayLackCreditCode, type OrganisationAmendment } from '~/domain/organisation-form';
import { allowed } from '~/domain/policy';
import { ok, refuse } from '~/domain/result';
import { checkDivision } from './chosen-division.server';
import { defineCommand } from './command.server';

type Input = OrganisationAmendment & { version: number };

export const amendOrganisation = defineCommand<Input, { organisationId: string; version: number }>(
  'amend-organisation',
  async ({ tx, actor, now, event }, input) => {
    const { organisationId: id, divisionCode, creditCode } = input;
    const row = await lockOrganisation(tx, id);
    if (!row) return refuse('access.not_found');
    const may = allowed('organisation.amend', actor, { ...row, status: standingOf(row) });
    if (!may.ok) return may;
    if (row.version !== input.version) return refuse('record.stale', { version: row.version });
    // A bureau may not move an organisation out of its own division either.
    const stays = allowed('organisation.amend', actor, { divisionCode, status: 'running' });
    if (!stays.ok) return { ok: false, error: { ...stays.error, field: 'divisionCode' } };
    const chosen = await checkDivision({ tx, now }, divisionCode, 'divisionCode', row.divisionCode);
    if (!chosen.ok) return chosen;
    if (!creditCode && !mayLackCreditCode(row.kind) && row.kind !== 'operator') {
      return refuse('form.required', undefined, 'creditCode');
    }
    if (creditCode && (await creditCodeTaken(tx, creditCode, id))) {
      return refuse('organisation.credit_code_taken', undefined, 'creditCode');
    }
    const version = row.version + 1;
    await saveOrganisation(tx, id, {
      name: input.name,
      creditCode: creditCode ?? null,
      divisionCode,
      countyCode: countyCode(divisionCode),
      address: input.address ?? null,
      contactName: input.contactName ?? null,
      contactPhone: input.contactPhone ?? null,
      version,
    });
    event('organisation', id, version, 'amended', { divisionCode });
    return ok({ organisationId: id, version });
  },
);
