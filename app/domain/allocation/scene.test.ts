import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { smallInstance } from '../../../bench/allocation/small';
import { sceneOf } from './scene';
import { solvePlan } from './solve-plan';

it('finds the goods that a need would have next as if it had looked at all of them', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1000, max: 1_000_000 }), fc.constantFrom(1, 3), (seed, count) => {
      const problem = smallInstance(seed);
      const scene = sceneOf(problem, solvePlan(problem));
      const ids = (sights: ReturnType<typeof scene.sights>) => sights.map((one) => one.supply.id);
      for (const needAt of problem.needs.keys()) {
        const all = scene.sights(needAt);
        const usable = all.filter(({ refusal }) => !refusal);
        expect(ids(scene.nextGoods(needAt, count))).toEqual(ids(usable.slice(0, count)));
        expect(ids(scene.leftGoods(needAt))).toEqual(ids(all.filter(({ left }) => left > 0)));
      }
    }),
    { numRuns: 60 },
  );
});
