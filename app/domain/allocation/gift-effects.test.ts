import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  parcelInstance,
  smallInstance,
  someNeed,
  someProblem,
  someSupply,
} from '../../../bench/allocation/small';
import { giftEffects, type GiftEffect } from './gift-effects';
import type { PlanProblem, PlanSolution } from './problem';
import { solvePlan } from './solve-plan';

const hundred = () => ({ quantity: 100, unitWeightMg: 900_000, unitVolumeUl: 6_000_000 });
const villageOf = (county: string, group: 'children' | 'elderly' = 'children') => ({
  use: { divisionCode: `${county}101202`, group },
});
/** What a plan gives of one item. */
function givenOf(problem: PlanProblem, { needs }: PlanSolution, itemId: string): number {
  return needs.reduce(
    (sum, { given }, at) => sum + (problem.needs[at]?.itemId === itemId ? given : 0),
    0,
  );
}
const sumOf = (rows: GiftEffect['byCounty']) => rows.reduce((sum, row) => sum + row.quantity, 0);

/** The whole problem solved with the gift beside all other goods, nothing kept from before. */
function withGift(problem: PlanProblem, { itemId, size, depotId, gift }: GiftEffect): PlanSolution {
  const depot = problem.supplies.find((one) => one.placeId === depotId && one.point !== undefined);
  const more = someSupply('gift', { ...hundred(), quantity: gift, itemId, size, lotId: null });
  const there = { placeId: depotId ?? '', point: depot?.point };
  return solvePlan({ ...problem, supplies: [...problem.supplies, { ...more, ...there }] });
}

describe('giftEffects', () => {
  it('ranks items and sizes by what another hundred would do, and says for whom', () => {
    const needs = [
      someNeed('a', { quantity: 60, headCount: 60, ...villageOf('451121') }),
      someNeed('b', { quantity: 100, headCount: 50, urgency: 'critical', ...villageOf('451123') }),
      someNeed('c', {
        quantity: 20,
        headCount: 20,
        size: '130',
        ...villageOf('451121', 'elderly'),
      }),
      someNeed('met', { quantity: 10, headCount: 900, itemId: 'quilt' }),
    ];
    const supplies = [
      someSupply('s', { quantity: 30, restriction: { divisionCode: '451121000000' } }),
      someSupply('q', { itemId: 'quilt' }),
    ];
    const effects = giftEffects(someProblem(needs, supplies, { floorShare: 0 }), hundred);
    expect(effects.map(({ size, met, open }) => [size, met, open])).toEqual([
      ['120', 100, 130],
      ['130', 20, 20],
    ]);
    // The critical need's first half is worth 1.25 a coat, its second 0.75, the other's rest 0.6 and 0.3.
    expect(effects[0]?.byCounty).toEqual([
      { key: '451123', quantity: 82, people: 50 },
      { key: '451121', quantity: 18, people: 60 },
    ]);
    expect(effects[0]?.persons).toBe(59);
    expect(effects[0]?.value).toBeGreaterThan(
      0.97 * (50 * 1.25 + 30 * 0.75 + 18 * 0.6 + 2 * 0.375),
    );
    expect(effects[1]?.byGroup).toEqual([{ key: 'elderly', quantity: 20, people: 20 }]);
  });

  it('counts what the gift frees for another size, and brings it to the nearest depot', () => {
    const needs = [
      someNeed('small', { largerSizeServes: true }),
      someNeed('large', { size: '130', headCount: 5 }),
    ];
    const near = { latitude: 24.7, longitude: 111.4 };
    const supplies = [
      someSupply('l', { size: '130' }),
      someSupply('q', { itemId: 'quilt', placeId: 'near', point: near }),
    ];
    const [first] = giftEffects(someProblem(needs, supplies), hundred);
    expect(first).toMatchObject({ size: '120', met: 10, depotId: 'near' });
    const [alone] = giftEffects(someProblem(needs, []), hundred);
    expect(alone).toMatchObject({ size: '130', met: 20, depotId: null });
  });

  it('takes the gift that an item is given in, and finds nothing where nothing is open', () => {
    const problem = someProblem([someNeed('a'), someNeed('b', { size: '130' })], []);
    const five = giftEffects(problem, () => ({ ...hundred(), quantity: 5 }));
    expect(five.map(({ met, gift }) => [met, gift])).toEqual([
      [5, 5],
      [5, 5],
    ]);
    expect(giftEffects(someProblem([], []), hundred)).toEqual([]);
    expect(giftEffects(someProblem([someNeed('a')], [someSupply('s')]), hundred)).toEqual([]);
  });

  it('is what the whole plan solved with the gift gives more than the plan without', () => {
    const seeds = fc.integer({ min: 1000, max: 1_000_000 });
    fc.assert(
      fc.property(seeds, fc.constantFrom('plain', 'full', 'boxed'), (seed, kind) => {
        const made = kind === 'boxed' ? parcelInstance(seed) : smallInstance(seed);
        const room = kind === 'full' ? { capacityLeftMl: 90_000 } : {};
        const problem = { ...made, needs: made.needs.map((need) => ({ ...need, ...room })) };
        const before = solvePlan(problem);
        for (const effect of giftEffects(problem, hundred)) {
          const after = withGift(problem, effect);
          const given = (plan: PlanSolution) => givenOf(problem, plan, effect.itemId);
          expect(effect.met).toBe(given(after) - given(before));
          expect(effect.value).toBeCloseTo(after.figures.value - before.figures.value, 6);
          expect(sumOf(effect.byCounty)).toBe(effect.met);
          expect(sumOf(effect.byGroup)).toBe(effect.met);
        }
      }),
      { numRuns: 40 },
    );
  });
});
