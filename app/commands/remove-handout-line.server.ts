import { deleteHandoutLine, hasSignOffs, lockRequestLines } from '~db/store/handout.server';
import { refuse } from '~/domain/result';
import { defineCommand } from './command.server';
import { linesPayload } from './handout-dues.server';
import { handoutFor, takeHandoutStep, type HandoutStepInput } from './handout-step.server';

type Input = HandoutStepInput & { handoutLineId: string };

/** Takes somebody off an open list, unless something was signed for. */
export const removeHandoutLine = defineCommand<Input, { handoutId: string; version: number }>(
  'remove-handout-line',
  async (context, input) => {
    const found = await handoutFor(context, 'handout.amend', input);
    if (!found.ok) return found;
    const line = found.value.lines.find(({ id }) => id === input.handoutLineId);
    if (!line) return refuse('access.not_found');
    await lockRequestLines(context.tx, [line.requestLineId]);
    if (await hasSignOffs(context.tx, line.id)) return refuse('handout.line_signed');
    await deleteHandoutLine(context.tx, line.id);
    const lines = linesPayload(found.value.lines.filter(({ id }) => id !== line.id));
    return takeHandoutStep(context, found.value, { type: 'amended', payload: { lines } });
  },
);
