import { mixedParcels } from './mixed-parcels';
import { packOf } from './part';
import type { PlanReason } from './plan-reason';
import type { ArcRefusal, PlanNeed } from './problem';
import { isRelaxable, relaxedJudges, type Relaxable } from './relaxed';
import { roomLeft } from './room-left';
import type { Scene, Sight } from './scene';
import { gainsOf } from './solved-again';
import { fillValue, unitCost, fullUnitWorth, wholeNeed } from './worth';

/** Rules that are told as having to be relaxed, at the most. */
const RELAXATIONS = 2;
/** Pairs of needs and goods that may be solved again to tell one plan's reasons: about a second. */
export const PAIRS_TO_SOLVE = 500_000;

/** What one need could have more if one rule were relaxed for it, all other lines as they are. */
export interface StandingGain {
  needAt: number;
  refusal: Relaxable;
  /** Smallest units. */
  quantity: number;
  supplies: number;
  /** One of the goods that the rule is about. */
  sample: Sight;
}

/**
 * By the needs' places: what would make more possible. First what nobody would lose by: goods that the plan leaves, worth their
 * road, forbidden by one rule alone. Then, where most persons wait first and as far as `pairs` reach, the item is solved again with that
 * rule relaxed for that need, and what it and all needs gain is told; where it gains nothing so, nothing is promised.
 */
export function moreIf(scene: Scene, pairs: number): PlanReason[][] {
  const { needs } = scene.problem;
  const relaxed = relaxedJudges(scene.problem);
  const room = roomLeft(scene);
  const sealed = new Set(
    mixedParcels(scene.problem).flatMap((parcel) => (parcel.sealed ? parcel.supplies : [])),
  );
  const standing = needs.flatMap((need, needAt) => {
    const given = scene.outcomeOf(need.id)?.given ?? 0;
    return given < need.quantity
      ? standingGains(scene, { needAt, given }, relaxed, { room, sealed })
      : [];
  });
  const persons = ({ needAt, quantity }: StandingGain) => {
    const need = needs[needAt];
    return need ? (need.headCount * quantity) / wholeNeed(need) : 0;
  };
  const solved = gainsOf(
    scene,
    [...standing].sort((a, b) => persons(b) - persons(a) || a.needAt - b.needAt),
    pairs,
  );
  const told = needs.map((): PlanReason[] => []);
  for (const gain of standing) {
    const again = solved.get(gain);
    if (!again || again.quantity > 0) told[gain.needAt]?.push(reasonOf(gain, again));
  }
  return needs.map((need, needAt) => {
    const mine = told[needAt] ?? [];
    const open = need.quantity - (scene.outcomeOf(need.id)?.given ?? 0);
    const left = () => scene.leftGoods(needAt).some(({ refusal }) => !refusal);
    if (open <= 0 || mine.length > 0 || left()) return mine;
    const persons = Math.round((need.headCount * open) / wholeNeed(need));
    return [{ code: 'more_if_given', facts: { quantity: open, persons } }];
  });
}

function reasonOf(
  { refusal, quantity, supplies, sample }: StandingGain,
  again: { quantity: number; total: number } | undefined,
): PlanReason {
  const facts = again ?? { quantity };
  if (refusal === 'wrong_size') {
    return { code: again ? 'more_if_larger_solved' : 'more_if_larger', facts };
  }
  const bound = boundTo(refusal, sample);
  if (again) return { code: 'more_if_relaxed_solved', facts: { refusal, ...facts, ...bound } };
  return { code: 'more_if_relaxed', facts: { refusal, ...facts, supplies, ...bound } };
}

/** What a donor bound the goods to. */
export function boundTo(refusal: ArcRefusal, { supply }: Sight): PlanReason['facts'] {
  const { divisionCode, group } = supply.restriction;
  if (refusal === 'restricted_division' && divisionCode) return { divisionCode };
  return refusal === 'restricted_group' && group ? { group } : {};
}

function standingGains(
  scene: Scene,
  { needAt, given }: { needAt: number; given: number },
  relaxed: ReturnType<typeof relaxedJudges>,
  { room: roomAt, sealed }: { room: ReadonlyMap<string, number>; sealed: ReadonlySet<number> },
): StandingGain[] {
  const need = scene.problem.needs[needAt];
  if (!need) return [];
  const room = roomAt.get(need.placeId) ?? Infinity;
  const gains = new Map<Relaxable, StandingGain & { volumeMl: number }>();
  for (const sight of scene.leftGoods(needAt)) {
    const { refusal, supply, supplyAt } = sight;
    if (!refusal || !isRelaxable(refusal) || sealed.has(supplyAt)) continue;
    const judge = relaxed(refusal);
    if (!judge || judge.refusal(needAt, supplyAt) !== undefined) continue;
    const gain = gains.get(refusal) ?? {
      needAt,
      refusal,
      quantity: 0,
      supplies: 0,
      sample: sight,
      volumeMl: 0,
    };
    const larger = judge.isLarger(needAt, supplyAt);
    const packs = worthwhilePacks(scene, need, sight, {
      filled: need.receivedBefore + given + gain.quantity,
      most: Math.min(
        sight.left,
        need.quantity - given - gain.quantity,
        supply.unitVolumeUl > 0
          ? Math.floor(((room - gain.volumeMl) * 1000) / supply.unitVolumeUl)
          : Infinity,
      ),
      larger,
    });
    if (packs === 0) continue;
    gains.set(refusal, {
      ...gain,
      quantity: gain.quantity + packs,
      supplies: gain.supplies + 1,
      volumeMl: gain.volumeMl + (packs * supply.unitVolumeUl) / 1000,
    });
  }
  return [...gains.values()].sort((a, b) => b.quantity - a.quantity).slice(0, RELAXATIONS);
}

/** Smallest units, in whole packs of which each is worth more than its way: worth falls, so the last is halved towards. */
function worthwhilePacks(
  { problem: { rules } }: Scene,
  need: PlanNeed,
  { supply, km }: Sight,
  { filled, most, larger }: { filled: number; most: number; larger: boolean },
): number {
  const pack = packOf(supply);
  const way = { km, larger, unitWorth: fullUnitWorth(need, rules) };
  const cost = unitCost(supply, rules, way) * pack;
  const pays = (packs: number) => {
    const before = fillValue(need, rules, filled + (packs - 1) * pack);
    return fillValue(need, rules, filled + packs * pack) - before > cost * (1 + 1e-9);
  };
  let [low, high] = [0, Math.max(0, Math.floor(most / pack))];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (pays(middle)) low = middle;
    else high = middle - 1;
  }
  return low * pack;
}
