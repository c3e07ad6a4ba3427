import { domainError } from './result';
import type { DomainError } from './error';

export interface InvitationTimes {
  expiresAt: Date;
  acceptedAt: Date | null;
  withdrawnAt: Date | null;
}

/** Why an invitation can no longer be accepted or withdrawn, or undefined. */
export function invitationRefusal(times: InvitationTimes, now: Date): DomainError | undefined {
  if (times.acceptedAt) return domainError('invitation.used');
  if (times.withdrawnAt) return domainError('invitation.withdrawn');
  return times.expiresAt <= now ? domainError('invitation.expired') : undefined;
}
