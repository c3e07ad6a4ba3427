import { describe, expect, it } from 'vitest';
import { daysLeft, expiresSoon, isExpired, qualityGateRefusal } from './shelf-life';

const gate = { minMonths: 6, shortLifeMonths: 6, shortLifeMinMonths: 3 };

describe('life left', () => {
  it.each([
    ['2026-03-01', 59, false, false],
    ['2026-01-31', 30, false, true],
    ['2026-01-01', 0, false, true],
    ['2025-12-31', -1, true, false],
  ])('best before %s, on new year', (bestBefore, left, expired, soon) => {
    const on = '2026-01-01';
    expect(daysLeft({ bestBefore }, on)).toBe(left);
    expect(isExpired({ bestBefore }, on)).toBe(expired);
    expect(expiresSoon({ bestBefore }, on, 30)).toBe(soon);
  });

  it('is unknown without a date', () => {
    expect([
      daysLeft({}, '2026-01-01'),
      isExpired({}, '2026-01-01'),
      expiresSoon({}, '2026-01-01', 30),
    ]).toEqual([undefined, false, false]);
  });
});

describe('qualityGateRefusal', () => {
  it.each([
    ['no date', undefined, undefined, undefined],
    ['exactly six months left', '2025-01-10', '2026-07-10', undefined],
    ['a day short of six', '2025-01-10', '2026-07-09', 6],
    ['short life, exactly three left', '2025-12-10', '2026-04-10', undefined],
    ['short life, a day short of three', '2025-12-10', '2026-04-09', 3],
    ['a whole life of exactly six months is short', '2025-11-01', '2026-05-01', undefined],
    ['a whole life of six months and a day is not', '2025-11-01', '2026-05-02', 6],
    ['unknown production: the longer demand', undefined, '2026-05-01', 6],
  ])('%s', (_, producedOn, bestBefore, months) => {
    expect(
      qualityGateRefusal({ producedOn, bestBefore }, '2026-01-10', gate)?.facts?.['months'],
    ).toBe(months);
  });
});
