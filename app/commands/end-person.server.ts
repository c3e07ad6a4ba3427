import type { EndReason } from '~/domain/register';
import { ok } from '~/domain/result';
import { endEntry, personFor, type PersonStepInput } from './person-step.server';
import { definePersonalCommand } from './personal-command.server';

type Input = PersonStepInput & { reason: EndReason };

/** Ends an entry; what was handed out stays in the books. */
export const endPerson = definePersonalCommand<Input, { version: number }>(
  'end-person',
  async (context, input) => {
    const found = await personFor(context, input);
    if (!found.ok) return found;
    return ok({ version: await endEntry(context, found.value, input.reason) });
  },
);
