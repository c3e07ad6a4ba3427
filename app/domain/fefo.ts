import type { CalendarDay } from './calendar';
import { LOOSE, OPENED } from './ledger';
import { expiresSoon, isExpired, type ShelfLife } from './shelf-life';

/** Goods lying somewhere: one lot, loose (`LOOSE`, `OPENED`) or in one parcel. */
export interface StockCandidate extends ShelfLife {
  lotId: string;
  parcelId: string;
  placeId: string;
  /** Smallest units that nobody holds. */
  free: number;
  quarantined: boolean;
  /** Smallest units a pack, where packs stay whole. */
  packSize?: number | undefined;
}

export interface PickRules {
  /** The day in Shanghai. */
  today: CalendarDay;
  /** Goods with no more days left than this are flagged; a parameter. */
  soonDays: number;
}

export type UnusableReason = 'quarantined' | 'expired' | 'no_free_stock' | 'pack_too_large';

export interface Picked {
  lotId: string;
  parcelId: string;
  placeId: string;
  quantity: number;
  expiresSoon: boolean;
}
export interface PickSkipped {
  lotId: string;
  parcelId: string;
  placeId: string;
  reason: UnusableReason;
}

/** First expired, first out; goods without a date last; then older production; then the older lot (ids rise with time). */
export function fefoOrder(a: StockCandidate, b: StockCandidate): number {
  return (
    compareText(a.bestBefore ?? '9999', b.bestBefore ?? '9999') ||
    compareText(a.producedOn ?? '9999', b.producedOn ?? '9999') ||
    compareText(a.lotId, b.lotId) ||
    compareText(a.parcelId, b.parcelId)
  );
}

export function unusableReason(
  candidate: StockCandidate,
  today: CalendarDay,
): UnusableReason | undefined {
  if (candidate.quarantined) return 'quarantined';
  if (isExpired(candidate, today)) return 'expired';
  return candidate.free > 0 ? undefined : 'no_free_stock';
}

export function isInParcel({ parcelId }: { parcelId: string }): boolean {
  return parcelId !== LOOSE && parcelId !== OPENED;
}

/** Smallest units that must stay together: the pack, until it is opened. */
export function wholeOf(candidate: Pick<StockCandidate, 'parcelId' | 'packSize'>): number {
  return candidate.parcelId === OPENED ? 1 : (candidate.packSize ?? 1);
}

/** The most that can be taken towards `wanted`: whole packs where goods come in packs. */
export function takeable(candidate: StockCandidate, free: number, wanted: number): number {
  const quantity = Math.min(free, wanted);
  return quantity - (quantity % wholeOf(candidate));
}

/** Takes `wanted` in FEFO order, and names what it passed over and why. `short` is what could not be found. */
export function pickFefo(
  candidates: readonly StockCandidate[],
  wanted: number,
  rules: PickRules,
): { picks: Picked[]; skipped: PickSkipped[]; short: number } {
  const picks: Picked[] = [];
  const skipped: PickSkipped[] = [];
  let short = wanted;
  for (const candidate of [...candidates].sort(fefoOrder)) {
    const { lotId, parcelId, placeId } = candidate;
    const unusable = unusableReason(candidate, rules.today);
    const quantity = unusable ? 0 : takeable(candidate, candidate.free, short);
    if (quantity > 0) {
      const soon = expiresSoon(candidate, rules.today, rules.soonDays);
      picks.push({ lotId, parcelId, placeId, quantity, expiresSoon: soon });
      short -= quantity;
    } else if (unusable || short > 0) {
      skipped.push({ lotId, parcelId, placeId, reason: unusable ?? 'pack_too_large' });
    }
  }
  return { picks, skipped, short };
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
