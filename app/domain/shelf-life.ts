import { addMonths, daysBetween, type CalendarDay } from './calendar';
import type { DomainError } from './error';
import { domainError } from './result';

export interface ShelfLife {
  producedOn?: CalendarDay | undefined;
  bestBefore?: CalendarDay | undefined;
}

/** Months; each an effective-dated parameter, never a constant of the product. */
export interface QualityGate {
  /** Life that goods must still have on arrival. */
  minMonths: number;
  /** Goods whose whole life is no longer than this fall under the shorter demand. */
  shortLifeMonths: number;
  shortLifeMinMonths: number;
}

/** Days left on `on`: 0 on the best-before day itself, negative once expired, undefined without a date. */
export function daysLeft(life: ShelfLife, on: CalendarDay): number | undefined {
  return life.bestBefore === undefined ? undefined : daysBetween(on, life.bestBefore);
}

/** Goods may be given out on the best-before day and not after it. */
export function isExpired(life: ShelfLife, on: CalendarDay): boolean {
  return life.bestBefore !== undefined && life.bestBefore < on;
}

/** Within `soonDays` of the best-before day: flagged to whoever picks, not refused. */
export function expiresSoon(life: ShelfLife, on: CalendarDay, soonDays: number): boolean {
  const left = daysLeft(life, on);
  return left !== undefined && left >= 0 && left <= soonDays;
}

/**
 * Whether goods arriving on `on` have enough life left. Goods without a date pass. An unknown
 * production day leaves the whole life unknown, so the longer demand holds.
 * Source: rules.md, "Quality gate" (Deyang Red Cross: 6 months, or 3 when the whole life is at most 6).
 */
export function qualityGateRefusal(
  life: ShelfLife,
  on: CalendarDay,
  gate: QualityGate,
): DomainError | undefined {
  const { producedOn, bestBefore } = life;
  if (bestBefore === undefined) return undefined;
  const shortLived =
    producedOn !== undefined && bestBefore <= addMonths(producedOn, gate.shortLifeMonths);
  const months = shortLived ? gate.shortLifeMinMonths : gate.minMonths;
  if (bestBefore >= addMonths(on, months)) return undefined;
  return domainError(
    'quality.too_little_life',
    { months, daysLeft: daysBetween(on, bestBefore) },
    'bestBefore',
  );
}
