import type { RoadLine } from '~/domain/map';

export type RoadState = 'draft' | 'moving' | 'late';

export function roadState({ late, status }: Pick<RoadLine, 'late' | 'status'>): RoadState {
  if (late) return 'late';
  return status === 'draft' ? 'draft' : 'moving';
}

export type Vector = readonly [number, number];

/**
 * A line that is bent a little to the left of its way, so that goods going there and goods coming back are
 * two lines: ends, control points and middle of its two halves.
 */
export function bendOf(from: Vector, to: Vector) {
  const [x, y] = [to[0] - from[0], to[1] - from[1]];
  const bend: Vector = [(from[0] + to[0]) / 2 + y * 0.12, (from[1] + to[1]) / 2 - x * 0.12];
  const [first, second] = [halfway(from, bend), halfway(bend, to)];
  return { first, middle: halfway(first, second), second };
}

export function halfway(a: Vector, b: Vector): Vector {
  return [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2];
}
