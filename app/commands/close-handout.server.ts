import { lockRequestLines } from '~db/store/handout.server';
import { defineCommand } from './command.server';
import { handoutFor, takeHandoutStep, type HandoutStepInput } from './handout-step.server';

/** Ends a list: what nobody collected is free for another. A sign-off under way is waited for. */
export const closeHandout = defineCommand<HandoutStepInput, { handoutId: string; version: number }>(
  'close-handout',
  async (context, input) => {
    const found = await handoutFor(context, 'handout.close', input);
    if (!found.ok) return found;
    await lockRequestLines(
      context.tx,
      found.value.lines.map(({ requestLineId }) => requestLineId),
    );
    return takeHandoutStep(context, found.value, { type: 'closed', payload: {} });
  },
);
