import { readPlaceStanding } from '~db/queries/standing.server';
import { lockPlace, lockProgrammesOf, savePlace, saveProgramme } from '~db/store/place.server';
import { dayInShanghai } from '~/domain/calendar';
import { standingOf } from '~/domain/organisation';
import { allowed } from '~/domain/policy';
import { ok, refuse } from '~/domain/result';
import { placeEndRefusals } from '~/domain/standing';
import { defineCommand } from './command.server';

interface Input {
  placeId: string;
  version: number;
}

/** Nothing is sent there, asked for there or handed out there any more; refused while anything is left. Its programmes end with it. */
export const endPlace = defineCommand<Input, { placeId: string; version: number }>(
  'end-place',
  async ({ tx, actor, now, event }, { placeId, version }) => {
    const row = await lockPlace(tx, placeId);
    if (!row) return refuse('access.not_found');
    const may = allowed('place.end', actor, { ...row, status: standingOf(row) });
    if (!may.ok) return may;
    if (row.version !== version) return refuse('record.stale', { version: row.version });
    const [error] = placeEndRefusals(await readPlaceStanding(tx, placeId));
    if (error) return { ok: false, error };
    const endedOn = dayInShanghai(now);
    const programmes = await lockProgrammesOf(tx, placeId);
    for (const programme of programmes) {
      const next = programme.version + 1;
      await saveProgramme(tx, programme.id, { endedOn, version: next });
      event('programme', programme.id, next, 'closed');
    }
    await savePlace(tx, placeId, { endedOn, version: version + 1 });
    event('place', placeId, version + 1, 'ended', {
      day: endedOn,
      // What comes back with it if this was a mistake.
      programmeIds: programmes.map(({ id }) => id),
    });
    return ok({ placeId, version: version + 1 });
  },
);
