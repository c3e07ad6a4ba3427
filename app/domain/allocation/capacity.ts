import type { Part } from './part';
import type { PlanProblem } from './problem';

/**
 * Holds each centre to the room it has left. Room is shared by all its needs, of whatever item, so it is shared out before
 * anything is solved: in proportion to the volume that goods in sight could bring to each.
 */
export function limitByCapacity(problem: PlanProblem, parts: readonly Part[]): void {
  if (problem.needs.every((need) => need.capacityLeftMl === undefined)) return;
  const wanted = new Map<string, number>();
  eachNeed(problem, parts, (part, n, { placeId }) => {
    wanted.set(placeId, (wanted.get(placeId) ?? 0) + volumeInSight(problem, part, n));
  });
  const pinned = pinnedVolume(problem);
  eachNeed(problem, parts, (part, n, { placeId, capacityLeftMl }) => {
    if (capacityLeftMl === undefined) return;
    const room = Math.max(0, capacityLeftMl - (pinned.get(placeId) ?? 0));
    const share = Math.min(1, room / (wanted.get(placeId) || 1));
    if (share === 1) return;
    const unitMl = (unitVolumeUl(problem, part, n) * part.unit) / 1000;
    if (unitMl === 0) return;
    const mine = volumeInSight(problem, part, n) * share;
    part.room[n] = Math.min(part.room[n] ?? 0, Math.floor(mine / unitMl));
  });
}

type Place = { placeId: string; capacityLeftMl?: number | undefined };

function eachNeed(
  { needs }: PlanProblem,
  parts: readonly Part[],
  look: (part: Part, n: number, need: Place) => void,
): void {
  for (const part of parts) {
    for (const [n, at] of part.needs.entries()) {
      const need = needs[at];
      if (need) look(part, n, need);
    }
  }
}

/** Millilitres of what may come to a need at the most. */
function volumeInSight(problem: PlanProblem, part: Part, n: number): number {
  let stock = 0;
  for (const s of suppliersOf(part, n)) stock += part.stock[s] ?? 0;
  const units = Math.min(part.room[n] ?? 0, stock);
  return (units * part.unit * unitVolumeUl(problem, part, n)) / 1000;
}

/** The greatest among the goods, so that the room is never overrun. */
function unitVolumeUl({ supplies }: PlanProblem, part: Part, n: number): number {
  let most = 0;
  for (const s of suppliersOf(part, n)) {
    most = Math.max(most, supplies[part.supplies[s] ?? -1]?.unitVolumeUl ?? 0);
  }
  return most;
}

function suppliersOf(part: Part, n: number): Int32Array {
  return part.supply.subarray(part.start[n], part.start[n + 1]);
}

function pinnedVolume({ supplies, needs, rules }: PlanProblem): Map<string, number> {
  const volumes = new Map<string, number>();
  for (const { needId, supplyId, quantity } of rules.pinned) {
    const placeId = needs.find((need) => need.id === needId)?.placeId ?? '';
    const volumeUl = supplies.find((supply) => supply.id === supplyId)?.unitVolumeUl ?? 0;
    volumes.set(placeId, (volumes.get(placeId) ?? 0) + (quantity * volumeUl) / 1000);
  }
  return volumes;
}
