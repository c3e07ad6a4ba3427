import { postReversal } from '~db/store/ledger.server';
import { lockSignOff, saveSignOff } from '~db/store/sign-off.server';
import { allowed } from '~/domain/policy';
import { ok, refuse } from '~/domain/result';
import { applySignOff, reverseSignOff as decide, type ReversalReason } from '~/domain/sign-off';
import { defineCommand } from './command.server';

interface Input {
  signOffId: string;
  /** Version the form was drawn from. */
  version: number;
  reason: ReversalReason;
}

/** Undoes a sign-off: the goods go back to where they were held, by a movement of their own. */
export const reverseSignOff = defineCommand<Input, { signOffId: string; version: number }>(
  'reverse-sign-off',
  async (context, { signOffId, version, reason }) => {
    const { tx, actor, now, newId } = context;
    const found = await lockSignOff(tx, signOffId);
    if (!found) return refuse('access.not_found');
    const { signOff, handout } = found;
    const { status, organisationId } = handout;
    const may = allowed('sign_off.reverse', actor, { status, organisationId });
    if (!may.ok) return may;
    if (signOff.version !== version) return refuse('record.stale', { version: signOff.version });
    const reversalId = signOff.movementId === null ? null : newId();
    const state = { status: signOff.status, version: signOff.version };
    const event = decide(state, reason, reversalId);
    if (!event.ok) return event;
    if (signOff.movementId !== null && reversalId !== null) {
      const posted = await postReversal(tx, {
        id: reversalId,
        cause: { kind: 'sign_off', id: signOffId },
        occurredAt: now,
        reason,
        reverses: signOff.movementId,
      });
      if (!posted.ok) return posted;
    }
    const next = applySignOff(state, event.value);
    await saveSignOff(tx, signOffId, next, {
      reversalMovementId: reversalId,
      reversalReason: reason,
    });
    context.event('sign_off', signOffId, next.version, 'reversed', event.value.payload);
    return ok({ signOffId, version: next.version });
  },
);
