import { packOf } from './part';
import type { PlanReason, PlanReasonCode } from './plan-reason';
import type { ArcRefusal, PlanNeed, PlanProblem, PlanSolution } from './problem';
import { relaxedJudges } from './relaxed';
import { sceneOf, type Scene, type Sight } from './scene';
import { whereItWent } from './went';
import { fillValue, wholeNeed } from './worth';

/** Rules that are told as having to be relaxed, at the most. */
const RELAXATIONS = 2;

/** Why each need is given what it is: what it has, why not more, and what would make more possible. */
export function explainPlan(
  problem: PlanProblem,
  solution: PlanSolution,
): { needId: string; reasons: PlanReason[] }[] {
  const scene = sceneOf(problem, solution);
  const relaxed = relaxedJudges(problem);
  return problem.needs.map((need, needAt) => {
    const outcome = scene.outcomeOf(need.id);
    const given = outcome?.given ?? 0;
    const reasons = [whatItHas(need, given)];
    const floor = outcome?.floor ?? 0;
    if (floor > 0 && given <= floor) {
      const levelPercent = Math.round((outcome?.level ?? 0) * 100);
      reasons.push(reason('floor_given', { quantity: floor, levelPercent }));
    }
    if (given < need.quantity) {
      const sights = scene.sights(needAt);
      reasons.push(...whyNotMore(scene, need, given, sights));
      reasons.push(...moreIf(need, { needAt, given, sights }, relaxed));
    }
    return { needId: need.id, reasons };
  });
}

function reason(code: PlanReasonCode, facts: PlanReason['facts'] = {}): PlanReason {
  return { code, facts };
}

function whatItHas({ quantity }: PlanNeed, given: number): PlanReason {
  if (given === 0) return reason('nothing_given', { wanted: quantity });
  if (given < quantity) return reason('partly_met', { given, wanted: quantity });
  return reason('met', { given });
}

function whyNotMore(
  scene: Scene,
  need: PlanNeed,
  given: number,
  sights: readonly Sight[],
): PlanReason[] {
  const usable = sights.filter(({ refusal }) => !refusal);
  if (usable.length === 0) return [noneUsable(sights)];
  // What a person fixed for this need is not for the plan to add to.
  const fixed = new Set(
    scene.linesOfNeed(need.id).flatMap((one) => (one.pinned ? [one.supplyId] : [])),
  );
  const left = usable.filter(({ supply, left }) => left > 0 && !fixed.has(supply.id));
  if (left.length > 0) return [whyLeft(scene, need, given, left)];
  const before = need.receivedBefore / wholeNeed(need);
  const waits = before > 0 && before >= (scene.outcomeOf(need.id)?.level ?? 0);
  const served = { received: need.receivedBefore, percent: Math.round(before * 100) };
  return [...(waits ? [reason('served_before', served)] : []), ...whereItWent(scene, need, usable)];
}

/** The rule that stands against most of the goods; sizes aside, unless there is nothing else. */
function noneUsable(sights: readonly Sight[]): PlanReason {
  const there = sights.filter(({ supply }) => supply.quantity > 0);
  const fitting = there.filter(({ refusal }) => refusal !== 'wrong_size');
  const refused = byRefusal(fitting.length > 0 ? fitting : there);
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

/** What a donor bound the goods to. */
function boundTo(refusal: ArcRefusal, { supply }: Sight): PlanReason['facts'] {
  const { divisionCode, group } = supply.restriction;
  if (refusal === 'restricted_division' && divisionCode) return { divisionCode };
  return refusal === 'restricted_group' && group ? { group } : {};
}

/** Goods are left that could serve: no pack is small enough, the centre is full, or the road costs more than they are worth. */
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
  const nearest = left.reduce((a, b) => (b.price < a.price ? b : a));
  const worthwhile = worth > nearest.price * packSize;
  if (worthwhile && need.capacityLeftMl !== undefined) return reason('no_room');
  return reason('too_far', { km: Math.round(nearest.km) });
}

/** What nobody else would lose: goods that the plan leaves, under one rule relaxed; else what would have to be given. */
function moreIf(
  need: PlanNeed,
  { needAt, given, sights }: { needAt: number; given: number; sights: readonly Sight[] },
  relaxed: ReturnType<typeof relaxedJudges>,
): PlanReason[] {
  const open = need.quantity - given;
  const gains = new Map<ArcRefusal, { quantity: number; supplies: number; sample: Sight }>();
  for (const sight of sights) {
    const { refusal, supply, supplyAt } = sight;
    if (!refusal || sight.left <= 0) continue;
    if (relaxed(refusal)?.refusal(needAt, supplyAt) !== undefined || !relaxed(refusal)) continue;
    const gain = gains.get(refusal) ?? { quantity: 0, supplies: 0, sample: sight };
    const more = Math.min(sight.left, open - gain.quantity);
    const packs = Math.floor(more / packOf(supply)) * packOf(supply);
    if (packs === 0) continue;
    gains.set(refusal, { ...gain, quantity: gain.quantity + packs, supplies: gain.supplies + 1 });
  }
  const told = [...gains]
    .sort((a, b) => b[1].quantity - a[1].quantity)
    .slice(0, RELAXATIONS)
    .map(([refusal, { quantity, supplies, sample }]) =>
      refusal === 'wrong_size'
        ? reason('more_if_larger', { quantity })
        : reason('more_if_relaxed', { refusal, quantity, supplies, ...boundTo(refusal, sample) }),
    );
  if (told.length > 0 || sights.some((sight) => !sight.refusal && sight.left > 0)) return told;
  const persons = Math.round((need.headCount * open) / wholeNeed(need));
  return [reason('more_if_given', { quantity: open, persons })];
}
