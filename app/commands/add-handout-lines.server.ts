import { insertHandoutLines } from '~db/store/handout.server';
import { maxHandoutLines, type NewHandoutLine } from '~/domain/handout-form';
import { refuse } from '~/domain/result';
import { defineCommand } from './command.server';
import { duesFor, linesPayload } from './handout-dues.server';
import { handoutFor, takeHandoutStep, type HandoutStepInput } from './handout-step.server';

type Input = HandoutStepInput & { lines: NewHandoutLine[] };

/** Puts people on an open list. */
export const addHandoutLines = defineCommand<Input, { handoutId: string; version: number }>(
  'add-handout-lines',
  async (context, input) => {
    const found = await handoutFor(context, 'handout.amend', input);
    if (!found.ok) return found;
    if (input.lines.length === 0)
      return refuse('handout.recipients_missing', undefined, 'personIds');
    if (found.value.lines.length + input.lines.length > maxHandoutLines)
      return refuse('form.too_large');
    const dues = await duesFor(context, found.value.programmeId, input.lines);
    if (!dues.ok) return dues;
    await insertHandoutLines(context.tx, input.handoutId, dues.value);
    const lines = linesPayload([...found.value.lines, ...dues.value]);
    return takeHandoutStep(context, found.value, { type: 'amended', payload: { lines } });
  },
);
