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

  it('keeps the point where three areas meet, on a straight border too', () => {
    const box = (x: number, from: number, to: number, middle: Point[] = []): Point[] => [
      [x, from],
      [x + 100, from],
      ...middle,
      [x + 100, to],
      [x, to],
      [x, from],
    ];
    const long = box(0, 0, 200, [[100, 100]]);
    const thinned = thinRings([[long], [box(100, 0, 100)], [box(100, 100, 200)]]);
    for (const rings of thinned) expect(rings.flat().map(String)).toContain('100,100');
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
