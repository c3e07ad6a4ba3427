import { mixedParcels } from './mixed-parcels';
import { boundTo } from './more-if';
import { packOf } from './part';
import { reason, type PlanReason } from './plan-reason';
import type { ArcRefusal, PlanNeed } from './problem';
import { roomLeft } from './room-left';
import type { Scene, Sight } from './scene';
import { NEXT_GOODS, goneGoods } from './went';
import { fillValue, wholeNeed } from './worth';

/** Answers why a need that is not met in full has no more than it is given; never with nothing. */
export function whyNotMore(
  scene: Scene,
): (needAt: number, need: PlanNeed, given: number) => PlanReason[] {
  const whereItWent = goneGoods(scene);
  const rooms = roomLeft(scene);
  const sealed = new Set(
    mixedParcels(scene.problem).flatMap((parcel) => (parcel.sealed ? parcel.supplies : [])),
  );
  return (needAt, need, given) => {
    const next = scene.nextGoods(needAt, NEXT_GOODS);
    if (next.length === 0) return [noneUsable(scene.sights(needAt))];
    // What a person fixed for this need is not for the plan to add to.
    const fixed = new Set(
      scene.linesOfNeed(need.id).flatMap((one) => (one.pinned ? [one.supplyId] : [])),
    );
    const left = scene.leftGoods(needAt).filter(({ refusal }) => !refusal);
    const isFixed = ({ supply }: Sight) => fixed.has(supply.id);
    const isSealed = ({ supplyAt }: Sight) => sealed.has(supplyAt);
    const free = left.filter((one) => !isFixed(one) && !isSealed(one));
    if (free.length > 0) return [whyLeft(scene, need, given, free)];
    const open = need.quantity - given;
    const fitting = next.filter(({ supply }) => packOf(supply) <= open);
    if (fitting.length === 0) {
      const all = scene.sights(needAt).filter(({ refusal }) => !refusal);
      const packSize = Math.min(...all.map(({ supply }) => packOf(supply)));
      if (packSize > open) return [reason('pack_over_open', { packSize })];
    }
    const room = rooms.get(need.placeId);
    if (room !== undefined && fitting.every(({ supply }) => room < packVolumeMl(supply))) {
      return [reason('no_room')];
    }
    const kept = [
      ...leftOf('fixed_by_hand', left.filter(isFixed)),
      ...leftOf(
        'parcel_sealed',
        left.filter((one) => !isFixed(one) && isSealed(one)),
      ),
    ];
    const before = need.receivedBefore / wholeNeed(need);
    const waits = before > 0 && before >= (scene.outcomeOf(need.id)?.level ?? 0);
    const served = { received: need.receivedBefore, percent: Math.round(before * 100) };
    const gone = whereItWent(need, fitting);
    const told = [...kept, ...(waits ? [reason('served_before', served)] : []), ...gone];
    if (told.length > 0) return told;
    const further = whereItWent(need, scene.nextGoods(needAt, Infinity));
    return further.length > 0 ? further : [reason('has_all')];
  };
}

function leftOf(code: 'fixed_by_hand' | 'parcel_sealed', sights: readonly Sight[]): PlanReason[] {
  const left = sights.reduce((sum, one) => sum + one.left, 0);
  return left > 0 ? [reason(code, { left })] : [];
}

function packVolumeMl(supply: Sight['supply']): number {
  return (packOf(supply) * supply.unitVolumeUl) / 1000;
}

/** The rule that stands against most of the goods; sizes aside, unless there is nothing else. */
function noneUsable(sights: readonly Sight[]): PlanReason {
  const fitting = sights.filter(({ refusal }) => refusal !== 'wrong_size');
  const refused = byRefusal(fitting.length > 0 ? fitting : sights);
  const [first] = [...refused].sort((a, b) => b[1].quantity - a[1].quantity);
  if (!first) return reason('no_goods');
  const [refusal, { quantity, sample }] = first;
  return reason('goods_refused', { refusal, quantity, ...boundTo(refusal, sample) });
}

function byRefusal(sights: readonly Sight[]): Map<ArcRefusal, { quantity: number; sample: Sight }> {
  const groups = new Map<ArcRefusal, { quantity: number; sample: Sight }>();
  for (const sight of sights) {
    if (!sight.refusal) continue;
    const group = groups.get(sight.refusal) ?? { quantity: 0, sample: sight };
    group.quantity += sight.supply.quantity;
    groups.set(sight.refusal, group);
  }
  return groups;
}

/**
 * Goods are left that could serve: no pack is small enough, more is worth nothing here, the centre is full, or the road costs
 * more than they are worth.
 */
function whyLeft(
  { problem }: Scene,
  need: PlanNeed,
  given: number,
  left: readonly Sight[],
): PlanReason {
  const open = need.quantity - given;
  const smallest = left.reduce((a, b) => (packOf(b.supply) < packOf(a.supply) ? b : a));
  const packSize = packOf(smallest.supply);
  if (packSize > open) return reason('pack_too_large', { left: smallest.left, packSize });
  const filled = need.receivedBefore + given;
  const worth =
    fillValue(need, problem.rules, filled + packSize) - fillValue(need, problem.rules, filled);
  if (worth <= 0) return reason('no_worth');
  const nearest = left.reduce((a, b) => (b.price < a.price ? b : a));
  const worthwhile = worth > nearest.price * packSize;
  if (worthwhile && need.capacityLeftMl !== undefined) return reason('no_room');
  return reason('too_far', { km: Math.round(nearest.km) });
}
