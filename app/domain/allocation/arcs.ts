import { addDays, type CalendarDay } from '../calendar';
import { isExpired } from '../shelf-life';
import { isOneLarger } from '../size';
import type { ArcRefusal, PlanNeed, PlanProblem, PlanRules, PlanSupply } from './problem';
import { roadKm, spotOf, type Spot } from './road';
import { skipReason, type AllocationCandidate } from './suggestion';

/** A supply with what every question about it needs, worked out once. */
interface Offer {
  supply: PlanSupply;
  candidate: AllocationCandidate;
  spot: Spot | undefined;
  /** By days on the road: the day until which goods must keep. */
  keepUntil: Map<number, CalendarDay>;
}
/** A need as `skipReason` is asked about it, by the size that is offered. */
interface Asking {
  need: PlanNeed;
  spot: Spot | undefined;
  exact: SizeFit;
  others: Map<string, SizeFit>;
}
/** `view` is undefined where the size does not fit. */
interface SizeFit {
  larger: boolean;
  view: PlanNeed | undefined;
}

/** Every rule about pairs of a problem's needs and supplies, named by their place in the lists. */
export interface ArcJudge {
  /** Why these goods may not go to this need, or undefined. Of another item is not asked. */
  refusal(needAt: number, supplyAt: number): ArcRefusal | undefined;
  /** Road kilometres; undefined where a place has no point. */
  km(needAt: number, supplyAt: number): number | undefined;
  /** One size larger than wanted, where the request allows it. */
  isLarger(needAt: number, supplyAt: number): boolean;
}

export function arcJudge({ supplies, needs, rules }: PlanProblem): ArcJudge {
  const offers = supplies.map(toOffer);
  const askings = needs.map(toAsking);
  const closed = pairSets(rules.closedRoads, (road) => [road.toPlaceId, road.fromPlaceId]);
  const taken = pairSets([...rules.forbidden, ...rules.pinned], (pair) => [
    pair.needId,
    pair.supplyId,
  ]);
  const asking = (at: number) => there(askings[at]);
  const offer = (at: number) => there(offers[at]);
  return {
    refusal: (needAt, supplyAt) => {
      const who = asking(needAt);
      const what = offer(supplyAt);
      const { view } = sizeFit(who, what.supply.size);
      if (!view) return 'wrong_size';
      const goods = goodsRefusal(view, who.spot, what, rules);
      if (goods) return goods;
      const { id, placeId, capacityLeftMl } = who.need;
      if (closed.get(placeId)?.has(what.supply.placeId)) return 'closed_road';
      if (capacityLeftMl !== undefined && capacityLeftMl <= 0) return 'centre_full';
      return taken.get(id)?.has(what.supply.id) ? 'forbidden_pair' : undefined;
    },
    km: (needAt, supplyAt) => roadKm(offer(supplyAt).spot, asking(needAt).spot, rules),
    isLarger: (needAt, supplyAt) => sizeFit(asking(needAt), offer(supplyAt).supply.size).larger,
  };
}

function there<T>(one: T | undefined): T {
  if (one === undefined) throw new Error('no such need or supply in the problem');
  return one;
}

function pairSets<T>(
  pairs: readonly T[],
  of: (pair: T) => [string, string],
): Map<string, Set<string>> {
  const sets = new Map<string, Set<string>>();
  for (const pair of pairs) {
    const [first, second] = of(pair);
    sets.set(first, (sets.get(first) ?? new Set()).add(second));
  }
  return sets;
}

/** The suggestion's own rules, asked for the last day the goods must be good on. */
function goodsRefusal(
  view: PlanNeed,
  spot: Spot | undefined,
  offer: Offer,
  rules: PlanRules,
): ArcRefusal | undefined {
  const { bestBefore } = offer.supply;
  if (bestBefore === undefined) return skipReason(view, offer.candidate, rules.today);
  const days = Math.ceil((roadKm(offer.spot, spot, rules) ?? rules.unknownKm) / rules.kmPerDay);
  let until = offer.keepUntil.get(days);
  if (until === undefined) {
    until = addDays(arrival(offer.supply, days, rules), rules.minLifeDays);
    offer.keepUntil.set(days, until);
  }
  const reason = skipReason(view, offer.candidate, until);
  if (reason !== 'expired') return reason;
  return isExpired({ bestBefore }, arrival(offer.supply, days, rules)) ? reason : 'too_little_life';
}

function arrival(supply: PlanSupply, daysOnTheRoad: number, rules: PlanRules): CalendarDay {
  const { arrivesOn } = supply;
  const leaves = arrivesOn !== undefined && arrivesOn > rules.today ? arrivesOn : rules.today;
  return addDays(leaves, daysOnTheRoad);
}

function toOffer(supply: PlanSupply): Offer {
  return {
    supply,
    candidate: { ...supply, lotId: supply.lotId ?? '', free: supply.quantity },
    spot: supply.point && spotOf(supply.point),
    keepUntil: new Map(),
  };
}

function toAsking(need: PlanNeed): Asking {
  const view = { ...need, largerSizeServes: false };
  return {
    need,
    spot: need.point && spotOf(need.point),
    exact: { larger: false, view },
    others: new Map(),
  };
}

/** A size that fits is asked about as if it were the size wanted: reading sizes for millions of pairs would take seconds. */
function sizeFit({ need, exact, others }: Asking, size: string): SizeFit {
  if (size === need.size) return exact;
  const known = others.get(size);
  if (known) return known;
  const larger = need.largerSizeServes && isOneLarger(need.sizeScheme, need.size, size);
  const view = larger ? { ...need, size, largerSizeServes: false } : undefined;
  const fit = { larger, view };
  others.set(size, fit);
  return fit;
}
