import {
  skipReason,
  suggestAllocation,
  type AllocationCandidate,
  type Need,
  type Proposal,
  type SkipReason,
} from './allocation/suggestion';
import { fefoOrder, takeable, type PickRules } from './fefo';
import { LOOSE } from './ledger';
import type { ProgrammeGroup } from './organisation';
import { isOneLarger, type SizeScheme } from './size';
import type { Urgency } from './request';

/** Goods as a query gives them. */
export interface FoundGoods {
  itemId: string;
  size: string;
  producedOn: string | null;
  bestBefore: string | null;
  restrictedDivisionCode: string | null;
  restrictedGroup: ProgrammeGroup | null;
  purpose: string | null;
  placeId: string;
  /** Smallest units. */
  free: number;
  kind?: string;
  lotId?: string;
  parcelId?: string;
  packSize?: number | null;
}

export interface FoundNeed {
  requestLineId: string;
  itemId: string;
  size: string;
  sizeScheme: SizeScheme;
  largerSizeServes: boolean;
  remainder: number;
  urgency: Urgency;
  needBy: string;
  divisionCode: string;
  group: ProgrammeGroup;
}

export function toNeed(found: FoundNeed): Need {
  const { divisionCode, group, ...need } = found;
  return { ...need, use: { divisionCode, group } };
}

/** A pledge not yet in has no lot. */
export function toCandidate(goods: FoundGoods): AllocationCandidate {
  return {
    lotId: goods.lotId ?? '',
    parcelId: goods.parcelId ?? LOOSE,
    placeId: goods.placeId,
    itemId: goods.itemId,
    size: goods.size,
    free: goods.free,
    quarantined: goods.kind === 'quarantine',
    producedOn: goods.producedOn ?? undefined,
    bestBefore: goods.bestBefore ?? undefined,
    packSize: goods.packSize ?? undefined,
    restriction: {
      divisionCode: goods.restrictedDivisionCode ?? undefined,
      group: goods.restrictedGroup ?? undefined,
      purpose: goods.purpose ?? undefined,
    },
  };
}

/** What of the goods may serve the need at all, whoever else needs them; smallest units. */
export function usableFor(
  need: Need,
  candidates: readonly AllocationCandidate[],
  today: string,
): number {
  return candidates
    .filter((one) => one.itemId === need.itemId && !skipReason(need, one, today))
    .reduce((sum, one) => sum + one.free, 0);
}

export interface NeedSuggestion {
  proposals: Proposal[];
  skipped: { lotId: string; parcelId: string; placeId: string; reason: SkipReason }[];
  /** What more pressing needs are to get of the same goods. */
  leftToOthers: number;
}

/**
 * The suggestion for one need after all more pressing ones have had theirs. They are served first and only their
 * goods are taken away: naming what each of them skipped would be thousands of lines that nobody reads.
 */
export function suggestForNeed(
  need: Need,
  morePressing: readonly Need[],
  candidates: readonly AllocationCandidate[],
  rules: PickRules,
): NeedSuggestion {
  const keyOf = (one: {
    lotId: string;
    parcelId: string;
    placeId: string;
    quarantined?: boolean;
  }) => `${one.lotId} ${one.parcelId} ${one.placeId} ${one.quarantined ?? false}`;
  const left = new Map(candidates.map((one) => [keyOf(one), { ...one }]));
  const sorted = [...left.values()].sort(fefoOrder);
  const fits = sizeFits();
  for (const other of morePressing) {
    const able = enoughFor(other, sorted, fits, rules);
    for (const taken of suggestAllocation([other], able, rules).proposals) {
      const goods = left.get(keyOf(taken));
      if (goods) goods.free -= taken.quantity;
    }
  }
  const taken = (list: Iterable<AllocationCandidate>) =>
    [...list].reduce((sum, one) => sum + one.free, 0);
  const { proposals, skipped } = suggestAllocation([need], [...left.values()], rules);
  return { proposals, skipped, leftToOthers: taken(candidates) - taken(left.values()) };
}

/** The first goods in FEFO order, the exact size before a larger one, that together meet a need: no others are looked at. */
function enoughFor(
  need: Need,
  sorted: readonly AllocationCandidate[],
  fits: (need: Need, size: string) => boolean,
  rules: PickRules,
): AllocationCandidate[] {
  const enough: AllocationCandidate[] = [];
  let wanted = need.remainder;
  for (const exact of [true, false]) {
    if (!exact && !need.largerSizeServes) break;
    for (const one of sorted) {
      if (wanted <= 0) return enough;
      if (one.free === 0 || (one.size === need.size) !== exact || !fits(need, one.size)) continue;
      if (skipReason(need, one, rules.today)) continue;
      enough.push(one);
      wanted -= takeable(one, one.free, wanted);
    }
  }
  return enough;
}

/** Whether a size may serve, remembered: thousands of needs ask the same few questions. */
function sizeFits(): (need: Need, size: string) => boolean {
  const known = new Map<string, boolean>();
  return (need, size) => {
    if (size === need.size) return true;
    const key = `${need.sizeScheme} ${need.size} ${size}`;
    const answer = known.get(key) ?? isOneLarger(need.sizeScheme, need.size, size);
    known.set(key, answer);
    return answer;
  };
}
