import type { Part } from './part';
import type { PlanPart, PlanProblem } from './problem';

/** Times that room which one item leaves is given to the others. */
const ROUNDS = 4;

/** A need of a centre whose room is set, by its place in a part. */
interface Tenant {
  partAt: number;
  n: number;
  /** Millilitres that a flow unit takes: of the bulkiest goods in sight, so that the room is never overrun. */
  unitMl: number;
  /** Flow units that the need would take if it were alone. */
  alone: number;
}
interface Centre {
  roomMl: number;
  tenants: Tenant[];
}

/**
 * Holds each centre to the room it has left. Room is shared by all its needs, of whatever item, which no network can say: so it is
 * shared out before anything is solved, in proportion to the volume that goods in sight could bring to each; then what some
 * leave is shared out among those that it stopped, and their parts are solved again (`solveParts` is told which), a few times
 * over. What then is left is for `fillRoom`. Deterministic: centres and needs in the order of the problem.
 */
export function solveWithinRoom(
  problem: PlanProblem,
  parts: readonly Part[],
  solveParts: (changed: readonly number[]) => PlanPart[],
): PlanPart[] {
  const centres = centresOf(problem, parts);
  for (const centre of centres) shareOut(parts, centre);
  let answers = solveParts([...parts.keys()]);
  for (let round = 0; round < ROUNDS && centres.length > 0; round += 1) {
    const given = answers.map(({ needs }) => needs.map((one) => one.given));
    const changed = centres.flatMap((centre) => shareAgain(parts, centre, given));
    const which = [...new Set(changed)];
    if (which.length === 0) break;
    const again = new Map(solveParts(which).map((answer, at) => [which[at], answer]));
    answers = answers.map((answer, at) => again.get(at) ?? answer);
  }
  return answers;
}

function centresOf(problem: PlanProblem, parts: readonly Part[]): Centre[] {
  const { needs } = problem;
  if (needs.every((need) => need.capacityLeftMl === undefined)) return [];
  const pinned = pinnedVolume(problem);
  const centres = new Map<string, Centre>();
  for (const [partAt, part] of parts.entries()) {
    for (const [n, at] of part.needs.entries()) {
      const { placeId, capacityLeftMl } = needs[at]!;
      if (capacityLeftMl === undefined) continue;
      const roomMl = Math.max(0, capacityLeftMl - (pinned.get(placeId) ?? 0));
      const centre = centres.get(placeId) ?? { roomMl, tenants: [] };
      centre.tenants.push(tenantOf(problem, part, { partAt, n, roomMl }));
      centres.set(placeId, centre);
    }
  }
  return [...centres.values()];
}

function tenantOf(
  { supplies }: PlanProblem,
  part: Part,
  { partAt, n, roomMl }: { partAt: number; n: number; roomMl: number },
): Tenant {
  let [bulkiest, slightest, stock] = [0, Infinity, 0];
  for (const s of part.supply.subarray(part.start[n], part.start[n + 1])) {
    const volume = supplies[part.supplies[s]!]!.unitVolumeUl;
    bulkiest = Math.max(bulkiest, volume);
    slightest = Math.min(slightest, volume);
    stock += part.stock[s]!;
  }
  const alone = Math.min(part.room[n]!, stock);
  const least = (slightest * part.unit) / 1000;
  part.most[n] = least > 0 ? Math.min(part.room[n]!, Math.floor(roomMl / least)) : part.room[n]!;
  return { partAt, n, unitMl: (bulkiest * part.unit) / 1000, alone };
}

function shareOut(parts: readonly Part[], { roomMl, tenants }: Centre): void {
  const wanted = tenants.reduce((sum, { alone, unitMl }) => sum + alone * unitMl, 0);
  const share = roomMl / (wanted || 1);
  if (share >= 1) return;
  for (const { partAt, n, alone, unitMl } of tenants) {
    if (unitMl === 0) continue;
    const { room } = parts[partAt]!;
    room[n] = Math.min(room[n]!, Math.floor(alone * share));
  }
}

/** Gives what the others leave to the needs that their room stopped. Answers the parts that may now have more. */
function shareAgain(
  parts: readonly Part[],
  { roomMl, tenants }: Centre,
  given: readonly (readonly number[])[],
): number[] {
  const units = ({ partAt, n }: Tenant) => (given[partAt]?.[n] ?? 0) / parts[partAt]!.unit;
  const taken = tenants.reduce((sum, one) => sum + units(one) * one.unitMl, 0);
  const stopped = tenants.filter(
    (one) =>
      one.unitMl > 0 && units(one) < one.alone && units(one) >= parts[one.partAt]!.room[one.n]!,
  );
  const wanted = stopped.reduce((sum, one) => sum + (one.alone - units(one)) * one.unitMl, 0);
  const share = Math.min(1, (roomMl - taken) / (wanted || 1));
  // What the others have is theirs, and no more, or the room would be promised twice.
  for (const one of tenants) {
    if (one.unitMl > 0) parts[one.partAt]!.room[one.n] = units(one);
  }
  return stopped.flatMap((one) => {
    const more = Math.floor((one.alone - units(one)) * share);
    if (more <= 0) return [];
    parts[one.partAt]!.room[one.n] = units(one) + more;
    return [one.partAt];
  });
}

export function pinnedVolume({ supplies, needs, rules }: PlanProblem): Map<string, number> {
  const volumes = new Map<string, number>();
  for (const { needId, supplyId, quantity } of rules.pinned) {
    const placeId = needs.find((need) => need.id === needId)?.placeId ?? '';
    const volumeUl = supplies.find((supply) => supply.id === supplyId)?.unitVolumeUl ?? 0;
    volumes.set(placeId, (volumes.get(placeId) ?? 0) + (quantity * volumeUl) / 1000);
  }
  return volumes;
}
