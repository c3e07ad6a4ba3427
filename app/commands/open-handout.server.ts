import { insertHandout, insertHandoutLines } from '~db/store/handout.server';
import { findOpenProgramme } from '~db/store/request.server';
import { dayInShanghai, type CalendarDay } from '~/domain/calendar';
import type { NewHandoutLine } from '~/domain/handout-form';
import { allowed } from '~/domain/policy';
import { ok, refuse } from '~/domain/result';
import { defineCommand } from './command.server';
import { duesFor, linesPayload } from './handout-dues.server';

interface Input {
  programmeId: string;
  handoutOn: CalendarDay;
  lines: NewHandoutLine[];
}

/** Opens a hand-out list of one programme for one day, with or without lines. */
export const openHandout = defineCommand<Input, { handoutId: string; version: number }>(
  'open-handout',
  async (context, { programmeId, handoutOn, lines }) => {
    const { tx, actor, now, newId } = context;
    const programme = await findOpenProgramme(tx, programmeId, dayInShanghai(now));
    if (!programme) return refuse('form.unknown_choice', undefined, 'programmeId');
    const { placeId, organisationId, divisionCode, countyCode } = programme;
    const may = allowed('handout.open', actor, { organisationId, divisionCode });
    if (!may.ok) return may;
    const dues = await duesFor(context, programmeId, lines);
    if (!dues.ok) return dues;
    const handoutId = newId();
    await insertHandout(tx, {
      id: handoutId,
      programmeId,
      placeId,
      organisationId,
      countyCode,
      handoutOn,
      status: 'open',
      createdByUserId: actor.userId,
      createdAt: now,
    });
    await insertHandoutLines(tx, handoutId, dues.value);
    context.event('handout', handoutId, 1, 'opened', { lines: linesPayload(dues.value) });
    return ok({ handoutId, version: 1 });
  },
);
