import { describe, expect, it } from 'vitest';
import { someNeed, someProblem } from '../../../bench/allocation/small';
import { giftEffects } from './marginal';

const villageOf = (county: string, group: 'children' | 'elderly' = 'children') => ({
  use: { divisionCode: `${county}101202`, group },
});

describe('giftEffects', () => {
  const needs = [
    someNeed('a', { quantity: 60, headCount: 60, ...villageOf('451121') }),
    someNeed('b', { quantity: 100, headCount: 50, urgency: 'critical', ...villageOf('451123') }),
    someNeed('c', { quantity: 20, headCount: 20, size: '130', ...villageOf('451121', 'elderly') }),
    someNeed('met', { quantity: 10, headCount: 900 }),
  ];
  const given = new Map([
    ['met', 10],
    ['a', 30],
  ]);
  const { rules } = someProblem([], []);

  it('ranks items and sizes by what another hundred would do, and says for whom', () => {
    const effects = giftEffects({ needs, rules }, given);
    expect(effects.map(({ size, met, open }) => [size, met, open])).toEqual([
      ['120', 100, 130],
      ['130', 20, 20],
    ]);
    // The critical need's first half is worth 1.25 a coat, its second 0.75, the other's rest 0.6 and 0.3.
    expect(effects[0]?.byCounty).toEqual(
      [
        { key: '451123', quantity: 82, persons: 41 },
        { key: '451121', quantity: 18, persons: 18 },
      ].map((row) => expect.objectContaining(row)),
    );
    expect(effects[0]?.persons).toBe(59);
    expect(effects[0]?.value).toBeCloseTo(50 * 1.25 + 30 * 0.75 + 18 * 0.6 + 2 * 0.375, 9);
    expect(effects[1]?.byGroup).toEqual([{ key: 'elderly', quantity: 20, persons: 20 }]);
  });

  it('takes the gift that an item is given in', () => {
    expect(giftEffects({ needs, rules }, given, () => 5).map(({ met }) => met)).toEqual([5, 5]);
    expect(giftEffects({ needs: [], rules }, given)).toEqual([]);
  });
});
