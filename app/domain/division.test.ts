import { describe, expect, it } from 'vitest';
import {
  ancestry,
  completeCode,
  contains,
  countyCode,
  depthOf,
  disambiguated,
  divisionLevels,
  divisionPrefix,
  isInForce,
  levelOf,
  parentOf,
} from './division';

describe('the digits of a division code', () => {
  it.each([
    ['450000000000', 1, '45', '450000', undefined],
    ['451100000000', 2, '4511', '451100', '450000000000'],
    ['451121000000', 3, '451121', '451121', '451100000000'],
    ['451121100000', 4, '451121100', '451121', '451121000000'],
    ['451121100201', 5, '451121100201', '451121', '451121100000'],
    // 东莞 has no counties: the placeholder 441900 is the prefecture, and the township's parent.
    ['441900000000', 2, '4419', '441900', '440000000000'],
    ['441900003000', 4, '441900003', '441900', '441900000000'],
    ['442000100001', 5, '442000100001', '442000', '442000100000'],
    // A township whose own digits end in zeros stays a township.
    ['451121200000', 4, '451121200', '451121', '451121000000'],
  ] as const)(
    '%s lies at depth %i, prefix %s, county %s',
    (code, depth, prefix, county, parent) => {
      expect(depthOf(code)).toBe(depth);
      expect(levelOf(code)).toBe(divisionLevels[depth - 1]);
      expect(divisionPrefix(code)).toBe(prefix);
      expect(countyCode(code)).toBe(county);
      expect(parentOf(code)).toBe(parent);
    },
  );

  it.each(['', '4511', '45110000000', '4511000000000', '45110000000x', '051100000000'])(
    'refuses %j',
    (code) => {
      expect(() => levelOf(code)).toThrow();
      expect(() => countyCode(code)).toThrow();
    },
  );

  it.each([
    ['', '451121100201', true],
    ['4511', '451121100201', true],
    ['451121', '451121000000', true],
    ['451122', '451121100201', false],
    ['4419', '441900003001', true],
  ])('%j contains %s: %s', (prefix, code, inside) => {
    expect(contains(prefix, code)).toBe(inside);
  });

  it('tells the way from the province down', () => {
    expect(ancestry('451121100201')).toEqual([
      '450000000000',
      '451100000000',
      '451121000000',
      '451121100000',
      '451121100201',
    ]);
    expect(ancestry('441900003001')).toEqual([
      '440000000000',
      '441900000000',
      '441900003000',
      '441900003001',
    ]);
  });

  it.each([
    ['45', '450000000000'],
    ['4511', '451100000000'],
    ['451121', '451121000000'],
    ['451121100', '451121100000'],
    ['451121100201', '451121100201'],
    ['451', undefined],
    ['0511', undefined],
    ['4511x1', undefined],
  ])('completes %s to %s', (digits, code) => {
    expect(completeCode(digits)).toBe(code);
  });
});

describe('validity', () => {
  it.each([
    [null, null, '1999-01-01', true],
    ['2025-09-01', null, '2025-08-31', false],
    ['2025-09-01', null, '2025-09-01', true],
    [null, '2025-09-01', '2025-08-31', true],
    [null, '2025-09-01', '2025-09-01', false],
  ])('from %s to %s, on %s: %s', (validFrom, validTo, day, inForce) => {
    expect(isInForce({ validFrom, validTo }, day)).toBe(inForce);
  });
});

describe('a name among its namesakes', () => {
  const hezhou = [
    { code: '450000000000', name: '广西壮族自治区' },
    { code: '451100000000', name: '贺州市' },
    { code: '451121000000', name: '昭平县' },
    { code: '451121100000', name: '昭平镇' },
    { code: '451121100201', name: '太平村委会' },
  ];
  it.each([
    [5, ['太平村委会', '昭平镇', '昭平县']],
    [4, ['昭平镇', '昭平县']],
    [3, ['昭平县']],
    [2, ['贺州市']],
    [1, ['广西壮族自治区']],
    [0, []],
  ])('the first %i steps of the way', (steps, names) => {
    expect(disambiguated(hezhou.slice(0, steps))).toEqual(names);
  });

  it('puts the prefecture in the place of a county that does not exist', () => {
    expect(
      disambiguated([
        { code: '440000000000', name: '广东省' },
        { code: '441900000000', name: '东莞市' },
        { code: '441900003000', name: '东城街道' },
        { code: '441900003001', name: '岗贝社区居民委员会' },
      ]),
    ).toEqual(['岗贝社区居民委员会', '东城街道', '东莞市']);
  });
});
