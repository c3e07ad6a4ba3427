import type { DomainError } from './error';
import { domainError } from './result';

export interface ResetTimes {
  expiresAt: Date;
  usedAt: Date | null;
  withdrawnAt: Date | null;
}

/** A day: the administrator hands the link over himself. */
export const RESET_LIFE_MS = 24 * 3_600_000;

/** Why a link that sets a new password no longer opens, or undefined. */
export function resetRefusal(times: ResetTimes, now: Date): DomainError | undefined {
  if (times.usedAt) return domainError('password_reset.used');
  if (times.withdrawnAt) return domainError('password_reset.withdrawn');
  return times.expiresAt <= now ? domainError('password_reset.expired') : undefined;
}
