import type { CalendarDay } from './calendar';
import type { DomainError } from './error';
import { pickHandOut, type HandOutPick, type HeldForHandOut } from './hand-out-goods';
import { entitlementLeft, entitlementRefusal, type Entitlement } from './handout';
import { domainError, ok, refuse, type Result } from './result';
import type { RestrictedUse } from './restriction';
import { outcomeRefusal, type SignOffOutcome, type SignOffStatus } from './sign-off';

/** What was signed. */
export interface SignedFor {
  outcome: SignOffOutcome;
  /** Smallest units. */
  quantity: number;
  /** What was due as the person who signed saw it. */
  leftSeen: number;
  size?: string | undefined;
  lotId?: string | undefined;
}

/** The line as it stands now, locked. */
export interface SignOffGround {
  handoutStatus: 'open' | 'closed';
  entitlement: Entitlement;
  use: RestrictedUse;
  held: readonly HeldForHandOut[];
}

export type SignOffDecision =
  /** Nothing changed hands: refused or absent. */
  | { kind: 'nothing' }
  | { kind: 'post'; pick: HandOutPick }
  /** Signed, and the goods cannot be posted as they were signed for. */
  | { kind: 'dispute'; error: DomainError };

/**
 * What becomes of a sign-off. A form that contradicts itself is refused; one that was right for what its signer saw,
 * and no longer fits (another device was faster, the stock is short, the list is closed), is kept as a dispute, because
 * a signature must not be lost.
 */
export function decideSignOff(
  signed: SignedFor,
  ground: SignOffGround,
  today: CalendarDay,
): Result<SignOffDecision> {
  const { outcome, quantity, leftSeen, size, lotId } = signed;
  const { entitlement, use, held } = ground;
  const wrong = outcomeRefusal(outcome, quantity, leftSeen);
  if (wrong) return { ok: false, error: { ...wrong, field: 'quantity' } };
  if (quantity === 0) return ok({ kind: 'nothing' });
  const dispute = (error: DomainError) => ok<SignOffDecision>({ kind: 'dispute', error });
  if (ground.handoutStatus === 'closed')
    return dispute(domainError('record.status', { status: 'closed' }));
  if (entitlementLeft(entitlement) === 0) return dispute(domainError('handout.nothing_left'));
  const exceeded = entitlementRefusal(entitlement, quantity);
  if (exceeded) return dispute(exceeded);
  const pick = pickHandOut(held, { quantity, size, lotId, use, today });
  if (pick.ok) return ok({ kind: 'post', pick: pick.value });
  // What can be said better in the form is no dispute.
  const inForm = ['size.missing', 'parcel.not_whole_packs'].includes(pick.error.code);
  return inForm ? pick : dispute(pick.error);
}

/** What a disputed sign-off says it was for, and what its line would give now. */
export interface PostingGround extends SignOffGround {
  status: SignOffStatus;
  /** Smallest units of the request line that no list owes anybody; counts for a list that is closed. */
  unbespoken: number;
}

/**
 * The goods of a disputed sign-off, once what stood in the way is out of it: as much as was signed for, neither more
 * than is due nor more than lies here. A closed list owes nothing, so what it still posts may not be owed by another.
 */
export function decidePosting(
  signed: { quantity: number; size?: string | undefined },
  ground: PostingGround,
  today: CalendarDay,
): Result<HandOutPick> {
  const { status, handoutStatus, entitlement, unbespoken, use, held } = ground;
  const { quantity, size } = signed;
  if (status !== 'disputed') return refuse('record.status', { status });
  const exceeded = entitlementRefusal(entitlement, quantity);
  if (exceeded) return { ok: false, error: exceeded };
  if (handoutStatus === 'closed' && quantity > unbespoken)
    return refuse('handout.more_than_request', { left: Math.max(0, unbespoken) });
  const pick = pickHandOut(held, { quantity, size, use, today });
  if (pick.ok || pick.error.field !== 'quantity') return pick;
  // Nobody types a quantity in posting: it was signed for.
  const { code, facts } = pick.error;
  return refuse(code, facts);
}
