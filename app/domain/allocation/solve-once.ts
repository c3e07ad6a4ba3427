import type { ArcJudge } from './arcs';
import { solveWithinRoom } from './capacity';
import { planFigures } from './figures';
import { fillRoom } from './fill-room';
import { lineOf } from './line';
import { partsOf, remains } from './part';
import { partKeys } from './part-key';
import type { PlanLine, PlanPart, PlanProblem, PlanSolution } from './problem';
import { solvePart, type Work } from './solve-part';
import { wholeNeed } from './worth';

/** Fewer leave many to be priced out, more make the simplex slow: measured at 15,000 needs. */
const NEAREST = 16;

/** Asked for by whoever had the plan solved. */
export class SolvingCancelled extends Error {}

export interface Solving {
  progress?: ((share: number) => void) | undefined;
  cancelled: () => boolean;
  previous?: { parts: readonly PlanPart[] } | undefined;
}

/** The plan of greatest value where no parcel holds several lots: exact where a part has one pack size. */
export function solveOnce(
  problem: PlanProblem,
  judge: ArcJudge,
  { progress, cancelled, previous }: Solving = { cancelled: () => false },
): PlanSolution {
  const left = remains(problem);
  const work: Work = { problem, left, judge, cancelled, nearest: NEAREST };
  const parts = partsOf(problem, judge, left);
  const known = new Map(previous?.parts.map((part) => [part.key, part]));
  const all = parts.reduce((sum, part) => sum + part.cost.length, 0);
  let done = 0;
  const solveParts = (which: readonly number[]): PlanPart[] => {
    const asked = which.flatMap((at) => parts[at] ?? []);
    const keys = partKeys(problem, asked, left);
    return asked.map((part, at) => {
      const key = keys[at] ?? '';
      const answer = known.get(key) ?? solvePart(work, part, key);
      if (!answer || cancelled()) throw new SolvingCancelled('cancelled');
      done += part.cost.length;
      progress?.(Math.min(1, done / all));
      return answer;
    });
  };
  const solved = solveWithinRoom(problem, parts, solveParts);
  return together(work, fillRoom(work, parts, solved), solved);
}

/** The parts' answers, with what is pinned and the needs that no goods may serve. */
function together(
  { problem, left, judge }: Work,
  parts: readonly PlanPart[],
  toKeep: PlanPart[],
): PlanSolution {
  const pinned = pinnedLines(problem, judge);
  const lines = [...pinned, ...parts.flatMap((part) => part.lines)];
  const ofNeed = new Map(parts.flatMap((part) => part.needs).map((one) => [one.needId, one]));
  const ofSupply = new Map(
    parts.flatMap((part) => part.supplies).map((one) => [one.supplyId, one]),
  );
  const reached = [...ofNeed.values()];
  return {
    lines,
    needs: problem.needs.map((need, at) => {
      const fixed = need.quantity - (left.open[at] ?? 0);
      const level = (left.received[at] ?? 0) / wholeNeed(need);
      const outcome = ofNeed.get(need.id);
      if (outcome) return { ...outcome, given: outcome.given + fixed };
      return { needId: need.id, given: fixed, level, floor: 0, price: 0 };
    }),
    supplies: problem.supplies.map((supply, at) => {
      const fixed = supply.quantity - (left.stock[at] ?? 0);
      const outcome = ofSupply.get(supply.id);
      if (outcome) return { ...outcome, given: outcome.given + fixed };
      return { supplyId: supply.id, given: fixed, price: 0 };
    }),
    level: reached.reduce((least, { level }) => Math.min(least, level), 1),
    bound: planFigures(problem, pinned).value + parts.reduce((sum, { bound }) => sum + bound, 0),
    figures: planFigures(problem, lines),
    parts: toKeep,
  };
}

function pinnedLines(problem: PlanProblem, judge: ArcJudge): PlanLine[] {
  const needAt = new Map(problem.needs.map((need, at) => [need.id, at]));
  const supplyAt = new Map(problem.supplies.map((supply, at) => [supply.id, at]));
  return problem.rules.pinned
    .filter(({ quantity }) => quantity > 0)
    .map(({ needId, supplyId, quantity }) => {
      const pair = { needAt: needAt.get(needId) ?? -1, supplyAt: supplyAt.get(supplyId) ?? -1 };
      return { ...lineOf(problem, judge, { ...pair, quantity }), pinned: true };
    });
}
