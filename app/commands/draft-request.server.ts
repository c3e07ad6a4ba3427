import { findOpenProgramme, insertRequest } from '~db/store/request.server';
import { dayInShanghai } from '~/domain/calendar';
import { allowed } from '~/domain/policy';
import type { RequestForm } from '~/domain/request-form';
import { ok, refuse } from '~/domain/result';
import { defineCommand } from './command.server';
import { draftedColumns, draftedLines } from './request-draft.server';

/** A programme writes down what it needs; nobody else decides on it until it is submitted. */
export const draftRequest = defineCommand<RequestForm, { requestId: string }>(
  'draft-request',
  async (context, form) => {
    const { tx, actor, now, newId } = context;
    const programme = await findOpenProgramme(tx, form.programmeId, dayInShanghai(now));
    if (!programme) return refuse('form.unknown_choice', undefined, 'programmeId');
    const { placeId, organisationId, divisionCode, countyCode } = programme;
    const may = allowed('request.draft', actor, { organisationId, divisionCode });
    if (!may.ok) return may;
    const lines = await draftedLines(tx, newId, form);
    if (!lines.ok) return lines;
    const requestId = newId();
    await insertRequest(
      tx,
      {
        id: requestId,
        programmeId: form.programmeId,
        placeId,
        organisationId,
        divisionCode,
        countyCode,
        status: 'draft',
        createdAt: now,
        ...draftedColumns(form),
      },
      lines.value,
    );
    context.event('request', requestId, 1, 'drafted', {
      programmeId: form.programmeId,
      lines: lines.value.map(({ id, quantity }) => ({ lineId: id, quantity })),
    });
    return ok({ requestId });
  },
);
