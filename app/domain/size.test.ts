import { describe, expect, it } from 'vitest';
import {
  allSizes,
  commonSizes,
  compareSizes,
  isOneLarger,
  parseSize,
  sizeSchemes,
  type SizeScheme,
} from './size';

describe('a size as typed', () => {
  it.each<[SizeScheme, string, string | undefined]>([
    ['none', '', ''],
    ['none', '  ', ''],
    ['none', '120', undefined],
    ['child_height', '100', '100'],
    ['child_height', '170', '170'],
    ['child_height', ' 125 cm', '125'],
    ['child_height', '１２０', '120'],
    ['child_height', '95', undefined],
    ['child_height', '175', undefined],
    ['child_height', '123', undefined],
    ['child_height', '', undefined],
    ['child_height', '-120', undefined],
    ['child_height', '1e2', undefined],
    ['child_height', '120.0', undefined],
    ['child_height', '十', undefined],
    ['adult_garment', '170/88A', '170/88A'],
    ['adult_garment', '１７０／８８ａ', '170/88A'],
    ['adult_garment', '185/104C', '185/104C'],
    ['adult_garment', '160 / 84 Y', '160/84Y'],
    // The published example of an invalid size: 173 is off the heights and 82 off the chests.
    ['adult_garment', '173/82A', undefined],
    ['adult_garment', '173/88A', undefined],
    ['adult_garment', '170/82A', undefined],
    ['adult_garment', '170/88D', undefined],
    ['adult_garment', '170/88', undefined],
    ['adult_garment', '170', undefined],
    ['adult_garment', '140/68A', undefined],
    ['adult_garment', '170/128A', undefined],
    ['adult_garment', '170/088A', undefined],
    ['adult_garment', 'XL', undefined],
    ['shoe_mm', '245', '245'],
    ['shoe_mm', '245mm', '245'],
    ['shoe_mm', '247', undefined],
    ['shoe_mm', '305', undefined],
    ['shoe_mm', '42', undefined],
  ])('%s %j is %j', (scheme, text, size) => {
    expect(parseSize(scheme, text)).toBe(size);
  });

  it.each([
    ['170/74A', '170/74A'],
    ['170/72A', '170/72A'],
    ['170/73A', undefined],
    ['170/118A', undefined],
  ])('of trousers goes by the waist: %s is %s', (text, size) => {
    expect(parseSize('adult_garment', text, 'waist')).toBe(size);
  });
});

describe('the sizes of a scheme', () => {
  it.each([
    ['none', 0, undefined, undefined],
    ['child_height', 15, '100', '170'],
    ['adult_garment', 10 * 15 * 4, '145/68Y', '190/124C'],
    ['shoe_mm', 39, '110', '300'],
  ] as const)('%s has %i', (scheme, count, first, last) => {
    const sizes = allSizes(scheme);
    expect([sizes.length, sizes.at(0), sizes.at(-1)]).toEqual([count, first, last]);
  });

  it.each(sizeSchemes)('of %s are all on it, sorted, the common ones among them', (scheme) => {
    const sizes = allSizes(scheme);
    expect(sizes.every((size) => parseSize(scheme, size) === size)).toBe(true);
    expect([...sizes].reverse().sort((a, b) => compareSizes(scheme, a, b))).toEqual(sizes);
    const common = commonSizes(scheme);
    expect(common.every((size) => sizes.includes(size))).toBe(true);
    expect([...common].sort((a, b) => compareSizes(scheme, a, b))).toEqual(common);
  });

  it('sorts what is off the scheme last, and always the same way', () => {
    const sort = (sizes: string[]) => sizes.sort((a, b) => compareSizes('adult_garment', a, b));
    expect(sort(['XL', '180/96A', 'L', '170/100B'])).toEqual(['170/100B', '180/96A', 'L', 'XL']);
    expect(['90', '110', '100'].sort((a, b) => compareSizes('child_height', a, b))).toEqual([
      '100',
      '110',
      '90',
    ]);
  });
});

describe('one size larger', () => {
  it.each<[SizeScheme, string, string, boolean]>([
    ['child_height', '120', '125', true],
    ['child_height', '120', '130', true],
    ['child_height', '120', '135', false],
    ['child_height', '120', '120', false],
    ['child_height', '120', '110', false],
    ['child_height', '170', '175', false],
    ['adult_garment', '170/88A', '175/88A', true],
    ['adult_garment', '170/88A', '170/92A', true],
    ['adult_garment', '170/88A', '175/92A', true],
    ['adult_garment', '170/88A', '170/88A', false],
    ['adult_garment', '170/88A', '180/92A', false],
    ['adult_garment', '170/88A', '175/96A', false],
    ['adult_garment', '170/88A', '175/84A', false],
    ['adult_garment', '170/88A', '165/92A', false],
    ['adult_garment', '170/88A', '175/92B', false],
    ['adult_garment', '170/88A', '175/90A', false],
    ['shoe_mm', '240', '245', true],
    ['shoe_mm', '240', '250', false],
    ['shoe_mm', '245', '240', false],
    ['none', '', '', false],
    ['child_height', '', '100', false],
  ])('%s: %s served by %s: %s', (scheme, wanted, offered, serves) => {
    expect(isOneLarger(scheme, wanted, offered)).toBe(serves);
  });
});
