import { findLatestEvent } from '~db/store/event.server';
import { lockOrganisation } from '~db/store/organisation.server';
import { lockPlace, lockProgramme, savePlace, saveProgramme } from '~db/store/place.server';
import { standingOf, type RestoreReason } from '~/domain/organisation';
import { placeEndSchema } from '~/domain/organisation-end';
import { allowed } from '~/domain/policy';
import { ok, refuse } from '~/domain/result';
import { defineCommand, type CommandContext } from './command.server';

interface Input {
  placeId: string;
  version: number;
  reason: RestoreReason;
}

/** A place that was ended runs again, and so do the programmes that ended with it and not by themselves. */
export const restorePlace = defineCommand<Input, { placeId: string; version: number }>(
  'restore-place',
  async (context, { placeId, version, reason }) => {
    const { tx, actor, event } = context;
    const row = await lockPlace(tx, placeId);
    if (!row) return refuse('access.not_found');
    const may = allowed('place.restore', actor, { ...row, status: standingOf(row) });
    if (!may.ok) return may;
    if (row.version !== version) return refuse('record.stale', { version: row.version });
    const organisation = await lockOrganisation(tx, row.organisationId);
    if (!organisation) throw new Error('a place without its organisation');
    if (standingOf(organisation) === 'ended') return refuse('place.organisation_ended');
    const ended = placeEndSchema.parse(
      (await findLatestEvent(tx, 'place', placeId, 'ended')) ?? {},
    );
    for (const id of ended.programmeIds) await reopen(context, id);
    await savePlace(tx, placeId, { endedOn: null, version: version + 1 });
    event('place', placeId, version + 1, 'restored', { reason });
    return ok({ placeId, version: version + 1 });
  },
);

async function reopen({ tx, event }: CommandContext, id: string): Promise<void> {
  const programme = await lockProgramme(tx, id);
  if (!programme) throw new Error('an ended programme that is not there');
  const version = programme.version + 1;
  await saveProgramme(tx, id, { endedOn: null, version });
  event('programme', id, version, 'reopened');
}
