import type { RoadLine } from '~/domain/map';
import { toPath, type LonLat } from './projection';

export type RoadState = 'late' | 'draft' | 'moving';

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
  const between = (a: Vector, b: Vector): Vector => [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2];
  const [first, second] = [between(from, bend), between(bend, to)];
  return { first, middle: between(first, second), second };
}

/** Two halves, so that an arrow head can stand in the middle. */
export function roadPath(from: LonLat, to: LonLat): string {
  const [a, b] = [toPath(from), toPath(to)];
  const { first, middle, second } = bendOf(a, b);
  return `M${a.join(' ')}Q${first.join(' ')} ${middle.join(' ')}Q${second.join(' ')} ${b.join(' ')}`;
}
