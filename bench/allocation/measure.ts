import { arcJudge } from '~/domain/allocation/arcs';
import { explainPlan } from '~/domain/allocation/explain';
import { bestFlow } from '~/domain/allocation/flow';
import { partsOf, remains } from '~/domain/allocation/part';
import type { PlanProblem } from '~/domain/allocation/problem';
import { solvePart, wantsOf } from '~/domain/allocation/solve-part';
import { solvePlan } from '~/domain/allocation/solve-plan';
import { greedyValue, segmentGreedyValue } from './greedy';
import { makeInstance, type InstanceShape } from './instance';
import { loadOracle, type Oracle } from './oracle';

export async function timed<T>(work: () => T): Promise<{ value: T; seconds: number }> {
  const begin = performance.now();
  const value = work();
  return { value, seconds: (performance.now() - begin) / 1000 };
}

export function median(list: readonly number[]): number {
  return [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)] ?? NaN;
}

/** 5,000 needs, 200 lots, 12 items: with floors, without them beside HiGHS and greedy ways, and after one pinned line. */
export async function measureDesign(seed: number, rounds: number) {
  const problem = makeInstance({ seed, needs: 5000, supplies: 200, items: 12, packs: [1] });
  const free = { ...problem, rules: { ...problem.rules, floorShare: 0 } };
  const oracle = await loadOracle();
  const designs: number[] = [];
  const flows: number[] = [];
  const highs: number[] = [];
  let theirs = 0;
  for (let round = 0; round < rounds; round += 1) {
    designs.push((await timed(() => solvePlan(problem))).seconds);
    flows.push(flowSeconds(free));
    const answer = byItem(oracle, free);
    highs.push(answer.seconds);
    theirs = answer.value;
  }
  const fair = solvePlan(problem);
  const best = solvePlan(free);
  const { figures } = fair;
  return {
    design_s: median(designs),
    highs_ratio: median(highs.map((seconds, at) => seconds / (flows[at] ?? NaN))),
    value_gap: Math.abs(best.figures.value - theirs) / Math.abs(theirs),
    greedy_gap: 1 - greedyValue(free) / best.figures.value,
    segment_greedy_gap: 1 - segmentGreedyValue(free) / best.figures.value,
    gini: figures.after.gini,
    zero_fill: figures.after.zeroFill,
    tonne_km: Math.round(figures.tonneKm),
    resolve_s: median(await resolves(problem, rounds)),
    level: fair.level,
    floor_cost: 1 - figures.value / best.figures.value,
    free: {
      gini: best.figures.after.gini,
      zero_fill: best.figures.after.zeroFill,
      tonne_km: Math.round(best.figures.tonneKm),
    },
    flow_s: median(flows),
    highs_s: median(highs),
    arcs: partsOf(free, arcJudge(free), remains(free)).reduce(
      (sum, part) => sum + part.cost.length,
      0,
    ),
  };
}

/** The flows alone, as HiGHS is timed: what they are made from is there. */
function flowSeconds(problem: PlanProblem): number {
  const left = remains(problem);
  const parts = partsOf(problem, arcJudge(problem), left).map((part) => {
    const received = Float64Array.from(part.needs, (at) => left.received[at] ?? 0);
    const wants = wantsOf({ problem }, part, new Float64Array(part.needs.length), received);
    return { part, wants };
  });
  const begin = performance.now();
  for (const { part, wants } of parts)
    bestFlow(part, wants, { nearest: 16, cancelled: () => false });
  return (performance.now() - begin) / 1000;
}

/** HiGHS too is given one item at a time. */
function byItem(oracle: Oracle, problem: PlanProblem): { value: number; seconds: number } {
  let [value, seconds] = [0, 0];
  for (const itemId of new Set(problem.needs.map((need) => need.itemId))) {
    const answer = oracle.best({
      ...problem,
      needs: problem.needs.filter((need) => need.itemId === itemId),
      supplies: problem.supplies.filter((supply) => supply.itemId === itemId),
    });
    value += answer.value;
    seconds += answer.ms / 1000;
  }
  return { value, seconds };
}

async function resolves(problem: PlanProblem, rounds: number): Promise<number[]> {
  const former = solvePlan(problem);
  const times: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const line = former.lines[Math.floor(((round + 0.5) / rounds) * former.lines.length)];
    if (!line) throw new Error('the plan gives nothing');
    const { needId, supplyId } = line;
    const pinned = [{ needId, supplyId, quantity: Math.ceil(line.quantity / 2) }];
    const changed = { ...problem, rules: { ...problem.rules, pinned } };
    times.push((await timed(() => solvePlan(changed, undefined, undefined, former))).seconds);
  }
  return times;
}

/** One item, 15,000 needs, 200 lots: the everyday answer and its reasons, then once more over all pairs at once, nothing priced out. */
export async function measureLarge(seed: number) {
  const problem = makeInstance({ seed, needs: 15_000, supplies: 200, items: 1, packs: [1] });
  const everyday = await timed(() => solvePlan(problem));
  const large_rss_mb = Math.round(process.resourceUsage().maxRSS / 1024);
  const explained = await timed(() => explainPlan(problem, everyday.value));
  const judge = arcJudge(problem);
  const exact = await timed(() => {
    const left = remains(problem);
    const work = { problem, left, judge, cancelled: () => false, nearest: Infinity };
    return partsOf(problem, judge, left).map((part) => solvePart(work, part, ''));
  });
  const best = exact.value.reduce((sum, part) => sum + (part?.bound ?? NaN), 0);
  return {
    large_s: everyday.seconds,
    large_gap: Math.abs(best - everyday.value.figures.value) / best,
    explain_s: explained.seconds,
    large_exact_s: exact.seconds,
    large_rss_mb,
    large_exact_rss_mb: Math.round(process.resourceUsage().maxRSS / 1024),
  };
}

/** Rice in bags of 10 and 25 kg, no floors: rounded and mended beside HiGHS' best in whole bags. */
export async function measurePacks(seed: number, instances: number) {
  const shape = { needs: 120, supplies: 14, items: 1, packs: [10, 25] };
  const { gaps, proofs } = await gapsTo(shape, seed, instances);
  return {
    pack_gap: Math.max(...gaps),
    pack_gap_median: median(gaps),
    pack_mip_gap: Math.max(...proofs),
  };
}

/** Boxes of three items that go to one centre whole, beside loose goods of the same: beside HiGHS' best. */
export async function measureParcels(seed: number, instances: number) {
  // 80: so that needs of all three items fall to each centre.
  const shape = { needs: 80, supplies: 9, items: 3, packs: [1], boxes: 12 };
  const { gaps, proofs } = await gapsTo(shape, seed, instances);
  return {
    parcel_gap: Math.max(...gaps),
    parcel_gap_median: median(gaps),
    parcel_mip_gap: Math.max(...proofs),
  };
}

async function gapsTo(shape: Omit<InstanceShape, 'seed'>, seed: number, instances: number) {
  const oracle = await loadOracle({ mipSeconds: 20 });
  const gaps: number[] = [];
  const proofs: number[] = [];
  for (let at = 0; at < instances; at += 1) {
    const problem = makeInstance({ ...shape, seed: seed + at, rules: { floorShare: 0 } });
    const theirs = oracle.best(problem, { whole: true });
    gaps.push(1 - solvePlan(problem).figures.value / theirs.value);
    proofs.push(theirs.gap);
  }
  return { gaps, proofs };
}
