import { describe, expect, it } from 'vitest';
import { someNeed, someProblem, someSupply } from '../../../bench/allocation/small';
import { gini, leastServed, planFigures } from './figures';
import { solvePlan } from './solve-plan';

/*
 * Two counties, three groups, three centres, two items; every figure worked out by hand. Coats: a has 2 of 10 and is given 4,
 * b 0 of 20 and is given 5. Quilts: c has 3 of 6 and is given nothing, d 0 of 4 and is given 4.
 */
const at = (divisionCode: string, group: 'children' | 'elderly' | 'women') => ({
  use: { divisionCode, group },
});
const needs = [
  someNeed('a', {
    ...at('451121101202', 'children'),
    placeId: 'x',
    quantity: 8,
    receivedBefore: 2,
    headCount: 10,
  }),
  someNeed('b', {
    ...at('451123104204', 'elderly'),
    placeId: 'y',
    quantity: 20,
    headCount: 30,
    urgency: 'urgent',
  }),
  someNeed('c', {
    ...at('451123104204', 'children'),
    placeId: 'y',
    itemId: 'quilt',
    quantity: 3,
    receivedBefore: 3,
    headCount: 6,
  }),
  someNeed('d', {
    ...at('451121101202', 'women'),
    placeId: 'z',
    itemId: 'quilt',
    quantity: 4,
    headCount: 4,
  }),
];
const supplies = [
  someSupply('coats', { unitWeightMg: 900_000 }),
  someSupply('quilts', { itemId: 'quilt', placeId: 'store', unitWeightMg: 3_000_000 }),
];
const problem = someProblem(needs, supplies, {
  lambda: 2,
  substitutionCost: 0.1,
  segments: [
    { upTo: 0.5, worth: 1 },
    { upTo: 0.8, worth: 0.6 },
    { upTo: 1, worth: 0.3 },
  ],
  urgencyWeights: { normal: 1, urgent: 1.5, critical: 2.5 },
  groupWeights: { children: 1, elderly: 2, women: 1 },
  unknownKm: 50,
});
const lines = [
  { needId: 'a', supplyId: 'coats', quantity: 4, km: 100, larger: false },
  { needId: 'b', supplyId: 'coats', quantity: 5, km: 200, larger: true },
  { needId: 'd', supplyId: 'quilts', quantity: 4, km: null, larger: false },
];
const figures = planFigures(problem, lines);

describe('the figures of a plan', () => {
  it('tell tonne-kilometres and pairs of places, an unknown way as the rules have it', () => {
    // 4 x 0.9 kg x 100 km, 5 x 0.9 kg x 200 km, 4 x 3 kg x 50 km.
    expect(figures.tonneKm).toBeCloseTo(0.36 + 0.9 + 0.6, 12);
    expect(figures.trips).toBe(3);
    const again = planFigures(problem, [...lines, { ...lines[0]!, quantity: 1 }]);
    expect(again.trips).toBe(3);
  });

  it('tell the value: what is filled beyond what was there, less the road and the larger size', () => {
    // Worth of a unit: a 10/10, b 30 x 1.5 x 2 / 20, d 4/4. a goes from 2 to 6 of 10, past the half.
    const filled = (3 + 0.6) * 1 + 5 * 4.5 + (2 + 0.6 * 1.2 + 0.3 * 0.8) * 1;
    expect(figures.value).toBeCloseTo(filled - 2 * figures.tonneKm - 5 * 0.1 * 4.5, 12);
  });

  it.each([
    ['byCounty', '451121', { needs: 2, persons: 14, before: 2 / 14, after: 10 / 14, zero: 0 }],
    ['byCounty', '451123', { needs: 2, persons: 36, before: 3 / 36, after: 10.5 / 36, zero: 0 }],
    ['byGroup', 'children', { needs: 2, persons: 16, before: 5 / 16, after: 9 / 16, zero: 0 }],
    ['byGroup', 'elderly', { needs: 1, persons: 30, before: 0, after: 1 / 4, zero: 0 }],
    ['byGroup', 'women', { needs: 1, persons: 4, before: 0, after: 1, zero: 0 }],
    ['byCentre', 'x', { needs: 1, persons: 10, before: 0.2, after: 0.6, zero: 0 }],
    ['byCentre', 'y', { needs: 2, persons: 36, before: 3 / 36, after: 10.5 / 36, zero: 0 }],
    ['byCentre', 'z', { needs: 1, persons: 4, before: 0, after: 1, zero: 0 }],
  ] as const)('tell the fill %s of %s, weighed by head count', (by, key, row) => {
    const found = figures[by].find((one) => one.key === key);
    expect(found).toMatchObject({ key, needs: row.needs, persons: row.persons, zero: row.zero });
    expect(found?.before).toBeCloseTo(row.before, 12);
    expect(found?.after).toBeCloseTo(row.after, 12);
  });

  it('sort counties, groups and centres, and count what has nothing', () => {
    expect(figures.byCounty.map((one) => one.key)).toEqual(['451121', '451123']);
    expect(figures.byCentre.map((one) => one.key)).toEqual(['x', 'y', 'z']);
    const nothing = planFigures(problem, []);
    expect(nothing.byCentre.map((one) => one.zero)).toEqual([0, 1, 1]);
    expect(nothing.value).toBe(0);
  });

  it('tell how fair it is, before and after', () => {
    expect(figures.before.zeroFill).toBe(0.5);
    expect(figures.after.zeroFill).toBe(0);
    // Before: 34 of 50 persons have 0, 10 have 0.2, 6 have 0.5. Held 5 of 50; area 0, 10 and 21.
    expect(figures.before.gini).toBeCloseTo(1 - (2 * (10 + 21)) / (50 * 5), 12);
    // After: 30 have 0.25, 6 have 0.5, 10 have 0.6, 4 have 1. Held 20.5; areas 112.5, 54, 135, 74.
    expect(figures.after.gini).toBeCloseTo(1 - (2 * (112.5 + 54 + 135 + 74)) / (50 * 20.5), 12);
  });

  it('tell the greatest distance from the share that all of an item’s needs would have', () => {
    // Before: coats 2 of 30, quilts 3 of 10; c has 0.5. After: coats 11 of 30, quilts 7 of 10; d has all.
    expect(figures.before.maxDeviation).toBeCloseTo(0.3, 12);
    expect(figures.after.maxDeviation).toBeCloseTo(0.3, 12);
    const coatsOnly = planFigures({ ...problem, needs: needs.slice(0, 2) }, lines.slice(0, 2));
    expect(coatsOnly.after.maxDeviation).toBeCloseTo(0.6 - 11 / 30, 12);
  });
});

describe('the figures of small plans', () => {
  const two = [someNeed('a', { placeId: 'x' }), someNeed('b', { placeId: 'x' })];
  const line = { km: 100, larger: false };

  it('count all lines of a need, and every depot that goes to a centre', () => {
    const some = someProblem(two, [someSupply('s'), someSupply('t', { placeId: 'store' })]);
    const figures = planFigures(some, [
      { needId: 'a', supplyId: 's', quantity: 2, ...line },
      { needId: 'a', supplyId: 't', quantity: 3, ...line },
    ]);
    expect(figures.byCentre[0]?.after).toBeCloseTo(0.25, 12);
    expect(figures.trips).toBe(2);
  });

  it('are numbers where nobody needs anything, or nobody is counted', () => {
    const none = planFigures(someProblem([], []), []);
    expect(none.after).toEqual({ gini: 0, maxDeviation: 0, zeroFill: 0 });
    const uncounted = planFigures(someProblem([someNeed('a', { headCount: 0 })], []), []);
    expect(uncounted.byCounty[0]).toMatchObject({ before: 0, after: 0 });
    expect(uncounted.after.gini).toBe(0);
  });
});

describe('the Gini coefficient', () => {
  it.each([
    ['nobody', [], 0],
    ['nothing for anybody', [[0, 5]], 0],
    [
      'all alike',
      [
        [0.4, 1],
        [0.4, 9],
      ],
      0,
    ],
    [
      'one of two with all',
      [
        [0, 1],
        [1, 1],
      ],
      0.5,
    ],
    [
      'one of ten with all',
      [
        [0, 9],
        [1, 1],
      ],
      0.9,
    ],
    [
      'in any order',
      [
        [1, 1],
        [0, 9],
      ],
      0.9,
    ],
  ] as [string, [number, number][], number][])('of %s', (_what, list, expected) => {
    const of = list.map(([share, weight]) => ({ share, weight }));
    expect(gini(of)).toBeCloseTo(expected, 12);
  });
});

describe('the least served need', () => {
  it('is that of the needs that any goods may serve, with what it had before', () => {
    const some = someProblem(
      [
        someNeed('near', { receivedBefore: 2, quantity: 8 }),
        someNeed('far', { placeId: 'elsewhere' }),
        someNeed('other', { itemId: 'quilt' }),
      ],
      [someSupply('coats', { quantity: 5 })],
      { floorShare: 1 },
    );
    const solution = solvePlan(some);
    const fills = solution.needs
      .slice(0, 2)
      .map(({ given }, i) => (i === 0 ? given + 2 : given) / 10);
    const least = leastServed(some, solution);
    expect(least).toEqual({ share: Math.min(...fills), needId: 'far', others: 0 });
    expect(least.share).toBeGreaterThan(0);
  });

  it('tells how many have no more than it', () => {
    const some = someProblem(
      [someNeed('a'), someNeed('b', { placeId: 'b' }), someNeed('c', { placeId: 'c' })],
      [someSupply('coats', { quantity: 15 })],
      { floorShare: 1 },
    );
    expect(leastServed(some, solvePlan(some))).toEqual({ share: 0.5, needId: 'a', others: 2 });
  });

  it('is 1 where no goods may serve any', () => {
    const none = someProblem([someNeed('a')], [someSupply('q', { itemId: 'quilt' })]);
    expect(leastServed(none, solvePlan(none))).toEqual({ share: 1 });
  });
});
