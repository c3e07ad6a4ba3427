import type { DonationEvent, DonationState } from './donation';
import type { DomainError } from './error';
import { domainError, ok, refuse, type Result } from './result';

/** Why more of a line, or of a whole donation, is expected after all. */
export const reopenReasons = ['donor_delivers_after_all', 'closed_wrongly', 'other'] as const;
export type ReopenReason = (typeof reopenReasons)[number];

/**
 * More of a line that a count closed short is to come, and nothing has come yet. The count stands. Promises that lapsed
 * are not restored: the desk decides anew.
 */
export function decideLineReopening(
  state: DonationState,
  lineId: string,
  reason: ReopenReason,
): Result<DonationEvent> {
  const line = state.lines[lineId];
  if (!line) return refuse('access.not_found');
  if (state.status !== 'accepted') return refuse('record.status', { status: state.status });
  if (!line.closed) return refuse('donation.line_open');
  return ok({ type: 'line_reopened', payload: { lineId, reason } });
}

/** What is asked of a closed donation before more of it is expected. */
export interface ReopeningGround {
  /** Smallest units of its lines, all together, that neither came nor were declined. */
  missing: number;
  placeEnded: boolean;
  donorEnded: boolean;
}

/**
 * Why more of a closed donation cannot be expected, whoever asks. A campaign that has closed is not in the way: what is in
 * it goes its way to the end, and counting does not ask for it.
 */
export function reopeningRefusal(ground: ReopeningGround): DomainError | undefined {
  if (ground.placeEnded) return domainError('donation.place_ended_since');
  if (ground.donorEnded) return domainError('donation.donor_ended_since');
  return ground.missing > 0 ? undefined : domainError('donation.nothing_missing');
}

/**
 * The donation is accepted again, and what its closing ended is to come. Lines that a count closed stay closed, each to be
 * opened by itself; promises that lapsed are not restored.
 */
export function decideReopening(
  state: DonationState,
  reason: ReopenReason,
  ground: ReopeningGround,
): Result<DonationEvent> {
  if (state.status !== 'closed') return refuse('record.status', { status: state.status });
  const error = reopeningRefusal(ground);
  return error ? { ok: false, error } : ok({ type: 'reopened', payload: { reason } });
}
