import { insertProgramme, lockPlace } from '~db/store/place.server';
import { standingOf } from '~/domain/organisation';
import type { ProgrammeForm } from '~/domain/organisation-form';
import { allowed } from '~/domain/policy';
import { ok, refuse } from '~/domain/result';
import { defineCommand } from './command.server';

/** A centre's work for one group begins. */
export const openProgramme = defineCommand<ProgrammeForm, { programmeId: string }>(
  'open-programme',
  async ({ tx, actor, now, newId, event }, { placeId, group, name }) => {
    const place = await lockPlace(tx, placeId);
    if (!place) return refuse('access.not_found');
    const may = allowed('programme.open', actor, { ...place, status: standingOf(place) });
    if (!may.ok) return may;
    if (place.kind !== 'centre') return refuse('programme.centres_only');
    const id = newId();
    const { countyCode } = place;
    await insertProgramme(tx, { id, placeId, group, name, countyCode, createdAt: now });
    event('programme', id, 1, 'opened', { placeId, group });
    return ok({ programmeId: id });
  },
);
