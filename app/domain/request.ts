import type { DomainError } from './error';
import { domainError, ok, refuse, type Result } from './result';

export const requestStatuses = [
  'draft',
  'submitted',
  'returned',
  'approved',
  'withdrawn',
  'closed',
] as const;
export type RequestStatus = (typeof requestStatuses)[number];

/** From least to most pressing. */
export const urgencies = ['normal', 'urgent', 'critical'] as const;
export type Urgency = (typeof urgencies)[number];

/** Why a bureau approves less than was asked; what else there is to say stands in its note. */
export const cutReasons = [
  'above_head_count',
  'already_supplied',
  'supply_short',
  'not_covered',
  'other',
] as const;
export type CutReason = (typeof cutReasons)[number];

export type RequestedLine = { lineId: string; quantity: number };
export type ApprovedLine = { lineId: string; approved: number; cutReason: CutReason | null };

export type RequestEvent =
  | { type: 'drafted' | 'amended'; payload: { lines: RequestedLine[] } }
  | { type: 'submitted' | 'withdrawn'; payload: Record<string, never> }
  | { type: 'approved'; payload: { lines: ApprovedLine[] } }
  | { type: 'returned' | 'closed'; payload: { reasonGiven: boolean } };

export interface RequestLineState {
  quantity: number;
  /** Set at approval; less than `quantity` where the bureau cut it. */
  approved: number | undefined;
}
export interface RequestState {
  status: RequestStatus;
  version: number;
  lines: Record<string, RequestLineState>;
}

const statusesBefore: Record<RequestEvent['type'], readonly (RequestStatus | 'none')[]> = {
  drafted: ['none'],
  amended: ['draft', 'returned'],
  submitted: ['draft', 'returned'],
  returned: ['submitted'],
  approved: ['submitted'],
  withdrawn: ['draft', 'submitted', 'returned'],
  closed: ['approved'],
};

/** The state after all events; throws where their order is impossible. */
export function foldRequest(events: readonly RequestEvent[]): RequestState {
  const state = events.reduce<RequestState | undefined>(applyRequest, undefined);
  if (!state) throw new Error('A request without events.');
  return state;
}

export function applyRequest(state: RequestState | undefined, event: RequestEvent): RequestState {
  const before = state?.status ?? 'none';
  if (!statusesBefore[event.type].includes(before)) {
    throw new Error(`A request that is ${before} cannot be ${event.type}.`);
  }
  const version = (state?.version ?? 0) + 1;
  const lines = state?.lines ?? {};
  switch (event.type) {
    case 'drafted':
      return { status: 'draft', version, lines: asked(event.payload.lines) };
    case 'amended':
      return { status: state?.status ?? 'draft', version, lines: asked(event.payload.lines) };
    case 'approved':
      return { status: 'approved', version, lines: approvedLines(lines, event.payload.lines) };
    case 'submitted':
    case 'returned':
    case 'withdrawn':
    case 'closed':
      return { status: event.type, version, lines };
  }
}

/** Approves every line as asked or cut; each cut has its reason. Cutting everything is returning it. */
export function decideApproval(
  state: RequestState,
  lines: readonly ApprovedLine[],
): Result<Extract<RequestEvent, { type: 'approved' }>> {
  if (state.status !== 'submitted') return refuse('record.status', { status: state.status });
  const given = new Map(lines.map((line) => [line.lineId, line]));
  if (given.size < lines.length || lines.some((line) => !state.lines[line.lineId])) {
    return refuse('form.invalid');
  }
  const decided = Object.entries(state.lines).map(
    ([lineId, { quantity }]): ApprovedLine =>
      given.get(lineId) ?? { lineId, approved: quantity, cutReason: null },
  );
  for (const line of decided) {
    const error = cutRefusal(line, state.lines[line.lineId]?.quantity ?? 0);
    if (error) return { ok: false, error };
  }
  if (decided.every((line) => line.approved === 0)) return refuse('request.nothing_approved');
  return ok({ type: 'approved', payload: { lines: decided } });
}

/**
 * Where the goods allocated to one request line are, in smallest units: read from the ledger's lines, never stored.
 * What was released, lost or held back is in none of them, so that the need is open once more.
 */
export interface LineWhereabouts {
  /** On pledges not yet in. */
  promised: number;
  /** Reserved anywhere but at the programme's centre. */
  held: number;
  onTheRoad: number;
  /** Reserved at the programme's centre. */
  atCentre: number;
  /** To households, or used by the programme. */
  handedOut: number;
}
export const nowhere: LineWhereabouts = {
  promised: 0,
  held: 0,
  onTheRoad: 0,
  atCentre: 0,
  handedOut: 0,
};

export interface RequestLineFigures extends LineWhereabouts {
  requested: number;
  cut: number;
  approved: number;
  allocated: number;
  /** Approved and not yet allocated; 0 once the request is closed. */
  remainder: number;
}

/** requested = cut + approved, and approved = allocated + remainder while the request is open. */
export function requestLineFigures(
  line: RequestLineState,
  status: RequestStatus,
  where: LineWhereabouts,
): RequestLineFigures {
  const approved = line.approved ?? 0;
  const { promised, held, onTheRoad, atCentre, handedOut } = where;
  const allocated = promised + held + onTheRoad + atCentre + handedOut;
  const remainder = status === 'approved' ? Math.max(0, approved - allocated) : 0;
  const cut = line.approved === undefined ? 0 : line.quantity - approved;
  return { requested: line.quantity, cut, approved, allocated, remainder, ...where };
}

/** Why this much cannot be allocated to the line, or undefined. */
export function overAllocationRefusal(
  remainder: number,
  quantity: number,
): DomainError | undefined {
  return quantity > remainder
    ? domainError('allocation.more_than_remainder', { left: remainder })
    : undefined;
}

function cutRefusal(line: ApprovedLine, quantity: number): DomainError | undefined {
  const field = `lines.${line.lineId}`;
  if (!Number.isInteger(line.approved) || line.approved < 0)
    return domainError('quantity.not_whole', { factor: 1 }, field);
  if (line.approved > quantity)
    return domainError('request.more_than_asked', { asked: quantity }, field);
  if (line.approved < quantity && !line.cutReason)
    return domainError('request.cut_reason_missing', undefined, field);
  return undefined;
}

function asked(lines: readonly RequestedLine[]): RequestState['lines'] {
  return Object.fromEntries(
    lines.map(({ lineId, quantity }) => [lineId, { quantity, approved: undefined }]),
  );
}

function approvedLines(
  lines: RequestState['lines'],
  decided: readonly ApprovedLine[],
): RequestState['lines'] {
  const next = { ...lines };
  for (const { lineId, approved } of decided) {
    const line = next[lineId];
    if (!line) throw new Error('A request line that is not there.');
    next[lineId] = { ...line, approved };
  }
  return next;
}
