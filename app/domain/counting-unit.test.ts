import { describe, expect, it } from 'vitest';
import { countingUnit } from './counting-unit';

const units = [
  { code: 'g', factor: 1 },
  { code: 'kg', factor: 1000 },
  { code: 'bag_10kg', factor: 10_000 },
  { code: 't', factor: 1_000_000 },
];

describe('countingUnit', () => {
  it.each([
    [30_000_000, 10_000, 'bag_10kg'],
    [30_000_000, null, 't'],
    [25_000, 10_000, 'kg'],
    [25_500, 10_000, 'g'],
    [40_000, 20_000, 'kg'],
  ])('counts %i g in packs of %s as %s', (quantity, packSize, code) => {
    expect(countingUnit(quantity, units, packSize).code).toBe(code);
  });
});
