import { postMovements } from '~db/store/ledger.server';
import { sealPersonalText } from '~db/store/personal-text.server';
import { claimSignOffLine, insertSignOff, type SignOffLine } from '~db/store/sign-off.server';
import { dayInShanghai } from '~/domain/calendar';
import type { ErrorCode } from '~/domain/error';
import type { Movement } from '~/domain/ledger';
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
  { ahead: claimSignOffLine },
);

function earlierResult(
  earlier: NonNullable<SignOffLine['earlier']>,
  { signOffId, handoutLineId }: SignOffInput,
): Result<SignOffResult> {
  if (earlier.handoutLineId !== handoutLineId) return refuse('command.key_reused');
  const { status, code } = earlier;
  return ok({ signOffId, status, ...(code !== null && { code: code as ErrorCode }) });
}

interface Posting {
  movements: Movement[];
  movementId: string | null;
  goods: { lotId: string; allocationLineId: string } | null;
  code: ErrorCode | null;
}

/** What is to be posted with the sign-off; tried already where the first try ran into somebody else's work. */
async function post(
  { tx, now, newId, firstTry }: PersonalContext,
  input: SignOffInput,
  line: SignOffLine,
  decision: SignOffDecision,
): Promise<Posting> {
  const nothing = { movements: [], movementId: null, goods: null, code: null };
  if (decision.kind === 'nothing') return nothing;
  if (decision.kind === 'dispute') return { ...nothing, code: decision.error.code };
  const movementId = newId();
  const head = { signOffId: input.signOffId, openId: newId(), movementId };
  const occurredAt = input.signedAt ? new Date(input.signedAt) : now;
  const movements = handOutMovements(line, decision.pick, { ...head, occurredAt });
  const [first, ...rest] = decision.pick.lines;
  const goods = first && rest.length === 0 ? first : null;
  // The goods were seen a moment ago under the request line's lock: only a rare race makes the ledger refuse them.
  if (firstTry) return { movements, movementId, goods, code: null };
  const posted = await postMovements(tx, movements);
  return posted.ok ? { ...nothing, movementId, goods } : { ...nothing, code: posted.error.code };
}

/** Has the sign-off written, whatever became of the goods. */
function save(
  context: PersonalContext,
  input: SignOffInput,
  line: SignOffLine,
  { movements, movementId, goods, code }: Posting,
): SignOffResult {
  const { tx, env, actor, now, newId } = context;
  const { signOffId } = input;
  const seal = (text: string | undefined) => {
    const id = newId();
    return text === undefined ? null : { id, ...sealPersonalText(env.cipher, id, text) };
  };
  const [signature, proxyName] = [seal(writeSignature(input)), seal(input.proxyName)];
  const status = code === null ? 'posted' : 'disputed';
  const row = {
    id: signOffId,
    handoutLineId: input.handoutLineId,
    handoutId: line.handoutId,
    countyCode: line.countyCode,
    status,
    outcome: input.outcome,
    lotId: goods?.lotId ?? null,
    allocationLineId: goods?.allocationLineId ?? null,
    quantity: input.quantity,
    size: input.size ?? null,
    collectedBy: input.collectedBy,
    proxyRelationship: input.proxyRelationship ?? null,
    signatureTextId: signature?.id ?? null,
    proxyNameTextId: proxyName?.id ?? null,
    movementId,
    disputeCode: code,
    signedAt: input.signedAt ? new Date(input.signedAt) : now,
    recordedAt: now,
    recordedByUserId: actor.userId,
  } as const;
  const payload = code === null ? { movementId } : { code };
  context.event('sign_off', signOffId, 1, status, payload);
  const { organisationId } = line;
  const sealed = { signature, proxyName };
  context.endWith((outcome) =>
    insertSignOff(tx, { row, sealed, organisationId, movements }, outcome),
  );
  return { signOffId, status, ...(code !== null && { code }) };
}
