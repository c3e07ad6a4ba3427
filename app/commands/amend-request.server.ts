import { findOpenProgramme, replaceRequestLines } from '~db/store/request.server';
import { dayInShanghai } from '~/domain/calendar';
import { allowed } from '~/domain/policy';
import type { RequestForm } from '~/domain/request-form';
import { refuse } from '~/domain/result';
import { defineCommand } from './command.server';
import { draftedColumns, draftedLines } from './request-draft.server';
import { requestFor, takeRequestStep, type RequestStepInput } from './request-step.server';

type Input = RequestStepInput & { form: RequestForm };

/** Changes a draft, or a request that came back; everything is written anew from the form. */
export const amendRequest = defineCommand<Input, { requestId: string; version: number }>(
  'amend-request',
  async (context, input) => {
    const { tx, actor, now, newId } = context;
    const request = await requestFor(context, 'request.amend', input);
    if (!request.ok) return request;
    const { form } = input;
    const programme = await findOpenProgramme(tx, form.programmeId, dayInShanghai(now));
    if (!programme) return refuse('form.unknown_choice', undefined, 'programmeId');
    const { placeId, organisationId, divisionCode, countyCode } = programme;
    const may = allowed('request.draft', actor, { organisationId, divisionCode });
    if (!may.ok) return may;
    const lines = await draftedLines(tx, newId, form);
    if (!lines.ok) return lines;
    await replaceRequestLines(tx, request.value.id, lines.value);
    const amended = lines.value.map(({ id, quantity }) => ({ lineId: id, quantity }));
    return takeRequestStep(
      context,
      request.value,
      { type: 'amended', payload: { lines: amended } },
      {
        programmeId: form.programmeId,
        placeId,
        organisationId,
        divisionCode,
        countyCode,
        ...draftedColumns(form),
      },
    );
  },
);
