import { describe, expect, it } from 'vitest';
import { areaAt, isInArea, kmToBorder, toArea, type Ring } from './area';

const box = (west: number, south: number, size: number): Ring => [
  [west, south],
  [west + size, south],
  [west + size, south + size],
  [west, south + size],
  [west, south],
];
const holed = {
  code: '451100000000',
  name: '贺州市',
  rings: [box(111, 24, 1), box(111.4, 24.4, 0.2)],
};
const beside = toArea({
  properties: { code: '450300000000', name: '桂林市' },
  geometry: { type: 'MultiPolygon', coordinates: [[box(110, 24, 1)], [box(109, 25, 0.5)]] },
});
const at = (latitude: number, longitude: number) => ({ latitude, longitude });

describe('an area', () => {
  it.each([
    ['inside', at(24.2, 111.2), true],
    ['in its hole', at(24.5, 111.5), false],
    ['west of it', at(24.2, 110.9), false],
    ['north of it', at(25.1, 111.2), false],
    ['at the height of a corner', at(25, 110.5), false],
  ])('knows what is %s', (_, point, expected) => expect(isInArea(point, holed)).toBe(expected));

  it('is found among several, islands too', () => {
    expect(areaAt(at(24.5, 110.5), [holed, beside])?.name).toBe('桂林市');
    expect(areaAt(at(25.2, 109.2), [holed, beside])?.name).toBe('桂林市');
    expect(areaAt(at(10, 10), [holed, beside])).toBeUndefined();
  });

  // A degree of longitude at 24.2° north is 111.195 km × cos 24.2°.
  it.each([
    ['outside', at(24.2, 110.9), 10.14],
    ['inside, to the outer ring', at(24.1, 111.5), 11.12],
    ['inside, to the hole', at(24.35, 111.5), 5.56],
    ['off a corner', at(23.9, 110.9), 15.06],
  ])('measures from %s', (_, point, km) => expect(kmToBorder(point, holed)).toBeCloseTo(km, 1));
});
