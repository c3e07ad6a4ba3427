import type { ArcJudge } from './arcs';
import { pinnedVolume } from './capacity';
import { lineOf } from './line';
import type { Part, Remains } from './part';
import type { PlanPart, PlanProblem } from './problem';
import { worthSteps } from './worth';

interface Filling {
  problem: PlanProblem;
  left: Remains;
  judge: ArcJudge;
}

/** One more delivery: packs of one supply to one need, all of the same worth. */
interface Move {
  at: number;
  n: number;
  s: number;
  /** Smallest units. */
  quantity: number;
  gain: number;
}

/**
 * Brings goods that nobody was given to centres that have room for them, the most worthwhile first, until no single pack is
 * worth its road: sharing room out beforehand leaves scraps of it. The parts' own answers stay as they are, to be kept for a later
 * solving; what is answered is changed copies.
 */
export function fillRoom(
  filling: Filling,
  parts: readonly Part[],
  answers: readonly PlanPart[],
): PlanPart[] {
  const { problem } = filling;
  const room = roomLeft(problem, answers);
  if (room.size === 0) return [...answers];
  const filled = answers.map((answer) => ({
    ...answer,
    lines: answer.lines.map((line) => ({ ...line })),
    needs: answer.needs.map((one) => ({ ...one })),
    supplies: answer.supplies.map((one) => ({ ...one })),
  }));
  for (;;) {
    const move = bestMove(filling, parts, filled, room);
    if (!move) return filled;
    take(filling, parts, filled, move);
    const placeId = problem.needs[parts[move.at]!.needs[move.n]!]!.placeId;
    const volumeUl = problem.supplies[parts[move.at]!.supplies[move.s]!]!.unitVolumeUl;
    room.set(placeId, room.get(placeId)! - (move.quantity * volumeUl) / 1000);
  }
}

/** By place, where a centre's room is set: millilitres left. */
function roomLeft(problem: PlanProblem, answers: readonly PlanPart[]): Map<string, number> {
  const room = new Map<string, number>();
  for (const { placeId, capacityLeftMl } of problem.needs) {
    if (capacityLeftMl !== undefined) room.set(placeId, capacityLeftMl);
  }
  if (room.size === 0) return room;
  const places = new Map(problem.needs.map(({ id, placeId }) => [id, placeId]));
  const volumes = new Map(problem.supplies.map(({ id, unitVolumeUl }) => [id, unitVolumeUl]));
  const spend = (placeId: string, ml: number) => {
    const there = room.get(placeId);
    if (there !== undefined) room.set(placeId, there - ml);
  };
  for (const [placeId, ml] of pinnedVolume(problem)) spend(placeId, ml);
  for (const { needId, supplyId, quantity } of answers.flatMap(({ lines }) => lines)) {
    spend(places.get(needId) ?? '', (quantity * (volumes.get(supplyId) ?? 0)) / 1000);
  }
  return room;
}

function bestMove(
  filling: Filling,
  parts: readonly Part[],
  answers: readonly PlanPart[],
  room: ReadonlyMap<string, number>,
): Move | undefined {
  let best: Move | undefined;
  for (const [at, part] of parts.entries()) {
    for (const [n, needAt] of part.needs.entries()) {
      const roomMl = room.get(filling.problem.needs[needAt]!.placeId);
      if (roomMl === undefined) continue;
      for (let arc = part.start[n]!; arc < part.start[n + 1]!; arc += 1) {
        const move = moveAlong(filling, part, answers[at]!, { at, n, arc, roomMl });
        if (move && move.gain > (best?.gain ?? 0)) best = move;
      }
    }
  }
  return best;
}

function moveAlong(
  { problem, left }: Filling,
  part: Part,
  answer: PlanPart,
  { at, n, arc, roomMl }: { at: number; n: number; arc: number; roomMl: number },
): Move | undefined {
  const s = part.supply[arc]!;
  const pack = part.packs[s]!;
  const need = problem.needs[part.needs[n]!]!;
  const { unitVolumeUl } = problem.supplies[part.supplies[s]!]!;
  const given = answer.needs[n]!.given;
  const most = Math.min(
    left.open[part.needs[n]!]! - given,
    part.stock[s]! * part.unit - answer.supplies[s]!.given,
    unitVolumeUl > 0 ? Math.floor((roomMl * 1000) / unitVolumeUl + 1e-9) : Infinity,
  );
  const packs = Math.floor(most / pack);
  if (packs <= 0) return undefined;
  const from = left.received[part.needs[n]!]! + given;
  const [step] = worthSteps(need, problem.rules, from, packs, pack);
  const cost = (part.cost[arc]! / part.unit) * pack;
  if (!step || step.worth <= cost * (1 + 1e-9)) return undefined;
  return { at, n, s, quantity: step.count * pack, gain: (step.worth - cost) / pack };
}

function take(
  { problem, judge }: Filling,
  parts: readonly Part[],
  filled: PlanPart[],
  { at, n, s, quantity }: Move,
): void {
  const [part, answer] = [parts[at]!, filled[at]!];
  const [need, supply] = [answer.needs[n]!, answer.supplies[s]!];
  need.given += quantity;
  supply.given += quantity;
  const line = answer.lines.find(
    ({ needId, supplyId }) => needId === need.needId && supplyId === supply.supplyId,
  );
  if (line) line.quantity += quantity;
  else {
    const pair = { needAt: part.needs[n]!, supplyAt: part.supplies[s]! };
    answer.lines.push(lineOf(problem, judge, { ...pair, quantity }));
  }
}
