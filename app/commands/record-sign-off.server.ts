import { postMovements, postSureMovements } from '~db/store/ledger.server';
import { insertPersonalTexts } from '~db/store/personal-text.server';
import { insertSignOff, lockSignOffLine, type SignOffLine } from '~db/store/sign-off.server';
import { dayInShanghai } from '~/domain/calendar';
import type { ErrorCode } from '~/domain/error';
import { allowed } from '~/domain/policy';
import { ok, refuse, type Result } from '~/domain/result';
import { writeSignature, type ProxyRelationship } from '~/domain/sign-off';
import { decideSignOff, type SignedFor, type SignOffDecision } from '~/domain/sign-off-decision';
import { definePersonalCommand, type PersonalContext } from './personal-command.server';
import { handOutMovements } from './sign-off-movements.server';

export interface SignOffInput extends SignedFor {
  /** Made on the device: the same sign-off sent twice is one. */
  signOffId: string;
  handoutLineId: string;
  collectedBy: 'self' | 'proxy';
  proxyName?: string | undefined;
  proxyRelationship?: ProxyRelationship | undefined;
  signature?: string | undefined;
  typedName?: string | undefined;
  /** ISO 8601 instant; left out: now. */
  signedAt?: string | undefined;
}

export interface SignOffResult {
  signOffId: string;
  status: 'posted' | 'disputed' | 'reversed';
  /** Why a disputed one could not be posted. */
  code?: ErrorCode;
}

/**
 * Records what somebody signed for, and moves the goods in the same transaction. Signed, but the goods cannot be
 * posted: kept as `disputed` with the reason. The same sign-off id has effect once, whatever key it comes with.
 */
export const recordSignOff = definePersonalCommand<
  SignOffInput,
  SignOffResult,
  SignOffLine | undefined
>(
  'record-sign-off',
  async (context, input, line) => {
    const { actor, now } = context;
    if (!line) return refuse('access.not_found');
    const { organisationId, divisionCode } = line;
    // Whether the list is still open decides between posting and a dispute, not about the right to record.
    const may = allowed('sign_off.record', actor, { status: 'open', organisationId, divisionCode });
    if (!may.ok) return may;
    if (line.earlier) return earlierResult(line.earlier, input);
    if (!line.isUnnamed && line.recipientAccountId === null) return refuse('access.not_found');
    const { entitled, approved, handedOutOnLine, handedOutOnRequestLine } = line;
    const decision = decideSignOff(
      input,
      {
        handoutStatus: line.handoutStatus,
        entitlement: { entitled, approved, handedOutOnLine, handedOutOnRequestLine },
        use: { divisionCode, group: line.group },
        held: line.held,
      },
      dayInShanghai(now),
    );
    if (!decision.ok) return decision;
    return ok(save(context, input, line, await post(context, input, line, decision.value)));
  },
  { ahead: (tx, { handoutLineId, signOffId }) => lockSignOffLine(tx, handoutLineId, signOffId) },
);

function earlierResult(
  earlier: NonNullable<SignOffLine['earlier']>,
  { signOffId, handoutLineId }: SignOffInput,
): Result<SignOffResult> {
  if (earlier.handoutLineId !== handoutLineId) return refuse('command.key_reused');
  const { status, code } = earlier;
  return ok({ signOffId, status, ...(code !== null && { code: code as ErrorCode }) });
}

interface Outcome {
  movementId: string | null;
  goods: { lotId: string; allocationLineId: string } | null;
  code: ErrorCode | null;
}

async function post(
  { tx, now, newId, firstTry, alongside }: PersonalContext,
  input: SignOffInput,
  line: SignOffLine,
  decision: SignOffDecision,
): Promise<Outcome> {
  const nothing = { movementId: null, goods: null, code: null };
  if (decision.kind === 'nothing') return nothing;
  if (decision.kind === 'dispute') return { ...nothing, code: decision.error.code };
  const movementId = newId();
  const head = { signOffId: input.signOffId, openId: newId(), movementId };
  const occurredAt = input.signedAt ? new Date(input.signedAt) : now;
  const movements = handOutMovements(line, decision.pick, { ...head, occurredAt });
  // The goods were seen a moment ago under the request line's lock: only a rare race makes the ledger refuse them.
  if (firstTry) alongside(postSureMovements(tx, movements));
  else {
    const posted = await postMovements(tx, movements);
    if (!posted.ok) return { ...nothing, code: posted.error.code };
  }
  const [first, ...rest] = decision.pick.lines;
  const goods = first && rest.length === 0 ? first : null;
  return { movementId, goods, code: null };
}

/** Sends what is written of the sign-off, whatever became of the goods. */
function save(
  context: PersonalContext,
  input: SignOffInput,
  line: SignOffLine,
  { movementId, goods, code }: Outcome,
): SignOffResult {
  const { tx, env, actor, now, newId } = context;
  const { signOffId } = input;
  const { countyCode, organisationId } = line;
  const about = { countyCode, organisationId, createdAt: now };
  const texts = [
    { id: newId(), kind: 'signature' as const, text: writeSignature(input), ...about },
    { id: newId(), kind: 'proxy_name' as const, text: input.proxyName, ...about },
  ].flatMap(({ text, ...row }) => (text === undefined ? [] : [{ ...row, text }]));
  const textId = (kind: string) => texts.find((text) => text.kind === kind)?.id ?? null;
  const status = code === null ? 'posted' : 'disputed';
  context.alongside(
    insertSignOff(tx, {
      id: signOffId,
      handoutLineId: input.handoutLineId,
      handoutId: line.handoutId,
      countyCode,
      status,
      outcome: input.outcome,
      lotId: goods?.lotId ?? null,
      allocationLineId: goods?.allocationLineId ?? null,
      quantity: input.quantity,
      size: input.size ?? null,
      collectedBy: input.collectedBy,
      proxyRelationship: input.proxyRelationship ?? null,
      signatureTextId: textId('signature'),
      proxyNameTextId: textId('proxy_name'),
      movementId,
      disputeCode: code,
      signedAt: input.signedAt ? new Date(input.signedAt) : now,
      recordedAt: now,
      recordedByUserId: actor.userId,
    }),
  );
  context.alongside(insertPersonalTexts(tx, env.cipher, texts));
  const payload = code === null ? { movementId } : { code };
  context.event('sign_off', signOffId, 1, status, payload);
  return { signOffId, status, ...(code !== null && { code }) };
}
