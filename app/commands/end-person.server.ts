import { clearBlindIndex } from '~db/store/person-identity.server';
import { endMembershipsOf, savePerson } from '~db/store/register.server';
import { dayInShanghai } from '~/domain/calendar';
import type { EndReason } from '~/domain/register';
import { ok } from '~/domain/result';
import { definePersonalCommand } from './personal-command.server';
import { personFor, type PersonStepInput } from './person-step.server';

type Input = PersonStepInput & { reason: EndReason };

/** Ends an entry; what was handed out stays in the books. The ID number may be registered anew. */
export const endPerson = definePersonalCommand<Input, { version: number }>(
  'end-person',
  async (context, input) => {
    const { tx, now } = context;
    const found = await personFor(context, input);
    if (!found.ok) return found;
    const endedOn = dayInShanghai(now);
    const version = found.value.version + 1;
    await savePerson(tx, input.personId, { endedOn, version });
    await endMembershipsOf(tx, input.personId, endedOn);
    await clearBlindIndex(tx, input.personId);
    context.event('person', input.personId, version, 'ended', { reason: input.reason });
    return ok({ version });
  },
);
