import { describe, expect, it } from 'vitest';
import { thinRings, type Point } from './thin-rings';

/** A border from (100, 0) to (100, 200) that wavers by 3 on a bend of 40. */
const border: Point[] = [
  [100, 0],
  [123, 50],
  [140, 100],
  [118, 150],
  [100, 200],
];
const west: Point[] = [[0, 0], ...border, [0, 200], [0, 0]];
const east: Point[] = [[200, 200], ...[...border].reverse(), [200, 0], [200, 200]];

describe('thinning', () => {
  it('keeps a shared border shared, whichever way it is walked', () => {
    const [[left = []] = [], [right = []] = []] = thinRings([[west], [east]]);
    const onBorder = (ring: Point[]) =>
      [...new Set(ring.filter(([x]) => x > 50 && x < 150).map(String))].sort();
    expect(onBorder(left)).toEqual(onBorder(right));
    expect(onBorder(left)).toEqual(['100,0', '100,200', '140,100']);
    expect(left[0]).toEqual(left.at(-1));
  });

  it('drops what wavers less than a kilometre', () => {
    const wavy: Point[] = [
      [0, 0],
      [50, 4],
      [100, 0],
      [100, 100],
      [0, 100],
      [0, 0],
    ];
    const [[ring = []] = []] = thinRings([[wavy]]);
    expect(ring.map(String)).not.toContain('50,4');
    expect(new Set(ring.map(String)).size).toBe(4);
  });

  it('leaves out specks, unless there is nothing else', () => {
    const speck: Point[] = [
      [300, 300],
      [304, 300],
      [304, 304],
      [300, 300],
    ];
    expect(thinRings([[west, speck]])[0]).toHaveLength(1);
  });
});
