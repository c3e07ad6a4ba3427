import { domainError, ok, refuse, type Result } from './result';
import type { DomainError } from './error';

export const donationStatuses = ['pledged', 'accepted', 'declined', 'withdrawn', 'closed'] as const;
export type DonationStatus = (typeof donationStatuses)[number];

export const declineReasons = [
  'not_needed',
  'not_usable',
  'too_little_life',
  'no_room',
  'restriction_unmet',
  'duplicate',
  'other',
] as const;
export type DeclineReason = (typeof declineReasons)[number];

export const withdrawReasons = [
  'changed_plans',
  'goods_unavailable',
  'entered_wrongly',
  'other',
] as const;
export type WithdrawReason = (typeof withdrawReasons)[number];

/** Why no more will come of a donation that was accepted. */
export const closeReasons = [
  'all_came',
  'donor_delivers_less',
  'no_longer_needed',
  'other',
] as const;
export type CloseReason = (typeof closeReasons)[number];

/** Smallest units of one donation line. */
export type LineQuantity = { lineId: string; quantity: number };
export type RefusedLine = LineQuantity & { reason: string };
export type ClosedLine = { lineId: string; reason: string };

/** Types, not interfaces: event payloads must fit the payload column. */
export type DonationEvent =
  | { type: 'pledged'; payload: { lines: LineQuantity[] } }
  | { type: 'accepted'; payload: { declined: RefusedLine[] } }
  | { type: 'declined'; payload: { reason: string } }
  | { type: 'withdrawn'; payload: { reason: string | null } }
  | { type: 'counted'; payload: { intakeId: string; refused: RefusedLine[] } }
  | { type: 'count_reversed'; payload: { intakeId: string } }
  /** A count said that no more of these lines will come; what is missing of them is closed short. */
  | { type: 'lines_closed'; payload: { intakeId: string; lines: ClosedLine[] } }
  /** More of them comes after all: goods were counted, or the count that closed them was undone. */
  | { type: 'lines_reopened'; payload: { intakeId: string; lineIds: string[] } }
  /** Somebody expects more of it after all, and said why. */
  | { type: 'line_reopened'; payload: { lineId: string; reason: string } }
  | { type: 'closed'; payload: { reason: string | null } }
  /** What that closing ended may come again; a line that a count had closed stays closed. */
  | { type: 'reopened'; payload: { reason: string } };

export interface DonationLineState {
  pledged: number;
  /** Declined at acceptance or refused at the door; never received. */
  declined: number;
  /** Why no more of the line will come, and the count that said so; null while more may come. */
  closed: LineClosing | null;
}
export interface LineClosing {
  reason: string;
  intakeId: string;
}
export interface DonationState {
  status: DonationStatus;
  version: number;
  lines: Record<string, DonationLineState>;
  /** What each unreversed count refused at the door. */
  refusedAt: Record<string, RefusedLine[]>;
}

const statusesBefore: Record<DonationEvent['type'], readonly (DonationStatus | 'none')[]> = {
  pledged: ['none'],
  accepted: ['pledged'],
  declined: ['pledged'],
  withdrawn: ['pledged'],
  counted: ['accepted'],
  count_reversed: ['accepted', 'closed'],
  lines_closed: ['accepted'],
  lines_reopened: ['accepted', 'closed'],
  line_reopened: ['accepted'],
  closed: ['accepted'],
  reopened: ['closed'],
};

/** The state after all events; throws where their order is impossible. */
export function foldDonation(events: readonly DonationEvent[]): DonationState {
  const state = events.reduce<DonationState | undefined>(applyDonation, undefined);
  if (!state) throw new Error('A donation without events.');
  return state;
}

export function applyDonation(
  state: DonationState | undefined,
  event: DonationEvent,
): DonationState {
  const before = state?.status ?? 'none';
  if (!statusesBefore[event.type].includes(before)) {
    throw new Error(`A donation that is ${before} cannot be ${event.type}.`);
  }
  const next: DonationState = state
    ? { ...state, version: state.version + 1 }
    : { status: 'pledged', version: 1, lines: {}, refusedAt: {} };
  switch (event.type) {
    case 'pledged':
      return { ...next, lines: Object.fromEntries(event.payload.lines.map(pledgedLine)) };
    case 'accepted': {
      const lines = addDeclined(next.lines, event.payload.declined, 1);
      return { ...next, status: 'accepted', lines };
    }
    case 'declined': {
      const whole = ([id, line]: [string, DonationLineState]) =>
        [id, { ...line, declined: line.pledged }] as const;
      const lines = Object.fromEntries(Object.entries(next.lines).map(whole));
      return { ...next, status: 'declined', lines };
    }
    case 'counted': {
      const { intakeId, refused } = event.payload;
      return {
        ...next,
        lines: addDeclined(next.lines, refused, 1),
        refusedAt: { ...next.refusedAt, [intakeId]: refused },
      };
    }
    case 'count_reversed': {
      const { [event.payload.intakeId]: refused, ...refusedAt } = next.refusedAt;
      if (!refused) throw new Error('A count that is not there cannot be reversed.');
      return { ...next, lines: addDeclined(next.lines, refused, -1), refusedAt };
    }
    case 'lines_closed': {
      const { intakeId, lines } = event.payload;
      const closings = lines.map(({ lineId, reason }) => [lineId, { reason, intakeId }] as const);
      return { ...next, lines: setClosed(next.lines, closings) };
    }
    case 'lines_reopened': {
      const openings = event.payload.lineIds.map((lineId) => [lineId, null] as const);
      return { ...next, lines: setClosed(next.lines, openings) };
    }
    case 'line_reopened':
      return { ...next, lines: setClosed(next.lines, [[event.payload.lineId, null]]) };
    case 'withdrawn':
    case 'closed':
      return { ...next, status: event.type };
    case 'reopened':
      return { ...next, status: 'accepted' };
  }
}

function pledgedLine({ lineId, quantity }: LineQuantity): [string, DonationLineState] {
  return [lineId, { pledged: quantity, declined: 0, closed: null }];
}

/** Accepting, some of it perhaps declined, each with its reason. Declining everything is another act. */
export function decideAcceptance(
  state: DonationState,
  declined: readonly RefusedLine[],
): Result<DonationEvent> {
  const error = wrongStatus(state, 'accepted') ?? declinedRefusal(state, declined);
  if (error) return { ok: false, error };
  const left = Object.entries(state.lines).some(
    ([id, line]) => line.pledged > (declined.find((one) => one.lineId === id)?.quantity ?? 0),
  );
  if (!left) return refuse('donation.nothing_accepted');
  return ok({
    type: 'accepted',
    payload: { declined: declined.filter((one) => one.quantity > 0) },
  });
}

export function decideDecline(state: DonationState, reason: DeclineReason): Result<DonationEvent> {
  const error = wrongStatus(state, 'declined');
  return error ? { ok: false, error } : ok({ type: 'declined', payload: { reason } });
}

export function decideWithdrawal(
  state: DonationState,
  reason: string | null,
): Result<DonationEvent> {
  const error = wrongStatus(state, 'withdrawn');
  return error ? { ok: false, error } : ok({ type: 'withdrawn', payload: { reason } });
}

/** No more will come: what is still to come is closed short. */
export function decideClosing(state: DonationState, reason: string | null): Result<DonationEvent> {
  const error = wrongStatus(state, 'closed');
  return error ? { ok: false, error } : ok({ type: 'closed', payload: { reason } });
}

/**
 * What a count says of the lines themselves. A line of which something is left and no more will come is closed short; one
 * that was closed, was counted all the same and is not said to be over is open again.
 */
export function decideLineClosings(
  state: DonationState,
  intakeId: string,
  said: {
    closing: readonly { donationLineId: string; reason?: string | undefined }[];
    /** Ids of the lines of which something was counted. */
    counted: readonly string[];
    /** Smallest units still missing of each line after the count. */
    left: ReadonlyMap<string, number>;
  },
): DonationEvent[] {
  const short = (id: string) => (said.left.get(id) ?? 0) > 0;
  const isClosed = (id: string) => Boolean(state.lines[id]?.closed);
  const closing = said.closing.filter(({ donationLineId: id }) => short(id) && !isClosed(id));
  const reopened = [...new Set(said.counted)].filter(
    (id) => isClosed(id) && short(id) && !said.closing.some((one) => one.donationLineId === id),
  );
  const lines = closing.map((one) => ({
    lineId: one.donationLineId,
    reason: one.reason ?? 'other',
  }));
  return [
    ...(lines.length > 0 ? [{ type: 'lines_closed' as const, payload: { intakeId, lines } }] : []),
    ...reopeningOf(reopened, intakeId),
  ];
}

/** The lines that a count closed may come again once that count is undone. */
export function reopeningByReversal(state: DonationState, intakeId: string): DonationEvent[] {
  const closedBy = Object.entries(state.lines).filter(
    ([, line]) => line.closed?.intakeId === intakeId,
  );
  return reopeningOf(
    closedBy.map(([id]) => id),
    intakeId,
  );
}

function reopeningOf(lineIds: string[], intakeId: string): DonationEvent[] {
  return lineIds.length > 0 ? [{ type: 'lines_reopened', payload: { intakeId, lineIds } }] : [];
}

function declinedRefusal(
  state: DonationState,
  declined: readonly RefusedLine[],
): DomainError | undefined {
  for (const [index, { lineId, quantity, reason }] of declined.entries()) {
    const line = state.lines[lineId];
    const field = `declined[${index}]`;
    if (!line) return domainError('access.not_found', undefined, field);
    if (!Number.isInteger(quantity) || quantity < 0)
      return domainError('quantity.not_whole', { factor: 1 }, field);
    if (quantity > line.pledged)
      return domainError('donation.more_than_pledged', { pledged: line.pledged }, field);
    if (quantity > 0 && reason === '')
      return domainError('form.required', undefined, `${field}.reason`);
  }
  if (new Set(declined.map((one) => one.lineId)).size < declined.length)
    return domainError('form.invalid');
  return undefined;
}

function wrongStatus(state: DonationState, type: DonationEvent['type']): DomainError | undefined {
  return statusesBefore[type].includes(state.status)
    ? undefined
    : domainError('record.status', { status: state.status });
}

function addDeclined(
  lines: DonationState['lines'],
  more: readonly LineQuantity[],
  sign: 1 | -1,
): DonationState['lines'] {
  const next = { ...lines };
  for (const { lineId, quantity } of more) {
    const line = next[lineId];
    if (!line) throw new Error('A donation line that is not there.');
    next[lineId] = { ...line, declined: line.declined + sign * quantity };
  }
  return next;
}

/** A line is closed once, and only a closed one is opened again. */
function setClosed(
  lines: DonationState['lines'],
  changes: readonly (readonly [string, LineClosing | null])[],
): DonationState['lines'] {
  const next = { ...lines };
  for (const [lineId, closed] of changes) {
    const line = next[lineId];
    if (!line) throw new Error('A donation line that is not there.');
    if ((line.closed === null) === (closed === null)) {
      throw new Error(`A donation line is ${closed ? 'closed' : 'opened'} twice.`);
    }
    next[lineId] = { ...line, closed };
  }
  return next;
}
