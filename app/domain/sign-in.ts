/** Guessing waits: so many wrong passwords within the window, on one account or from one address. */
export const WINDOW_MS = 15 * 60_000;
export const MAX_ON_ACCOUNT = 10;
/** Higher, because a whole office may come from one address. */
export const MAX_FROM_ADDRESS = 50;

/**
 * Milliseconds until one more attempt is let through; 0 when it is now.
 * @param attempts times of the earlier attempts, oldest first.
 */
export function waitMs(attempts: readonly Date[], max: number, now: Date): number {
  const oldestThatCounts = attempts[attempts.length - max];
  if (!oldestThatCounts) return 0;
  return Math.max(0, oldestThatCounts.getTime() + WINDOW_MS - now.getTime());
}
