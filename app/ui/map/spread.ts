import type { MapMark } from '~/domain/map';

export interface PlacedMark {
  mark: MapMark;
  /** Pixels away from its point. */
  offset: readonly [x: number, y: number];
}

const GOLDEN_ANGLE = Math.PI * (3 - Math.sqrt(5));
const STEP = 17;

/**
 * Centres that nobody has pinned share their township's point: they are laid around it like the seeds of a
 * sunflower, so that each can be seen and reached. The largest need comes first, in the tab order as well.
 */
export function spreadMarks(marks: readonly MapMark[]): PlacedMark[] {
  const sorted = [...marks].sort((a, b) => b.persons - a.persons);
  const groups = new Map<string, PlacedMark[]>();
  for (const mark of sorted) {
    const key = `${mark.longitude} ${mark.latitude}`;
    const group = groups.get(key) ?? [];
    const at = group.length;
    const [angle, away] = [at * GOLDEN_ANGLE, STEP * Math.sqrt(at)];
    group.push({ mark, offset: [Math.cos(angle) * away, Math.sin(angle) * away] });
    groups.set(key, group);
  }
  const placed = new Map([...groups.values()].flat().map((one) => [one.mark, one]));
  return sorted.flatMap((mark) => placed.get(mark) ?? []);
}
