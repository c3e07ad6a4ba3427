import { lockMembersOf, saveHousehold } from '~db/store/register.server';
import { dayInShanghai } from '~/domain/calendar';
import type { EndReason } from '~/domain/register';
import { ok } from '~/domain/result';
import { householdFor, type HouseholdStepInput } from './household-step.server';
import { endEntry } from './person-step.server';
import { definePersonalCommand } from './personal-command.server';

type Input = HouseholdStepInput & { reason: EndReason };

/** Ends a household with everybody who belongs to it; what was handed out stays in the books. */
export const endHousehold = definePersonalCommand<Input, { version: number }>(
  'end-household',
  async (context, input) => {
    const { tx, now } = context;
    const found = await householdFor(context, input);
    if (!found.ok) return found;
    const { id } = found.value;
    const { reason } = input;
    for (const person of await lockMembersOf(tx, id)) await endEntry(context, person, reason);
    const version = found.value.version + 1;
    await saveHousehold(tx, id, { endedOn: dayInShanghai(now), version });
    context.event('household', id, version, 'ended', { reason });
    return ok({ version });
  },
);
