import { arcJudge, type ArcJudge } from './arcs';
import type { StandingGain } from './more-if';
import { mixedParcels } from './mixed-parcels';
import type { PlanPin, PlanProblem, PlanSolution } from './problem';
import { relaxedFor, relaxedJudges } from './relaxed';
import type { Scene } from './scene';
import { solveJudged, solvePlan } from './solve-plan';

/** One item's part of a plan, as it can be solved again alone. */
interface ItemClass {
  problem: PlanProblem;
  /** By the need's id. */
  at: Map<string, number>;
  pairs: number;
  before: PlanSolution;
  judge: ArcJudge;
  relaxed: ReturnType<typeof relaxedJudges>;
}

/**
 * What a plan solved again with one rule relaxed for one need gives more, to that need and in all; in the order asked, until
 * `pairs` are used up. Centres' room that the plan gives to other items stays theirs, and
 * parcels of several lots go where the plan sends them.
 */
export function gainsOf(
  scene: Scene,
  gains: readonly StandingGain[],
  pairs: number,
): Map<StandingGain, { quantity: number; total: number }> {
  const classes = new Map<string, ItemClass>();
  const solved = new Map<StandingGain, { quantity: number; total: number }>();
  let left = pairs;
  for (const gain of gains) {
    const need = scene.problem.needs[gain.needAt];
    if (!need) continue;
    const known = classes.get(need.itemId);
    const asked = known?.pairs ?? 2 * pairsOf(scene.problem, need.itemId);
    if (asked > left) continue;
    left -= asked;
    const mine = known ?? classOf(scene, need.itemId);
    classes.set(need.itemId, mine);
    const again = solvedAgain(mine, need.id, gain);
    if (again) solved.set(gain, again);
  }
  return solved;
}

function solvedAgain(
  { problem, at, before, judge, relaxed }: ItemClass,
  needId: string,
  { refusal }: StandingGain,
): { quantity: number; total: number } | undefined {
  const needAt = at.get(needId);
  const other = relaxed(refusal);
  if (needAt === undefined || !other) return undefined;
  const after = solveJudged(problem, relaxedFor(needAt, judge, other));
  const more = after.needs.map(({ given }, n) => given - (before.needs[n]?.given ?? 0));
  return { quantity: more[needAt] ?? 0, total: more.reduce((sum, one) => sum + one, 0) };
}

function pairsOf({ needs, supplies }: PlanProblem, itemId: string): number {
  const ofItem = (one: { itemId: string }) => one.itemId === itemId;
  return needs.filter(ofItem).length * supplies.filter(ofItem).length;
}

function classOf(scene: Scene, itemId: string): ItemClass {
  const { problem: whole } = scene;
  const volumes = new Map(whole.supplies.map(({ id, unitVolumeUl }) => [id, unitVolumeUl]));
  const elsewhere = new Map<string, number>();
  for (const need of whole.needs) {
    if (need.itemId === itemId || need.capacityLeftMl === undefined) continue;
    for (const { supplyId, quantity } of scene.linesOfNeed(need.id)) {
      const takenMl = (quantity * (volumes.get(supplyId) ?? 0)) / 1000;
      elsewhere.set(need.placeId, (elsewhere.get(need.placeId) ?? 0) + takenMl);
    }
  }
  const needs = whole.needs
    .filter((need) => need.itemId === itemId)
    .map((need) => ({
      ...need,
      capacityLeftMl:
        need.capacityLeftMl === undefined
          ? undefined
          : need.capacityLeftMl - (elsewhere.get(need.placeId) ?? 0),
    }));
  const mine = new Set(needs.map(({ id }) => id));
  const parcels = parcelLines(scene);
  const supplies = whole.supplies
    .filter((supply) => supply.itemId === itemId)
    .map((supply) => {
      const lines = parcels.get(supply.id);
      if (!lines) return supply;
      return { ...supply, quantity: lines.reduce((sum, line) => sum + line.quantity, 0) };
    });
  const standing = supplies.flatMap(({ id }) => parcels.get(id) ?? []);
  const byHand = whole.rules.pinned.filter(({ needId }) => mine.has(needId));
  const pinned = [...byHand, ...standing];
  const problem = { needs, supplies, rules: { ...whole.rules, pinned } };
  return {
    problem,
    at: new Map(needs.map(({ id }, at) => [id, at])),
    pairs: needs.length * supplies.length,
    before: solvePlan(problem),
    judge: arcJudge(problem),
    relaxed: relaxedJudges(problem),
  };
}

/** By supply in a parcel of several lots: what the plan gives of it, none where it gives none. */
function parcelLines(scene: Scene): Map<string, PlanPin[]> {
  const { problem } = scene;
  const goods = mixedParcels(problem).flatMap(({ supplies }) => supplies);
  return new Map(
    goods.flatMap((at): [string, PlanPin[]][] => {
      const supply = problem.supplies[at];
      if (!supply) return [];
      const lines = scene.servedBy(supply.id).flatMap(({ needAt, quantity }): PlanPin[] => {
        const needId = problem.needs[needAt]?.id;
        return needId === undefined ? [] : [{ needId, supplyId: supply.id, quantity }];
      });
      return [[supply.id, lines]];
    }),
  );
}
