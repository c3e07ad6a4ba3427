import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { smallInstance } from '../../../bench/allocation/small';
import { arcJudge } from './arcs';
import { explainPlan } from './explain';
import { mendFloors } from './mend-floors';
import type { Part } from './part';
import type { PlanProblem, PlanSolution } from './problem';
import { solvePlan } from './solve-plan';

const seeds = fc.integer({ min: 1000, max: 1_000_000 });
const mixes = [
  [1, 4, 10],
  [4, 10, 25],
  [3, 7],
];
const mixedInstance = (seed: number, packs: readonly number[]): PlanProblem => {
  const made = smallInstance(seed, packs, true);
  return { ...made, rules: { ...made.rules, floorShare: 1 } };
};

interface Short {
  at: number;
  missing: number;
  greatestPack: number;
}

/** Needs below their floor, with the greatest pack among the goods of their item. */
function shortOf({ needs, supplies }: PlanProblem, solution: PlanSolution): Short[] {
  return solution.needs.flatMap(({ given, floor }, at) => {
    const packs = supplies.flatMap((one) =>
      one.itemId === needs[at]?.itemId ? [one.packSize] : [],
    );
    if (given >= floor) return [];
    return [{ at, missing: floor - given, greatestPack: Math.max(...packs) }];
  });
}

/** A pack that is left, or that another has beyond its floor, for a need that is short and has room for it. */
function mendable(problem: PlanProblem, solution: PlanSolution, { at }: Short): string[] {
  const judge = arcJudge(problem);
  const need = problem.needs[at];
  const given = solution.needs[at]?.given ?? 0;
  const outcome = new Map(solution.needs.map((one) => [one.needId, one]));
  return problem.supplies.flatMap((supply, s) => {
    const { packSize, id } = supply;
    if (supply.itemId !== need?.itemId || judge.refusal(at, s)) return [];
    if (given + packSize > need.quantity) return [];
    if (supply.quantity - (solution.supplies[s]?.given ?? 0) >= packSize) return [`${id} is left`];
    return solution.lines
      .filter(({ needId, supplyId }) => {
        const other = outcome.get(needId);
        return (
          supplyId === id && needId !== need.id && other && other.given - packSize >= other.floor
        );
      })
      .map(({ needId }) => `${id} from ${needId}`);
  });
}

describe('floors where packs of several sizes lie side by side', () => {
  it('are missed by less than two of the item’s greatest packs, and by nothing that one pack could mend', () => {
    fc.assert(
      fc.property(seeds, fc.constantFrom(...mixes), (seed, packs) => {
        const problem = mixedInstance(seed, packs);
        const solution = solvePlan(problem);
        for (const short of shortOf(problem, solution)) {
          expect(short.missing).toBeLessThan(2 * short.greatestPack);
          expect(mendable(problem, solution, short)).toEqual([]);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('are told where they are missed', () => {
    let told = 0;
    for (let seed = 0; seed < 150; seed += 1) {
      const problem = mixedInstance(seed, [4, 10, 25]);
      const solution = solvePlan(problem);
      const short = shortOf(problem, solution);
      const reasons = explainPlan(problem, solution, 0);
      for (const [at, { reasons: mine }] of reasons.entries()) {
        const missing = short.find((one) => one.at === at)?.missing;
        const said = mine.find(({ code }) => code === 'floor_missed')?.facts['quantity'];
        expect(said).toBe(missing);
        told += Number(said !== undefined);
      }
    }
    expect(told).toBeGreaterThan(0);
  });
});

/** Every need may have of every supply; `amount` by need, then by supply. */
function mended(given: {
  packs: number[];
  stock: number[];
  room: number[];
  floor: number[];
  amount: number[];
}): number[] {
  const { packs, stock, room, floor } = given;
  const part: Part = {
    itemId: 'rice',
    supplies: packs.map((_, s) => s),
    needs: room.map((_, n) => n),
    unit: 1,
    packs: Float64Array.from(packs),
    mixed: true,
    stock: Float64Array.from(stock),
    room: Float64Array.from(room),
    most: Float64Array.from(room),
    start: Int32Array.from([...room, 0], (_, n) => n * packs.length),
    supply: Int32Array.from(room.flatMap(() => packs.map((_, s) => s))),
    cost: new Float64Array(room.length * packs.length),
  };
  const wants = {
    steps: room.map((count) => [{ count, worth: 1 }]),
    floor: Float64Array.from(floor),
  };
  const amount = Float64Array.from(given.amount);
  mendFloors(part, wants, part.packs, amount);
  return [...amount];
}

describe('mending a floor', () => {
  it.each<[string, Parameters<typeof mended>[0], number[]]>([
    [
      'takes a pack that is left, once',
      { packs: [10], stock: [10], room: [20], floor: [20], amount: [0] },
      [10],
    ],
    [
      'takes one from a need that has more than its floor',
      { packs: [10], stock: [20], room: [20, 20], floor: [10, 10], amount: [0, 20] },
      [10, 10],
    ],
    [
      'takes none where the other would lose as much',
      { packs: [10], stock: [10], room: [20, 20], floor: [10, 10], amount: [0, 10] },
      [0, 10],
    ],
    [
      'takes one where the other loses less of its floor than is held',
      { packs: [10], stock: [10], room: [20, 20], floor: [10, 4], amount: [0, 10] },
      [10, 0],
    ],
    [
      'takes a larger pack instead of a smaller where there is no room for both',
      { packs: [10, 4], stock: [10, 4], room: [12], floor: [10], amount: [0, 4] },
      [10, 0],
    ],
    [
      'and does not where even that has no room',
      { packs: [10, 4], stock: [10, 4], room: [9], floor: [8], amount: [0, 4] },
      [0, 4],
    ],
  ])('%s', (_, given, expected) => {
    expect(mended(given)).toEqual(expected);
  });
});
