import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seeded } from '../../../bench/allocation/random';
import { smallInstance, someSupply } from '../../../bench/allocation/small';
import type { PlanProblem, PlanSolution } from './problem';
import { solvePlan } from './solve-plan';

const seeds = fc.integer({ min: 1000, max: 1_000_000 });

function instance(seed: number): PlanProblem {
  const random = seeded(seed);
  const mixed = random.next() < 0.3;
  const made = smallInstance(seed, mixed ? [1, 4, 10] : [random.pick([1, 3])], mixed);
  if (random.next() < 0.7) return made;
  const needs = made.needs.map((need) => ({ ...need, capacityLeftMl: 300_000 }));
  return { ...made, needs };
}

/** What may have changed since a plan was solved: by hand, or in the depots and villages. */
const changes: Record<string, (problem: PlanProblem, former: PlanSolution) => PlanProblem> = {
  nothing: (problem) => problem,
  'a line pinned': (problem, { lines: [line] }) => ({
    ...problem,
    rules: { ...problem.rules, pinned: line ? [pairOf(line)] : [] },
  }),
  'a line forbidden': (problem, { lines: [line] }) => ({
    ...problem,
    rules: { ...problem.rules, forbidden: line ? [pairOf(line)] : [] },
  }),
  'less of one lot': (problem) => ({
    ...problem,
    supplies: problem.supplies.map((supply, at) =>
      at === 0 ? { ...supply, quantity: supply.quantity - supply.packSize } : supply,
    ),
  }),
  'a lot gone': (problem) => ({ ...problem, supplies: problem.supplies.slice(1) }),
  'a lot come in': (problem) => ({
    ...problem,
    supplies: [...problem.supplies, someSupply('new', { quantity: 30, size: '130' })],
  }),
  'a need met elsewhere': (problem) => ({ ...problem, needs: problem.needs.slice(1) }),
  'more people in a need': (problem) => ({
    ...problem,
    needs: problem.needs.map((need, at) => (at === 0 ? { ...need, headCount: 400 } : need)),
  }),
  'a lot that lies nearer': (problem) => ({
    ...problem,
    supplies: problem.supplies.map((supply, at) =>
      at === 0 ? { ...supply, point: { latitude: 24.5, longitude: 111 } } : supply,
    ),
  }),
  'other room at the centres': (problem) => ({
    ...problem,
    needs: problem.needs.map((need) => ({ ...need, capacityLeftMl: 200_000 })),
  }),
  'a road closed': (problem) => ({
    ...problem,
    rules: {
      ...problem.rules,
      closedRoads: [...problem.rules.closedRoads, { fromPlaceId: 'depot0', toPlaceId: 'centre0' }],
    },
  }),
};

const pairOf = ({ needId, supplyId, quantity }: PlanSolution['lines'][number]) => ({
  needId,
  supplyId,
  quantity,
});

/** As a plan is kept. */
const kept = (solution: PlanSolution) => JSON.parse(JSON.stringify(solution)) as PlanSolution;

describe('what is kept of a former plan', () => {
  it('never changes the answer, whatever has changed since', () => {
    fc.assert(
      fc.property(seeds, fc.constantFrom(...Object.keys(changes)), (seed, what) => {
        const problem = instance(seed);
        const former = solvePlan(problem);
        const changed = changes[what]?.(problem, former) ?? problem;
        const again = solvePlan(changed, undefined, undefined, kept(former));
        expect(kept(again)).toEqual(kept(solvePlan(changed)));
      }),
      { numRuns: 200 },
    );
  });

  it('is taken for every item that nothing changed for', () => {
    let [taken, solved] = [0, 0];
    fc.assert(
      fc.property(seeds, (seed) => {
        const problem = smallInstance(seed);
        const former = solvePlan(problem);
        const changed = changes['less of one lot']?.(problem, former) ?? problem;
        const { itemId } = changed.supplies[0] ?? { itemId: '' };
        for (const part of solvePlan(changed, undefined, undefined, former).parts) {
          const same = former.parts.includes(part);
          if (!part.key.startsWith(`${itemId}:`)) expect(same).toBe(true);
          taken += Number(same);
          solved += Number(!same);
        }
      }),
      { numRuns: 60 },
    );
    expect([taken > 20, solved > 20]).toEqual([true, true]);
  });
});
