import type { Scene } from './scene';

/** By place, where a centre's room is set: millilitres that the plan leaves. */
export function roomLeft(scene: Pick<Scene, 'problem' | 'linesOfNeed'>): Map<string, number> {
  const { problem } = scene;
  const rooms = new Map<string, number>();
  const volumes = new Map(problem.supplies.map((supply) => [supply.id, supply.unitVolumeUl]));
  for (const { placeId, capacityLeftMl } of problem.needs) {
    if (capacityLeftMl !== undefined) rooms.set(placeId, capacityLeftMl);
  }
  for (const { id, placeId } of rooms.size > 0 ? problem.needs : []) {
    const room = rooms.get(placeId);
    if (room === undefined) continue;
    const taken = scene
      .linesOfNeed(id)
      .reduce((sum, line) => sum + (line.quantity * (volumes.get(line.supplyId) ?? 0)) / 1000, 0);
    rooms.set(placeId, room - taken);
  }
  return rooms;
}
