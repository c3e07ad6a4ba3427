import { lockOrganisation } from '~db/store/organisation.server';
import { insertPlace } from '~db/store/place.server';
import { countyCode } from '~/domain/division';
import { standingOf } from '~/domain/organisation';
import type { PlaceForm } from '~/domain/organisation-form';
import { allowed } from '~/domain/policy';
import { ok, refuse } from '~/domain/result';
import { checkDivision } from './chosen-division.server';
import { defineCommand } from './command.server';

/** A depot or an activity centre of an organisation: where goods can lie. */
export const registerPlace = defineCommand<PlaceForm, { placeId: string }>(
  'register-place',
  async ({ tx, actor, now, newId, event }, form) => {
    const { kind, name, divisionCode, coordinates } = form;
    const organisation = await lockOrganisation(tx, form.organisationId);
    if (!organisation) return refuse('access.not_found');
    const may = allowed('place.register', actor, {
      organisationId: organisation.id,
      divisionCode: organisation.divisionCode,
      status: standingOf(organisation),
    });
    if (!may.ok) return may;
    // A bureau may not put a place into another's division either.
    const within = allowed('place.register', actor, {
      organisationId: organisation.id,
      divisionCode,
      status: 'running',
    });
    if (!within.ok) return { ok: false, error: { ...within.error, field: 'divisionCode' } };
    if ((kind === 'centre') !== (organisation.kind === 'centre')) {
      return refuse('place.kind_does_not_fit', undefined, 'kind');
    }
    const chosen = await checkDivision({ tx, now }, divisionCode, 'divisionCode');
    if (!chosen.ok) return chosen;
    const id = newId();
    await insertPlace(tx, {
      id,
      organisationId: organisation.id,
      kind,
      name,
      divisionCode,
      countyCode: countyCode(divisionCode),
      address: form.address ?? null,
      capacityL: form.capacityL ?? null,
      ...coordinates,
      ...(coordinates && { locatedBy: actor.userId, locatedAt: now }),
      createdAt: now,
    });
    event('place', id, 1, 'registered', { kind, divisionCode, organisationId: organisation.id });
    return ok({ placeId: id });
  },
);
