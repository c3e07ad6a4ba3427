import { bespokenOf } from '~db/store/handout.server';
import { postMovements } from '~db/store/ledger.server';
import {
  findSignOffLine,
  lockSignOff,
  lockSignOffLine,
  saveSignOff,
} from '~db/store/sign-off.server';
import { dayInShanghai } from '~/domain/calendar';
import { allowed } from '~/domain/policy';
import { ok, refuse } from '~/domain/result';
import { applySignOff } from '~/domain/sign-off';
import { decidePosting } from '~/domain/sign-off-decision';
import { defineCommand } from './command.server';
import { handOutMovements } from './sign-off-movements.server';

interface Input {
  signOffId: string;
  /** Version the form was drawn from. */
  version: number;
  /** The size that was given, where several lie ready; left out: the one that was signed for. */
  size?: string | undefined;
}

/**
 * Settles a disputed sign-off: the goods that were signed for leave the centre's hold now, dated as they were signed
 * for. Refused with what is left as long as what is due or what lies here does not reach.
 */
export const postSignOff = defineCommand<Input, { signOffId: string; version: number }>(
  'post-sign-off',
  async (context, { signOffId, version, size }) => {
    const { tx, actor, now, newId } = context;
    // The request line first, as everything that signs does; then the sign-off.
    const handoutLineId = await findSignOffLine(tx, signOffId);
    const line = handoutLineId && (await lockSignOffLine(tx, handoutLineId, signOffId));
    const found = await lockSignOff(tx, signOffId);
    if (!line || !found) return refuse('access.not_found');
    const { signOff } = found;
    const { organisationId, divisionCode, handoutStatus } = line;
    const record = { status: handoutStatus, organisationId, divisionCode };
    const may = allowed('sign_off.post', actor, record);
    if (!may.ok) return may;
    if (signOff.version !== version) return refuse('record.stale', { version: signOff.version });
    if (!line.isUnnamed && line.recipientAccountId === null) return refuse('access.not_found');
    const { entitled, approved, handedOutOnLine, handedOutOnRequestLine, group, held } = line;
    const pick = decidePosting(
      { quantity: signOff.quantity, size: size ?? signOff.size ?? undefined },
      {
        status: signOff.status,
        handoutStatus,
        entitlement: { entitled, approved, handedOutOnLine, handedOutOnRequestLine },
        unbespoken: approved - (await bespokenOf(tx, line.requestLineId)),
        use: { divisionCode, group },
        held,
      },
      dayInShanghai(now),
    );
    if (!pick.ok) return pick;
    const movementId = newId();
    const head = { signOffId, openId: newId(), movementId, occurredAt: signOff.signedAt };
    const posted = await postMovements(tx, handOutMovements(line, pick.value, head));
    if (!posted.ok) return posted;
    const event = { type: 'posted', payload: { movementId } } as const;
    const next = applySignOff({ status: signOff.status, version: signOff.version }, event);
    const [first, ...rest] = pick.value.lines;
    const goods = first && rest.length === 0 ? first : null;
    await saveSignOff(tx, signOffId, next, {
      movementId,
      lotId: goods?.lotId ?? null,
      allocationLineId: goods?.allocationLineId ?? null,
      disputeCode: null,
    });
    context.event('sign_off', signOffId, next.version, event.type, event.payload);
    return ok({ signOffId, version: next.version });
  },
);
