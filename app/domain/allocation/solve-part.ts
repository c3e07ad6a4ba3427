import type { ArcJudge } from './arcs';
import { bestFlow, flowValue, type Flow, type Wants } from './flow';
import { maxMinLevels } from './levels';
import { lineOf } from './line';
import { toWholePacks } from './packs';
import type { Part, Remains } from './part';
import type { PlanLine, PlanPart, PlanProblem } from './problem';
import { wholeNeed, worthSteps } from './worth';

export interface Work {
  problem: PlanProblem;
  left: Remains;
  judge: ArcJudge;
  cancelled: () => boolean;
  /** Arcs that each need of a large part starts with. */
  nearest: number;
}

/** Level, floor and best flow of one part; undefined when cancelled. */
export function solvePart(work: Work, part: Part, key: string): PlanPart | undefined {
  const { problem, left, cancelled, nearest } = work;
  const received = Float64Array.from(part.needs, (at) => left.received[at] ?? 0);
  const levels = maxMinLevels(part, {
    whole: Float64Array.from(part.needs, (at) => wholeNeed(problem.needs[at]!)),
    received,
    room: part.room.map((units) => units * part.unit),
  });
  const wants = wantsOf(work, part, levels, received);
  const relaxed = bestFlow(part, wants, { nearest, cancelled });
  if (!relaxed) return undefined;
  const bound = boundOf(work, part, { wants, levels, received, relaxed });
  if (bound === undefined) return undefined;
  const flow = part.mixed ? toWholePacks(part, wants, relaxed, cancelled) : relaxed;
  if (!flow) return undefined;
  return { key, ...told(work, part, wants, levels, flow), bound };
}

/** What no plan with these floors is worth more than: where room was shared out, of each need as if all of it were its own. */
function boundOf(
  work: Work,
  part: Part,
  found: { wants: Wants; levels: Float64Array; received: Float64Array; relaxed: Flow },
): number | undefined {
  const { wants, levels, received, relaxed } = found;
  if (part.most.every((most, n) => most === part.room[n])) return flowValue(part, wants, relaxed);
  const wider = { ...part, room: part.most };
  const { steps } = wantsOf(work, wider, levels, received);
  const { nearest, cancelled } = work;
  const flow = bestFlow(wider, { steps, floor: wants.floor }, { nearest, cancelled });
  return flow && flowValue(wider, { steps, floor: wants.floor }, flow);
}

export function wantsOf(
  work: Pick<Work, 'problem'>,
  part: Part,
  levels: Float64Array,
  received: Float64Array,
): Wants {
  const { rules, needs } = work.problem;
  const floor = new Float64Array(part.needs.length);
  const steps = part.needs.map((at, n) => {
    const need = needs[at]!;
    const [has, room] = [received[n]!, part.room[n]!];
    const sure = rules.floorShare * levels[n]! * wholeNeed(need) - has;
    floor[n] = Math.min(room, wholePacks(part, n, sure));
    return worthSteps(need, rules, has, room, part.unit);
  });
  return { steps, floor };
}

/** Flow units in the whole packs that `quantity` smallest units hold: of the greatest pack, where there are several sizes. */
function wholePacks(part: Part, need: number, quantity: number): number {
  let pack = part.unit;
  if (part.mixed) {
    for (let arc = part.start[need] ?? 0; arc < part.start[need + 1]!; arc += 1) {
      pack = Math.max(pack, part.packs[part.supply[arc] ?? 0] ?? 1);
    }
  }
  // A level of 3/7 of 7 is 3, whatever its last binary digit says.
  const packs = Math.floor(quantity / pack + 1e-9);
  return (Math.max(0, packs) * pack) / part.unit;
}

/** A flow in the words of the plan. */
function told(
  { problem, judge }: Work,
  part: Part,
  wants: Wants,
  levels: Float64Array,
  flow: Flow,
): Pick<PlanPart, 'lines' | 'needs' | 'supplies'> {
  const lines: PlanLine[] = [];
  const needGiven = new Float64Array(part.needs.length);
  const supplyGiven = new Float64Array(part.supplies.length);
  for (const [n, needAt] of part.needs.entries()) {
    for (let arc = part.start[n] ?? 0; arc < part.start[n + 1]!; arc += 1) {
      const quantity = flow.amount[arc]! * part.unit;
      if (quantity === 0) continue;
      const s = part.supply[arc] ?? 0;
      needGiven[n] = needGiven[n]! + quantity;
      supplyGiven[s] = supplyGiven[s]! + quantity;
      lines.push(lineOf(problem, judge, { needAt, supplyAt: part.supplies[s]!, quantity }));
    }
  }
  return {
    lines,
    needs: part.needs.map((at, n) => ({
      needId: problem.needs[at]?.id ?? '',
      given: needGiven[n] ?? 0,
      level: levels[n] ?? 0,
      floor: wants.floor[n]! * part.unit,
      price: flow.needPrice[n]! / part.unit,
    })),
    supplies: part.supplies.map((at, s) => ({
      supplyId: problem.supplies[at]?.id ?? '',
      given: supplyGiven[s] ?? 0,
      price: flow.supplyPrice[s]! / part.unit,
    })),
  };
}
