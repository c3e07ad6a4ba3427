import type { DonationEvent, DonationState } from './donation';
import { ok, refuse, type Result } from './result';

/** Why more of a line is expected after all. */
export const reopenReasons = ['donor_delivers_after_all', 'closed_wrongly', 'other'] as const;
export type ReopenReason = (typeof reopenReasons)[number];

/**
 * More of a line that a count closed short is to come, and nothing has come yet. The count stands. Promises that lapsed
 * are not restored: the desk decides anew.
 */
export function decideReopening(
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
