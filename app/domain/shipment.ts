import type { DomainError } from './error';
import type { LossReason } from './ledger';
import { domainError, ok, refuse, type Result } from './result';
import {
  lineFigures,
  type OverClaim,
  type ReceiptLine,
  type ShipmentLineFigures,
  type ShipmentLineState,
} from './shipment-figures';

export const shipmentStatuses = [
  'draft',
  'dispatched',
  'partly_received',
  'received',
  'cancelled',
] as const;
export type ShipmentStatus = (typeof shipmentStatuses)[number];

/** Why goods that were sent did not arrive; each names the loss account that takes them. */
export const missingReasons = [
  'short_in_transit',
  'lost_in_transit',
  'stolen',
] as const satisfies readonly LossReason[];
export type MissingReason = (typeof missingReasons)[number];

export type ShipmentEvent =
  | { type: 'drafted' | 'amended'; payload: { lines: { lineId: string; quantity: number }[] } }
  | { type: 'dispatched' | 'dispatch_reversed' | 'cancelled'; payload: Record<string, never> }
  | { type: 'received'; payload: { receiptId: string; lines: ReceiptLine[] } }
  | { type: 'receipt_reversed'; payload: { receiptId: string } }
  | { type: 'over_claimed'; payload: { claimId: string; lineId: string; quantity: number } }
  | { type: 'over_confirmed' | 'over_refused'; payload: { claimId: string } }
  | { type: 'found'; payload: { lineId: string; quantity: number; side: 'sender' | 'receiver' } };

export interface ShipmentState {
  status: ShipmentStatus;
  version: number;
  lines: Record<string, ShipmentLineState>;
  receipts: Record<string, ReceiptLine[]>;
  claims: Record<string, OverClaim>;
}

const onTheWay = ['dispatched', 'partly_received', 'received'] as const;
const statusesBefore: Record<ShipmentEvent['type'], readonly (ShipmentStatus | 'none')[]> = {
  drafted: ['none'],
  amended: ['draft'],
  dispatched: ['draft'],
  cancelled: ['draft'],
  dispatch_reversed: ['dispatched'],
  received: ['dispatched', 'partly_received'],
  receipt_reversed: ['partly_received', 'received'],
  over_claimed: onTheWay,
  over_confirmed: onTheWay,
  over_refused: onTheWay,
  found: onTheWay,
};

/** The state after all events; throws where their order is impossible. */
export function foldShipment(events: readonly ShipmentEvent[]): ShipmentState {
  const state = events.reduce<ShipmentState | undefined>(applyShipment, undefined);
  if (!state) throw new Error('A shipment without events.');
  return state;
}

export function applyShipment(
  state: ShipmentState | undefined,
  event: ShipmentEvent,
): ShipmentState {
  const before = state?.status ?? 'none';
  if (!statusesBefore[event.type].includes(before)) {
    throw new Error(`A shipment that is ${before} cannot be ${event.type}.`);
  }
  const empty: ShipmentState = { status: 'draft', version: 0, lines: {}, receipts: {}, claims: {} };
  const next = { ...(state ?? empty), version: (state?.version ?? 0) + 1 };
  switch (event.type) {
    case 'drafted':
    case 'amended':
      return {
        ...next,
        lines: Object.fromEntries(
          event.payload.lines.map((line) => [line.lineId, { sent: line.quantity, found: 0 }]),
        ),
      };
    case 'dispatched':
      return { ...next, status: 'dispatched' };
    case 'dispatch_reversed':
      return { ...next, status: 'draft' };
    case 'cancelled':
      return { ...next, status: 'cancelled' };
    case 'received':
      return withStatus({
        ...next,
        receipts: { ...next.receipts, [event.payload.receiptId]: event.payload.lines },
      });
    case 'receipt_reversed': {
      const { [event.payload.receiptId]: gone, ...receipts } = next.receipts;
      if (!gone) throw new Error('A receipt that is not there cannot be reversed.');
      return withStatus({ ...next, receipts });
    }
    case 'over_claimed': {
      const { claimId, lineId, quantity } = event.payload;
      return {
        ...next,
        claims: { ...next.claims, [claimId]: { lineId, quantity, status: 'claimed' } },
      };
    }
    case 'over_confirmed':
    case 'over_refused':
      return decideClaim(next, event.payload.claimId, event.type === 'over_confirmed');
    case 'found': {
      const line = lineOf(next, event.payload.lineId);
      const found = line.found + event.payload.quantity;
      return withStatus({
        ...next,
        lines: { ...next.lines, [event.payload.lineId]: { ...line, found } },
      });
    }
  }
}

/** The figures of one line; sent = received + damaged + lost + found + outstanding. */
export function shipmentLineFigures(state: ShipmentState, lineId: string): ShipmentLineFigures {
  const receipts = Object.values(state.receipts)
    .flat()
    .filter((one) => one.lineId === lineId);
  const claims = Object.values(state.claims).filter((one) => one.lineId === lineId);
  return lineFigures(lineOf(state, lineId), receipts, claims);
}

/** One receiving: nothing beyond what is outstanding (more is a claim), a reason for what is missing. */
export function decideReceipt(
  state: ShipmentState,
  receiptId: string,
  lines: readonly ReceiptLine[],
): Result<ShipmentEvent> {
  if (!statusesBefore.received.includes(state.status))
    return refuse('record.status', { status: state.status });
  const counted = lines.filter((one) => one.received + one.damaged + one.lost !== 0);
  if (counted.length === 0) return refuse('form.nothing_entered');
  if (new Set(counted.map((one) => one.lineId)).size < counted.length)
    return refuse('form.invalid');
  for (const line of counted) {
    const error = receiptRefusal(state, line);
    if (error) return { ok: false, error };
  }
  return ok({ type: 'received', payload: { receiptId, lines: counted } });
}

/** Undoes one receiving, unless something it wrote off has turned up since. */
export function reverseReceipt(state: ShipmentState, receiptId: string): Result<ShipmentEvent> {
  const { [receiptId]: receipt, ...receipts } = state.receipts;
  if (!receipt) return refuse('access.not_found');
  for (const { lineId } of receipt) {
    const { lost, damaged, found } = shipmentLineFigures({ ...state, receipts }, lineId);
    if (lost + damaged < 0) return refuse('shipment.found_since', { found });
  }
  return ok({ type: 'receipt_reversed', payload: { receiptId } });
}

/** More came than was sent: nobody's balance until the sender confirms, which posts it as an extra dispatch. */
export function decideOverClaim(
  state: ShipmentState,
  claimId: string,
  lineId: string,
  quantity: number,
): Result<ShipmentEvent> {
  if (!statusesBefore.over_claimed.includes(state.status))
    return refuse('record.status', { status: state.status });
  if (!state.lines[lineId]) return refuse('access.not_found');
  const { outstanding } = shipmentLineFigures(state, lineId);
  if (outstanding > 0) return refuse('shipment.receive_first', { left: outstanding });
  return ok({ type: 'over_claimed', payload: { claimId, lineId, quantity } });
}

export function decideOverAnswer(
  state: ShipmentState,
  claimId: string,
  confirmed: boolean,
): Result<ShipmentEvent> {
  const claim = state.claims[claimId];
  if (!claim) return refuse('access.not_found');
  if (claim.status !== 'claimed') return refuse('record.status', { status: claim.status });
  return ok({ type: confirmed ? 'over_confirmed' : 'over_refused', payload: { claimId } });
}

/** Goods written off as damaged or missing turn up, with the sender or with the receiver. */
export function decideFindAgain(
  state: ShipmentState,
  lineId: string,
  quantity: number,
  side: 'sender' | 'receiver',
): Result<ShipmentEvent> {
  if (!state.lines[lineId]) return refuse('access.not_found');
  const { lost, damaged } = shipmentLineFigures(state, lineId);
  if (quantity > lost + damaged) return refuse('shipment.more_than_lost', { left: lost + damaged });
  return ok({ type: 'found', payload: { lineId, quantity, side } });
}

/** Who sends cannot receive: users for policy's `doneBy`, which compares them whatever hats they wear. */
export function sendersOf(shipment: {
  createdByUserId: string;
  dispatchedByUserId?: string | null | undefined;
}): string[] {
  return shipment.dispatchedByUserId ? [shipment.dispatchedByUserId] : [shipment.createdByUserId];
}

function receiptRefusal(state: ShipmentState, line: ReceiptLine): DomainError | undefined {
  const { lineId, received, damaged, lost, reason } = line;
  const field = `lines.${lineId}`;
  if (!state.lines[lineId]) return domainError('access.not_found', undefined, field);
  if ([received, damaged, lost].some((one) => !Number.isInteger(one) || one < 0)) {
    return domainError('quantity.not_whole', { factor: 1 }, field);
  }
  const { outstanding } = shipmentLineFigures(state, lineId);
  if (received + damaged + lost > outstanding) {
    return domainError('shipment.more_than_sent', { left: outstanding }, field);
  }
  if (lost > 0 && !reason) return domainError('shipment.reason_missing', undefined, field);
  return undefined;
}

function decideClaim(state: ShipmentState, claimId: string, confirmed: boolean): ShipmentState {
  const claim = state.claims[claimId];
  if (claim?.status !== 'claimed') throw new Error('A claim that is not open.');
  const claims = {
    ...state.claims,
    [claimId]: { ...claim, status: confirmed ? ('confirmed' as const) : ('refused' as const) },
  };
  return withStatus({ ...state, claims });
}

/** On the way, the status follows from the figures, so that reversals and extra dispatches step it back. */
function withStatus(state: ShipmentState): ShipmentState {
  const figures = Object.keys(state.lines).map((lineId) => shipmentLineFigures(state, lineId));
  if (figures.every((one) => one.outstanding === 0)) return { ...state, status: 'received' };
  const begun = Object.keys(state.receipts).length > 0;
  return { ...state, status: begun ? 'partly_received' : 'dispatched' };
}

function lineOf(state: ShipmentState, lineId: string): ShipmentLineState {
  const line = state.lines[lineId];
  if (!line) throw new Error('A shipment line that is not there.');
  return line;
}
