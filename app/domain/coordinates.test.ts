import { describe, expect, it } from 'vitest';
import { fromWgs84, isAround, looksSwapped, toWgs84 } from './coordinates';
import { greatCircleKm } from './distance';
import { datums } from './organisation';

const hezhou = { latitude: 24.40357, longitude: 111.56675 };

describe('toWgs84', () => {
  it.each(datums)('brings back what was turned into %s, to the metre', (datum) => {
    const there = { ...fromWgs84(hezhou, datum), datum };
    expect(greatCircleKm(toWgs84(there), hezhou)).toBeLessThan(0.001);
  });

  it.each([
    ['WGS84', 0, 0],
    ['CGCS2000', 0, 0],
    // Computed for Hezhou before the first line: 605 to 619 m.
    ['GCJ02', 0.59, 0.63],
    ['BD09', 0.8, 1.6],
  ] as const)('moves a point of Hezhou given in %s by %f to %f km', (datum, least, most) => {
    const moved = greatCircleKm(toWgs84({ ...hezhou, datum }), hezhou);
    expect(moved).toBeGreaterThanOrEqual(least);
    expect(moved).toBeLessThanOrEqual(most);
  });
});

describe('what makes sense', () => {
  it.each([
    [24.41, 111.55, true, false],
    [111.55, 24.41, false, true],
    [20.1, 110.3, true, false],
    [51.5, -0.1, false, false],
    [0, 0, false, false],
    [39.9, 116.4, false, false],
  ])('%f, %f: around here %s, swapped %s', (latitude, longitude, around, swapped) => {
    expect(isAround({ latitude, longitude })).toBe(around);
    expect(looksSwapped({ latitude, longitude })).toBe(swapped);
  });
});
