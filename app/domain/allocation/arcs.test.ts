import { describe, expect, it } from 'vitest';
import { someNeed, someProblem, someSupply } from '../../../bench/allocation/small';
import { arcJudge } from './arcs';
import type { PlanNeed, PlanRules, PlanSupply } from './problem';
import { roadKm, spotOf } from './road';

const fuchuan = { divisionCode: '451123000000' };
const pair = { needId: 'n', supplyId: 's' };
const road = { fromPlaceId: 'depot', toPlaceId: 'centre of n' };

function refusal(
  supply: Partial<PlanSupply>,
  need: Partial<PlanNeed> = {},
  rules: Partial<PlanRules> = {},
) {
  const problem = someProblem([someNeed('n', need)], [someSupply('s', supply)], rules);
  return arcJudge(problem).refusal(0, 0);
}

describe('what may go to whom', () => {
  it.each<[string | undefined, ...Parameters<typeof refusal>]>([
    [undefined, {}],
    ['wrong_size', { size: '130' }],
    [undefined, { size: '130' }, { largerSizeServes: true }],
    ['wrong_size', { size: '150' }, { largerSizeServes: true }],
    ['wrong_size', { size: '110' }, { largerSizeServes: true }],
    ['restricted_division', { restriction: fuchuan }],
    [undefined, { restriction: { divisionCode: '451121000000' } }],
    ['restricted_group', { restriction: { group: 'elderly' } }],
    [
      'restricted_purpose',
      { restriction: { purpose: 'school' } },
      { use: { divisionCode: '451121101202', group: 'children', purpose: 'winter' } },
    ],
    ['quarantined', { quarantined: true }],
    ['no_free_stock', { quantity: 0 }],
    ['closed_road', {}, {}, { closedRoads: [road] }],
    [undefined, {}, {}, { closedRoads: [{ ...road, fromPlaceId: 'elsewhere' }] }],
    ['forbidden_pair', {}, {}, { forbidden: [pair] }],
    ['forbidden_pair', {}, {}, { pinned: [{ ...pair, quantity: 1 }] }],
    ['centre_full', {}, { capacityLeftMl: 0 }],
    [undefined, {}, { capacityLeftMl: 1 }],
  ])('answers %s', (reason, ...asked) => {
    expect(refusal(...asked)).toBe(reason);
  });

  // From the depot to the centre it is some 374 km by road: a day at 400 km a day, two at 200.
  it.each<[string | undefined, Partial<PlanSupply>, Partial<PlanRules>]>([
    [undefined, { bestBefore: '2026-01-26' }, {}],
    ['too_little_life', { bestBefore: '2026-01-25' }, {}],
    ['too_little_life', { bestBefore: '2026-01-26' }, { kmPerDay: 200 }],
    [undefined, { bestBefore: '2026-01-11' }, { minLifeDays: 0 }],
    ['expired', { bestBefore: '2026-01-10' }, { minLifeDays: 0 }],
    ['expired', { bestBefore: '2026-02-01', arrivesOn: '2026-02-02', lotId: null }, {}],
    [undefined, { bestBefore: '2026-02-20', arrivesOn: '2026-02-02', lotId: null }, {}],
    ['too_little_life', { bestBefore: '2026-02-17', arrivesOn: '2026-02-02', lotId: null }, {}],
    [undefined, { bestBefore: '2026-01-26', arrivesOn: '2025-12-01', lotId: null }, {}],
  ])('%s: looks at the shelf life on the day of arrival', (reason, supply, rules) => {
    expect(refusal(supply, {}, rules)).toBe(reason);
  });
});

describe('roads', () => {
  it('are the great circle times the road factor', () => {
    const guangzhou = spotOf({ latitude: 23.13, longitude: 113.26 });
    const hezhou = spotOf({ latitude: 24.41, longitude: 111.56 });
    expect(roadKm(guangzhou, hezhou, { roadFactor: 1 })).toBeCloseTo(223.8, 0);
    expect(roadKm(guangzhou, hezhou, { roadFactor: 2 })).toBeCloseTo(447.6, 0);
    expect(roadKm(guangzhou, undefined, { roadFactor: 1 })).toBeUndefined();
  });
});
