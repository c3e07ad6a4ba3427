import { describe, expect, it } from 'vitest';
import { someNeed, someProblem, someSupply } from '../../../bench/allocation/small';
import { explainPlan } from './explain';
import { explainLines } from './explain-line';
import type { PlanReason } from './plan-reason';
import type { PlanNeed, PlanRules, PlanSupply } from './problem';
import { solvePlan } from './solve-plan';

const far = { latitude: 22.6, longitude: 114 };
const fuchuan = { divisionCode: '451123000000' };

/** The reasons of the first need, as code and facts; nothing is solved again for them but as far as `pairs` reach. */
function why(needs: PlanNeed[], supplies: PlanSupply[], rules: Partial<PlanRules> = {}, pairs = 0) {
  const problem = someProblem(needs, supplies, rules);
  const [first] = explainPlan(problem, solvePlan(problem), pairs);
  return first?.reasons.map(({ code, facts }) => [code, facts]);
}

describe('why a need gets what it gets', () => {
  it('is met', () => {
    expect(why([someNeed('n')], [someSupply('s')])?.[0]).toEqual(['met', { given: 10 }]);
  });

  it('none: the only lot is restricted to Fuchuan county', () => {
    expect(why([someNeed('n')], [someSupply('s', { restriction: fuchuan })])).toEqual([
      ['nothing_given', { wanted: 10 }],
      ['goods_refused', { refusal: 'restricted_division', quantity: 10, ...fuchuan }],
      [
        'more_if_relaxed',
        { refusal: 'restricted_division', quantity: 10, supplies: 1, ...fuchuan },
      ],
    ]);
  });

  it('26 of 43: the last went to two centres with less than half of their need met', () => {
    const size = { size: '130' };
    const needs = [
      someNeed('n', { ...size, quantity: 43, headCount: 43 }),
      someNeed('a', { ...size, quantity: 20, headCount: 100 }),
      someNeed('b', { ...size, quantity: 16, headCount: 100 }),
    ];
    const problem = someProblem(needs, [someSupply('s', { ...size, quantity: 42 })], {
      pinned: [
        { needId: 'n', supplyId: 's', quantity: 26 },
        { needId: 'a', supplyId: 's', quantity: 9 },
        { needId: 'b', supplyId: 's', quantity: 7 },
      ],
    });
    const [first] = explainPlan(problem, solvePlan(problem));
    expect(first?.reasons.slice(0, 2)).toEqual([
      { code: 'partly_met', facts: { given: 26, wanted: 43 } },
      {
        code: 'went_to_less_served',
        facts: { quantity: 16, size: '130', needs: 2, belowPercent: 50 },
      },
    ]);
  });

  it('goods went to who weighs more', () => {
    const needs = [someNeed('n'), someNeed('b', { urgency: 'critical' })];
    const reasons = why(needs, [someSupply('s')], { floorShare: 0 });
    expect(reasons?.[0]).toEqual(['partly_met', { given: 2, wanted: 10 }]);
    expect(reasons?.[1]).toEqual(['went_to_weightier', { quantity: 8, size: '120', needs: 1 }]);
    expect(reasons?.[2]).toEqual(['more_if_given', { quantity: 8, persons: 8 }]);
  });

  it('goods went where the road is shorter', () => {
    const near = someNeed('b', { point: { latitude: 23.2, longitude: 113.2 } });
    const reasons = why([someNeed('n'), near], [someSupply('s', { quantity: 5 })], {
      floorShare: 0,
    });
    expect(reasons?.[1]).toEqual(['went_nearer', { quantity: 5, size: '120', needs: 1 }]);
  });

  it('what the floor sees to', () => {
    const needs = [someNeed('n'), someNeed('b', { urgency: 'critical', headCount: 90 })];
    const reasons = why(needs, [someSupply('s', { quantity: 10 })]);
    expect(reasons?.[1]).toEqual(['floor_given', { quantity: 4, levelPercent: 50 }]);
  });

  it('was served before', () => {
    const needs = [someNeed('n', { quantity: 2, receivedBefore: 8 }), someNeed('b')];
    expect(why(needs, [someSupply('s', { quantity: 5 })])?.[1]).toEqual([
      'served_before',
      { received: 8, percent: 80 },
    ]);
  });

  it.each<[string, string, Parameters<typeof why>[1], Partial<PlanNeed>, Partial<PlanRules>]>([
    ['nobody gave any', 'no_goods', [someSupply('q', { itemId: 'quilt' })], {}, {}],
    [
      'a pack is too large',
      'pack_too_large',
      [someSupply('s', { packSize: 20, quantity: 40 })],
      {},
      {},
    ],
    ['the road costs too much', 'too_far', [someSupply('s')], {}, { lambda: 1e4, floorShare: 0 }],
    ['the centre is full', 'no_room', [someSupply('s')], { capacityLeftMl: 30_000 }, {}],
    ['all is held back', 'goods_refused', [someSupply('s', { quarantined: true })], {}, {}],
  ])('%s', (_, code, supplies, need, rules) => {
    expect(why([someNeed('n', need)], supplies, rules)?.[1]?.[0]).toBe(code);
  });

  it('tells what one size larger, or one rule less, would bring', () => {
    const supplies = [
      someSupply('a', { size: '130', quantity: 4 }),
      someSupply('b', { restriction: { group: 'women' }, quantity: 7 }),
      // Two rules stand against these: neither alone would help.
      someSupply('c', { restriction: { group: 'women', ...fuchuan }, quantity: 50 }),
    ];
    expect(why([someNeed('n')], supplies)?.slice(-2)).toEqual([
      [
        'more_if_relaxed',
        { refusal: 'restricted_group', quantity: 7, supplies: 1, group: 'women' },
      ],
      ['more_if_larger', { quantity: 4 }],
    ]);
  });

  it('says of a road that is closed what it would bring', () => {
    const closedRoads = [{ fromPlaceId: 'depot', toPlaceId: 'centre of n' }];
    const forbidden = [{ needId: 'n', supplyId: 's' }];
    const last = (rules: Partial<PlanRules>) =>
      why([someNeed('n')], [someSupply('s')], rules)?.at(-1)?.[1];
    expect(last({ closedRoads })).toEqual({ refusal: 'closed_road', quantity: 10, supplies: 1 });
    expect(last({ forbidden })).toEqual({ refusal: 'forbidden_pair', quantity: 10, supplies: 1 });
  });
});

describe('why a line stands there', () => {
  it('is the nearest, first expired, only, larger, a pledge, pinned', () => {
    const needs = [someNeed('n', { quantity: 40, largerSizeServes: true })];
    const supplies = [
      someSupply('soon', { bestBefore: '2026-06-01' }),
      someSupply('late', { bestBefore: '2026-09-01', restriction: { purpose: 'winter' } }),
      someSupply('far', { point: { latitude: 22.6, longitude: 114 }, lotId: null }),
      someSupply('pin', { size: '130', placeId: 'other' }),
    ];
    const pinned = [{ needId: 'n', supplyId: 'pin', quantity: 10 }];
    const problem = someProblem(needs, supplies, { pinned });
    const told = explainLines(problem, solvePlan(problem)).map(({ supplyId, reasons }) => [
      supplyId,
      ...reasons.map(({ code }) => code),
    ]);
    expect(Object.fromEntries(told.map(([id, ...codes]) => [id, codes]))).toEqual({
      pin: ['line_pinned', 'line_larger'],
      soon: ['line_first_expired'],
      late: ['line_purpose_to_read', 'line_nearest'],
      far: ['line_pledge', 'line_best'],
    });
    const only = someProblem([someNeed('n')], [someSupply('s')]);
    expect(explainLines(only, solvePlan(only))[0]?.reasons[0]?.code).toBe('line_only_goods');
  });
  it.each<[string, PlanSupply[], string[], PlanReason['facts']]>([
    [
      'one of two',
      [someSupply('s'), someSupply('t', { point: far })],
      ['line_nearest'],
      { km: 375 },
    ],
    [
      'the nearest, of whatever date',
      [someSupply('s', { bestBefore: '2027-01-01' }), someSupply('t', { point: far })],
      ['line_nearest'],
      { km: 375 },
    ],
    ['the only one', [someSupply('s')], ['line_only_goods'], { km: 375 }],
    [
      'one that is not the nearest',
      [someSupply('s', { point: far, quantity: 1 }), someSupply('t', { quantity: 1 })],
      ['line_best'],
      { km: 497 },
    ],
    [
      'some of a box',
      [someSupply('s', { parcelId: 'box', quantity: 12 })],
      ['line_opens_parcel', 'line_only_goods'],
      { km: 375 },
    ],
    ['all of a box', [someSupply('s', { parcelId: 'box' })], ['line_only_goods'], { km: 375 }],
  ])('%s', (_, supplies, codes, facts) => {
    const problem = someProblem([someNeed('n')], supplies);
    const lines = explainLines(problem, solvePlan(problem));
    const reasons = lines.find(({ supplyId }) => supplyId === 's')?.reasons ?? [];
    expect(reasons.map(({ code }) => code)).toEqual(codes);
    expect(reasons.at(-1)?.facts).toEqual(facts);
  });
});

it('a box that two centres share is opened for both', () => {
  const needs = [someNeed('a', { quantity: 5 }), someNeed('b', { quantity: 5 })];
  const problem = someProblem(needs, [someSupply('s', { parcelId: 'box' })]);
  const codes = explainLines(problem, solvePlan(problem)).map(({ reasons }) => reasons[0]?.code);
  expect(codes).toEqual(['line_opens_parcel', 'line_opens_parcel']);
});

describe('the floor', () => {
  it.each([
    [2, ['floor_missed', { quantity: 3 }]],
    [5, ['floor_given', { quantity: 5, levelPercent: 50 }]],
    [6, undefined],
  ])('with %i given where 5 are sure', (given, told) => {
    const problem = someProblem([someNeed('n')], [someSupply('s')]);
    const solved = solvePlan(problem);
    const needs = solved.needs.map((one) => ({ ...one, given, floor: 5, level: 0.5 }));
    const [first] = explainPlan(problem, { ...solved, needs }, 0);
    const floor = first?.reasons.find(({ code }) => code.startsWith('floor_'));
    expect(floor && [floor.code, floor.facts]).toEqual(told);
  });
});
