import { findDivision } from '~db/queries/divisions.server';
import { lockPlace, savePlace } from '~db/store/place.server';
import { countyCode } from '~/domain/division';
import { standingOf } from '~/domain/organisation';
import type { PlaceAmendment } from '~/domain/organisation-form';
import { allowed } from '~/domain/policy';
import { ok, refuse } from '~/domain/result';
import { defineCommand } from './command.server';

type Input = PlaceAmendment & { version: number };

export const amendPlace = defineCommand<Input, { placeId: string; version: number }>(
  'amend-place',
  async ({ tx, actor, event }, input) => {
    const { placeId: id, name, divisionCode, coordinates } = input;
    const row = await lockPlace(tx, id);
    if (!row) return refuse('access.not_found');
    const may = allowed('place.amend', actor, { ...row, status: standingOf(row) });
    if (!may.ok) return may;
    if (row.version !== input.version) return refuse('record.stale', { version: row.version });
    if (!(await findDivision(tx, divisionCode))) {
      return refuse('form.unknown_choice', undefined, 'divisionCode');
    }
    // Accounts, requests and movements carry the county they were made in.
    if (countyCode(divisionCode) !== row.countyCode) {
      return refuse('place.other_county', undefined, 'divisionCode');
    }
    const version = row.version + 1;
    await savePlace(tx, id, {
      name,
      divisionCode,
      address: input.address ?? null,
      latitude: coordinates?.latitude ?? null,
      longitude: coordinates?.longitude ?? null,
      datum: coordinates?.datum ?? null,
      precision: coordinates?.precision ?? null,
      version,
    });
    event('place', id, version, 'amended', {
      divisionCode,
      precision: coordinates?.precision ?? null,
    });
    return ok({ placeId: id, version });
  },
);
