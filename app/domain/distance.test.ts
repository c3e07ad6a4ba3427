import { describe, expect, it } from 'vitest';
import { greatCircleKm, nearest, roadKm } from './distance';

const hezhou = { latitude: 24.40357, longitude: 111.56675 };
const fuchuan = { latitude: 24.8139, longitude: 111.29079 };

describe('greatCircleKm', () => {
  it.each([
    ['itself', hezhou, hezhou, 0],
    [
      'a degree along the equator',
      { latitude: 0, longitude: 0 },
      { latitude: 0, longitude: 1 },
      111.2,
    ],
    ['pole to pole', { latitude: 90, longitude: 0 }, { latitude: -90, longitude: 50 }, 20015.1],
    [
      'across the date line',
      { latitude: 0, longitude: 179.5 },
      { latitude: 0, longitude: -179.5 },
      111.2,
    ],
    ['Hezhou to Fuchuan', hezhou, fuchuan, 53.5],
  ])('%s', (_, a, b, km) => {
    expect(greatCircleKm(a, b)).toBeCloseTo(km, 0);
    expect(greatCircleKm(b, a)).toBeCloseTo(greatCircleKm(a, b), 9);
  });
});

it('reckons the road as a multiple of the straight way', () => {
  expect(roadKm(hezhou, fuchuan, 1.4)).toBeCloseTo(1.4 * greatCircleKm(hezhou, fuchuan), 9);
});

it('names the nearest first, no more than asked', () => {
  const all = [
    { id: 'far', point: { latitude: 22, longitude: 108 } },
    { id: 'here', point: hezhou },
    { id: 'near', point: fuchuan },
  ];
  expect(nearest(hezhou, all, 2).map(({ id }) => id)).toEqual(['here', 'near']);
  expect(nearest(hezhou, all, 9)).toHaveLength(3);
});
