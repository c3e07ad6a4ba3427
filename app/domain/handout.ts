import type { DomainError } from './error';
import { domainError } from './result';

export const handoutStatuses = ['open', 'closed'] as const;
export type HandoutStatus = (typeof handoutStatuses)[number];

export type EntitledLine = { lineId: string; requestLineId: string; entitled: number };

export type HandoutEvent =
  | { type: 'opened' | 'amended'; payload: { lines: EntitledLine[] } }
  | { type: 'closed'; payload: Record<string, never> };

export interface HandoutState {
  status: HandoutStatus;
  version: number;
  lines: Record<string, EntitledLine>;
}

const statusesBefore: Record<HandoutEvent['type'], readonly (HandoutStatus | 'none')[]> = {
  opened: ['none'],
  amended: ['open'],
  closed: ['open'],
};

/** The state after all events; throws where their order is impossible. */
export function foldHandout(events: readonly HandoutEvent[]): HandoutState {
  const state = events.reduce<HandoutState | undefined>(applyHandout, undefined);
  if (!state) throw new Error('A hand-out without events.');
  return state;
}

export function applyHandout(state: HandoutState | undefined, event: HandoutEvent): HandoutState {
  const before = state?.status ?? 'none';
  if (!statusesBefore[event.type].includes(before)) {
    throw new Error(`A hand-out that is ${before} cannot be ${event.type}.`);
  }
  const version = (state?.version ?? 0) + 1;
  if (event.type === 'closed') return { status: 'closed', version, lines: state?.lines ?? {} };
  const lines = Object.fromEntries(event.payload.lines.map((line) => [line.lineId, line]));
  return { status: 'open', version, lines };
}

/** Unreversed hand-outs, in smallest units, and the bounds that they must keep. */
export interface Entitlement {
  /** Due to this person or household by this list. */
  entitled: number;
  /** Handed out on this line already. */
  handedOutOnLine: number;
  /** Approved on the request line. */
  approved: number;
  /** Handed out from the request line on all lists together. */
  handedOutOnRequestLine: number;
}

/** Smallest units that may still be handed out on the line. */
export function entitlementLeft(entitlement: Entitlement): number {
  const { entitled, handedOutOnLine, approved, handedOutOnRequestLine } = entitlement;
  return Math.max(0, Math.min(entitled - handedOutOnLine, approved - handedOutOnRequestLine));
}

/** Neither the line's due nor, over all lists, what the request line was approved for may be exceeded. */
export function entitlementRefusal(
  entitlement: Entitlement,
  quantity: number,
): DomainError | undefined {
  const onLine = entitlement.entitled - entitlement.handedOutOnLine;
  if (quantity > onLine)
    return domainError('handout.more_than_entitled', { left: Math.max(0, onLine) });
  const onRequest = entitlement.approved - entitlement.handedOutOnRequestLine;
  if (quantity > onRequest)
    return domainError('handout.more_than_request', { left: Math.max(0, onRequest) });
  return undefined;
}
