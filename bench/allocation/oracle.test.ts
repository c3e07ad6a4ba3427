import { beforeAll, describe, expect, it } from 'vitest';
import type { PlanProblem, PlanSolution } from '~/domain/allocation/problem';
import { solvePlan } from '~/domain/allocation/solve-plan';
import { loadOracle, type Oracle } from './oracle';
import { parcelInstance, smallInstance, someNeed, someProblem, someSupply } from './small';

let oracle: Oracle;
beforeAll(async () => {
  oracle = await loadOracle();
});

function floorsOf(solution: PlanSolution): Map<string, number> {
  return new Map(solution.needs.map(({ needId, floor }) => [needId, floor]));
}

/** Equal to the oracle's, within a millionth. */
function expectBest(problem: PlanProblem, whole: boolean): void {
  const solution = solvePlan(problem);
  const best = oracle.best(problem, { floors: floorsOf(solution), whole }).value;
  const near = 1e-6 * Math.max(1, Math.abs(best));
  expect(Math.abs(solution.figures.value - best)).toBeLessThanOrEqual(near);
  expect(Math.abs(solution.bound - best)).toBeLessThanOrEqual(near);
}

const seeds = (from: number, count: number) => Array.from({ length: count }, (_, at) => from + at);

describe('the solver beside HiGHS', () => {
  it.each(seeds(0, 200))('is as good on random instance %i, piece by piece', (seed) => {
    expectBest(smallInstance(seed), false);
  });

  it.each(seeds(200, 100))('is as good on random instance %i, in packs of one size', (seed) => {
    expectBest(smallInstance(seed, [2, 5, 12]), true);
  });

  it.each(seeds(300, 60))('finds the same least level on random instance %i', (seed) => {
    const problem = smallInstance(seed);
    const solution = solvePlan(problem);
    const reached = new Set(solution.parts.flatMap((part) => part.needs.map((one) => one.needId)));
    expect(solution.level).toBeCloseTo(oracle.level(problem, reached), 6);
  });
});

describe('parcels of several lots beside HiGHS', () => {
  it('go whole, and cost no more than half a percent of the best in whole parcels', () => {
    let [ours, best] = [0, 0];
    for (const seed of seeds(400, 60)) {
      const made = parcelInstance(seed);
      const problem = { ...made, rules: { ...made.rules, floorShare: 0 } };
      const [mine, theirs] = [
        solvePlan(problem).figures.value,
        oracle.best(problem, { whole: true }).value,
      ];
      expect(mine).toBeLessThanOrEqual(theirs + 1e-6 * Math.max(1, theirs));
      ours += mine;
      best += theirs;
    }
    expect(1 - ours / best).toBeLessThanOrEqual(0.005);
  });
});

const far = { latitude: 24.2, longitude: 110.9 };
const eight = Array.from({ length: 8 }, (_, at) => at);
const fuchuan = { restriction: { divisionCode: '451123000000' } };

describe('adversarial instances', () => {
  it.each<[string, PlanProblem]>([
    [
      'ties everywhere',
      someProblem(
        eight.map((at) => someNeed(`n${at}`)),
        eight.slice(0, 4).map((at) => someSupply(`s${at}`)),
      ),
    ],
    ['no supply', someProblem([someNeed('n')], [])],
    ['no need', someProblem([], [someSupply('s')])],
    ['supply of nothing', someProblem([someNeed('n')], [someSupply('s', { quantity: 0 })])],
    [
      'all earmarked for elsewhere',
      someProblem(
        eight.map((at) => someNeed(`n${at}`)),
        eight.map((at) => someSupply(`s${at}`, fuchuan)),
      ),
    ],
    [
      'one centre',
      someProblem(
        [someNeed('n', { quantity: 100 })],
        eight.map((at) => someSupply(`s${at}`, { placeId: `depot${at}` })),
      ),
    ],
    [
      'islands',
      someProblem(
        eight.map((at) =>
          someNeed(`n${at}`, {
            size: at % 2 ? '120' : '160',
            use: { divisionCode: at % 3 ? '451121101202' : '451123101202', group: 'children' },
          }),
        ),
        [
          someSupply('a'),
          someSupply('b', { size: '160', ...fuchuan }),
          someSupply('c', { size: '160', quantity: 3 }),
        ],
      ),
    ],
    [
      'lots of one piece',
      someProblem(
        eight.map((at) => someNeed(`n${at}`, { quantity: 3, headCount: at + 1 })),
        Array.from({ length: 15 }, (_, at) => someSupply(`s${at}`, { quantity: 1 })),
      ),
    ],
    [
      'huge quantities',
      someProblem(
        eight.map((at) =>
          someNeed(`n${at}`, { quantity: 9_999_999_999 - at * 7, headCount: 1 + at * 1000 }),
        ),
        eight.map((at) =>
          someSupply(`s${at}`, { quantity: 5_000_000_001 + at, unitWeightMg: 1, point: far }),
        ),
        { lambda: 1000 },
      ),
    ],
    [
      'a road that costs more than the use is worth',
      someProblem([someNeed('n')], [someSupply('s')], { lambda: 1000, floorShare: 0 }),
    ],
  ])('%s', (_, problem) => {
    expectBest(problem, false);
  });
});
