import { describe, expect, it } from 'vitest';
import { catalogue, unitsOf } from './catalogue.server';

const byCode = new Map(catalogue.map((item) => [item.code, item]));

describe('the first catalogue', () => {
  it('names every item once', () => {
    expect(byCode.size).toBe(catalogue.length);
    for (const key of ['number', 'nameZh', 'nameEn'] as const) {
      expect(new Set(catalogue.map((item) => item[key])).size).toBe(catalogue.length);
    }
    expect(catalogue.every((item) => /^[a-z][a-z0-9_]*$/.test(item.code))).toBe(true);
  });

  it.each(catalogue.map((item) => [item.code, item] as const))('%s is whole', (_code, item) => {
    const units = unitsOf(item);
    expect(units[0]?.[3]).toBe(1);
    expect(units[0]?.[0]).toBe(item.smallestUnit);
    expect(new Set(units.map(([code]) => code)).size).toBe(units.length);
    expect(units.every(([, , , factor]) => Number.isInteger(factor) && factor > 0)).toBe(true);
    expect(item.weightMg).toBeGreaterThan(0);
    // Nothing here is denser than 2 kg a litre, nor lighter than 20 g a litre: a slip of a thousand shows.
    const gramsPerLitre = (item.weightMg * 1_000) / item.volumeUl;
    expect(gramsPerLitre).toBeGreaterThan(20);
    expect(gramsPerLitre).toBeLessThan(2_000);
  });

  it.each([
    ['rice', 't', 1_000_000],
    ['rice', 'bag_10kg', 10_000],
    ['rice', 'bag_25kg', 25_000],
    ['cooking_oil', 'box_4x5l', 20_000],
    ['mask', 'pack_50', 50],
  ])('1 %s %s is %i of the smallest unit', (code, unit, factor) => {
    const item = byCode.get(code);
    expect(item && unitsOf(item).find(([name]) => name === unit)?.[3]).toBe(factor);
  });

  it('makes kits of items that are no kits, at most one of them sized as the kit is', () => {
    for (const kit of catalogue.filter((item) => item.parts)) {
      const parts = kit.parts?.map((part) => byCode.get(part.code)) ?? [];
      expect(parts.every((part) => part && !part.parts)).toBe(true);
      expect(parts.filter((part) => part?.sizeScheme).map((part) => part?.sizeScheme)).toEqual(
        kit.sizeScheme ? [kit.sizeScheme] : [],
      );
      const weight = kit.parts?.reduce(
        (sum, part) => sum + part.quantity * (byCode.get(part.code)?.weightMg ?? 0),
        0,
      );
      expect(kit.weightMg).toBe(weight);
    }
  });
});
