import type { CalendarDay } from '../calendar';
import {
  fefoOrder,
  isInParcel,
  takeable,
  unusableReason,
  type PickRules,
  type StockCandidate,
  type UnusableReason,
} from '../fefo';
import { urgencies, type Urgency } from '../request';
import {
  purposeToRead,
  restrictionRefusal,
  type Restriction,
  type RestrictedUse,
} from '../restriction';
import { expiresSoon } from '../shelf-life';
import { isOneLarger, type SizeScheme } from '../size';

export const allocationStatuses = ['active', 'released'] as const;
export type AllocationStatus = (typeof allocationStatuses)[number];

/** The open remainder of one request line. */
export interface Need {
  requestLineId: string;
  itemId: string;
  size: string;
  sizeScheme: SizeScheme;
  /** The request says that one size larger serves too. */
  largerSizeServes: boolean;
  /** Smallest units. */
  remainder: number;
  urgency: Urgency;
  needBy: CalendarDay;
  use: RestrictedUse;
}

export interface AllocationCandidate extends StockCandidate {
  itemId: string;
  size: string;
  restriction: Restriction;
}

export type SkipReason =
  UnusableReason | 'wrong_size' | 'restricted_division' | 'restricted_group' | 'restricted_purpose';
export type ProposalFlag = 'expires_soon' | 'larger_size' | 'purpose_to_read' | 'opens_parcel';

interface GoodsKey {
  requestLineId: string;
  lotId: string;
  /** The nil UUID for loose goods. */
  parcelId: string;
  placeId: string;
}
export interface Proposal extends GoodsKey {
  quantity: number;
  flags: ProposalFlag[];
}
export interface Skipped extends GoodsKey {
  reason: SkipReason;
}
export interface Suggestion {
  proposals: Proposal[];
  skipped: Skipped[];
  /** What no stock was found for, by request line. */
  unmet: { requestLineId: string; quantity: number }[];
}

/** Most urgent first, then the earliest need-by, then the earlier request (ids rise with time). */
export function needOrder(a: Need, b: Need): number {
  return (
    urgencies.indexOf(b.urgency) - urgencies.indexOf(a.urgency) ||
    compareText(a.needBy, b.needBy) ||
    compareText(a.requestLineId, b.requestLineId)
  );
}

/**
 * A proposal for a person to decide on: needs by urgency then need-by, stock by FEFO.  Nothing is proposed beyond what is free, whole packs stay whole, and for
 * every need each lot of its item that was passed over is named with the reason.
 */
export function suggestAllocation(
  needs: readonly Need[],
  stock: readonly AllocationCandidate[],
  rules: PickRules,
): Suggestion {
  const suggestion: Suggestion = { proposals: [], skipped: [], unmet: [] };
  const byItem = groupByItem([...stock].sort(fefoOrder));
  const free = new Map(stock.map((candidate) => [candidate, candidate.free]));
  for (const need of [...needs].sort(needOrder)) {
    const left = serveNeed(need, byItem.get(need.itemId) ?? [], free, rules, suggestion);
    if (left > 0) suggestion.unmet.push({ requestLineId: need.requestLineId, quantity: left });
  }
  return suggestion;
}

function serveNeed(
  need: Need,
  candidates: readonly AllocationCandidate[],
  free: Map<AllocationCandidate, number>,
  rules: PickRules,
  suggestion: Suggestion,
): number {
  let left = need.remainder;
  const exactFirst = [
    ...candidates.filter((one) => one.size === need.size),
    ...candidates.filter((one) => one.size !== need.size),
  ];
  for (const candidate of exactFirst) {
    const { lotId, parcelId, placeId } = candidate;
    const key = { requestLineId: need.requestLineId, lotId, parcelId, placeId };
    const there = free.get(candidate) ?? 0;
    const reason = skipReason(need, { ...candidate, free: there }, rules.today);
    const quantity = reason ? 0 : takeable(candidate, there, left);
    if (quantity > 0) {
      free.set(candidate, there - quantity);
      left -= quantity;
      suggestion.proposals.push({
        ...key,
        quantity,
        flags: flagsOf(need, candidate, quantity, rules),
      });
    } else if (reason || left > 0) {
      suggestion.skipped.push({ ...key, reason: reason ?? 'pack_too_large' });
    }
  }
  return left;
}

/** Why these goods may not serve the need, or undefined; also what a reservation by hand is checked with. */
export function skipReason(
  need: Pick<Need, 'size' | 'sizeScheme' | 'largerSizeServes' | 'use'>,
  candidate: AllocationCandidate,
  today: CalendarDay,
): SkipReason | undefined {
  const larger = need.largerSizeServes && isOneLarger(need.sizeScheme, need.size, candidate.size);
  if (candidate.size !== need.size && !larger) return 'wrong_size';
  switch (restrictionRefusal(candidate.restriction, need.use)?.code) {
    case 'restriction.division':
      return 'restricted_division';
    case 'restriction.group':
      return 'restricted_group';
    case 'restriction.purpose':
      return 'restricted_purpose';
    default:
      return unusableReason(candidate, today);
  }
}

function groupByItem(stock: readonly AllocationCandidate[]): Map<string, AllocationCandidate[]> {
  const groups = new Map<string, AllocationCandidate[]>();
  for (const candidate of stock) {
    const group = groups.get(candidate.itemId);
    if (group) group.push(candidate);
    else groups.set(candidate.itemId, [candidate]);
  }
  return groups;
}

function flagsOf(
  need: Need,
  candidate: AllocationCandidate,
  quantity: number,
  rules: PickRules,
): ProposalFlag[] {
  const flags: [ProposalFlag, boolean][] = [
    ['expires_soon', expiresSoon(candidate, rules.today, rules.soonDays)],
    ['larger_size', candidate.size !== need.size],
    ['purpose_to_read', purposeToRead(candidate.restriction, need.use)],
    ['opens_parcel', isInParcel(candidate) && quantity < candidate.free],
  ];
  return flags.filter(([, holds]) => holds).map(([flag]) => flag);
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
