import { lockPlace, savePlace } from '~db/store/place.server';
import { countyCode } from '~/domain/division';
import { standingOf } from '~/domain/organisation';
import type { Coordinates, PlaceAmendment } from '~/domain/organisation-form';
import { allowed } from '~/domain/policy';
import { ok, refuse } from '~/domain/result';
import { checkDivision } from './chosen-division.server';
import { defineCommand } from './command.server';

const NOWHERE = {
  latitude: null,
  longitude: null,
  datum: null,
  precision: null,
  locatedBy: null,
  locatedAt: null,
} as const;

/** Who located a place is who gave the coordinates as they stand, not who amended its name since. */
function relocated(
  row: { [K in keyof Coordinates]: Coordinates[K] | null },
  given: Coordinates | undefined,
  by: { locatedBy: string; locatedAt: Date },
) {
  if (!given) return NOWHERE;
  const { latitude, longitude, datum, precision } = given;
  const isSame =
    latitude === row.latitude &&
    longitude === row.longitude &&
    datum === row.datum &&
    precision === row.precision;
  return isSame ? {} : { latitude, longitude, datum, precision, ...by };
}

type Input = PlaceAmendment & { version: number };

export const amendPlace = defineCommand<Input, { placeId: string; version: number }>(
  'amend-place',
  async ({ tx, actor, now, event }, input) => {
    const { placeId: id, name, divisionCode, coordinates } = input;
    const row = await lockPlace(tx, id);
    if (!row) return refuse('access.not_found');
    const may = allowed('place.amend', actor, { ...row, status: standingOf(row) });
    if (!may.ok) return may;
    if (row.version !== input.version) return refuse('record.stale', { version: row.version });
    const chosen = await checkDivision({ tx, now }, divisionCode, 'divisionCode', row.divisionCode);
    if (!chosen.ok) return chosen;
    // Accounts, requests and movements carry the county they were made in.
    if (countyCode(divisionCode) !== row.countyCode) {
      return refuse('place.other_county', undefined, 'divisionCode');
    }
    const version = row.version + 1;
    await savePlace(tx, id, {
      name,
      divisionCode,
      address: input.address ?? null,
      capacityL: input.capacityL ?? null,
      ...relocated(row, coordinates, { locatedBy: actor.userId, locatedAt: now }),
      version,
    });
    event('place', id, version, 'amended', {
      divisionCode,
      precision: coordinates?.precision ?? null,
      capacityL: input.capacityL ?? null,
    });
    return ok({ placeId: id, version });
  },
);
