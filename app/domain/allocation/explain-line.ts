import { openedParcels } from './mixed-parcels';
import type { PlanReason, PlanReasonCode } from './plan-reason';
import type { PlanLine, PlanProblem, PlanSolution } from './problem';
import { sceneOf, type Sight } from './scene';

export interface LineReasons {
  needId: string;
  supplyId: string;
  reasons: PlanReason[];
}

/** Why each line stands in the plan: what a person must know of it, then why these goods. */
export function explainLines(problem: PlanProblem, solution: PlanSolution): LineReasons[] {
  const scene = sceneOf(problem, solution);
  const opened = openedParcels(problem, solution.lines);
  return problem.needs.flatMap((need, needAt) => {
    const lines = scene.linesOfNeed(need.id);
    if (lines.length === 0) return [];
    const usable = scene.sights(needAt).filter(({ refusal }) => !refusal);
    return lines.map((line) => {
      const mine = usable.find(({ supply }) => supply.id === line.supplyId);
      return {
        needId: need.id,
        supplyId: line.supplyId,
        reasons: [...notes(line, mine, opened), ...(line.pinned ? [] : [whyThese(mine, usable)])],
      };
    });
  });
}

function notes(line: PlanLine, mine: Sight | undefined, opened: ReadonlySet<string>): PlanReason[] {
  const holds: [PlanReasonCode, boolean][] = [
    ['line_pinned', line.pinned],
    ['line_pledge', mine?.supply.lotId === null],
    ['line_larger', line.larger],
    ['line_purpose_to_read', line.purposeToRead],
    ['line_opens_parcel', mine !== undefined && opened.has(mine.supply.parcelId)],
  ];
  return holds.filter(([, is]) => is).map(([code]) => ({ code, facts: {} }));
}

function whyThese(mine: Sight | undefined, usable: readonly Sight[]): PlanReason {
  const facts = { km: Math.round(mine?.km ?? 0) };
  if (usable.length === 1) return { code: 'line_only_goods', facts };
  const least = (of: (sight: Sight) => number) => Math.min(...usable.map(of));
  if (mine && mine.km <= least(({ km }) => km)) {
    const alike = usable.filter(({ km }) => km === mine.km);
    const first = alike.every(({ supply }) => firstOf(mine) <= (supply.bestBefore ?? '9999'));
    if (alike.length > 1 && mine.supply.bestBefore && first) {
      return { code: 'line_first_expired', facts: {} };
    }
    return { code: 'line_nearest', facts };
  }
  return { code: 'line_best', facts };
}

const firstOf = ({ supply }: Sight) => supply.bestBefore ?? '9999';
