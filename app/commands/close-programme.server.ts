import { lockProgramme, saveProgramme } from '~db/store/place.server';
import { dayInShanghai } from '~/domain/calendar';
import { allowed } from '~/domain/policy';
import { ok, refuse } from '~/domain/result';
import { defineCommand } from './command.server';

interface Input {
  programmeId: string;
  version: number;
}

/** It takes no new requests and hand-outs; what it has is still handed out. */
export const closeProgramme = defineCommand<Input, { programmeId: string; version: number }>(
  'close-programme',
  async ({ tx, actor, now, event }, input) => {
    const row = await lockProgramme(tx, input.programmeId);
    if (!row) return refuse('access.not_found');
    const may = allowed('programme.close', actor, row);
    if (!may.ok) return may;
    if (row.version !== input.version) return refuse('record.stale', { version: row.version });
    if (row.endedOn !== null) return refuse('record.status', { status: 'ended' });
    const version = row.version + 1;
    await saveProgramme(tx, row.id, { endedOn: dayInShanghai(now), version });
    event('programme', row.id, version, 'closed');
    return ok({ programmeId: row.id, version });
  },
);
