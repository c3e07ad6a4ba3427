import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seeded } from '../../../bench/allocation/random';
import { smallInstance, someNeed, someProblem, someSupply } from '../../../bench/allocation/small';
import { arcJudge } from './arcs';
import { planFigures } from './figures';
import type { PlanNeed, PlanProblem, PlanSolution } from './problem';
import { solvePlan } from './solve-plan';
import { fillValue, fullUnitWorth, unitCost } from './worth';

const seeds = fc.integer({ min: 1000, max: 1_000_000 });

/** Centres with room for some of what they ask, goods of several bulks; sometimes a pin that takes of it. */
function tightInstance(seed: number, packs: readonly number[]): PlanProblem {
  const made = smallInstance(seed, packs);
  const random = seeded(seed);
  const rooms = new Map<string, number>();
  for (const { placeId } of made.needs) {
    if (!rooms.has(placeId)) rooms.set(placeId, random.whole(0, 900_000));
  }
  const problem = {
    ...made,
    needs: made.needs.map((need) => ({ ...need, capacityLeftMl: rooms.get(need.placeId) })),
    supplies: made.supplies.map((supply) => ({
      ...supply,
      unitVolumeUl: random.pick([0, 1_000_000, 6_000_000, 25_000_000]),
    })),
  };
  const [line] = random.next() < 0.4 ? solvePlan(problem).lines : [];
  if (!line) return problem;
  const { needId, supplyId, quantity } = line;
  return { ...problem, rules: { ...problem.rules, pinned: [{ needId, supplyId, quantity }] } };
}

function roomLeft(problem: PlanProblem, { lines }: PlanSolution): Map<string, number> {
  const room = new Map(problem.needs.map((need) => [need.placeId, need.capacityLeftMl ?? 0]));
  for (const { needId, supplyId, quantity } of lines) {
    const placeId = problem.needs.find(({ id }) => id === needId)?.placeId ?? '';
    const volumeUl = problem.supplies.find(({ id }) => id === supplyId)?.unitVolumeUl ?? 0;
    room.set(placeId, (room.get(placeId) ?? 0) - (quantity * volumeUl) / 1000);
  }
  return room;
}

/** Deliveries of one pack that is left, to a need that wants it and whose centre has room, worth more than their way. */
function improvingMoves(problem: PlanProblem, solution: PlanSolution): string[] {
  const { needs, supplies, rules } = problem;
  const judge = arcJudge(problem);
  const room = roomLeft(problem, solution);
  return needs.flatMap((need, n) =>
    supplies.flatMap((supply, s) => {
      if (supply.itemId !== need.itemId || judge.refusal(n, s)) return [];
      const pack = supply.packSize;
      const [given, taken] = [solution.needs[n]?.given ?? 0, solution.supplies[s]?.given ?? 0];
      const fits = supply.unitVolumeUl * pack <= (room.get(need.placeId) ?? 0) * 1000;
      if (!fits || given + pack > need.quantity || taken + pack > supply.quantity) return [];
      const filled = need.receivedBefore + given;
      const worth = fillValue(need, rules, filled + pack) - fillValue(need, rules, filled);
      const km = judge.km(n, s) ?? rules.unknownKm;
      const unitWorth = fullUnitWorth(need, rules);
      const cost = unitCost(supply, rules, { km, larger: judge.isLarger(n, s), unitWorth }) * pack;
      return worth > cost * (1 + 1e-6) + 1e-9 ? [`${supply.id} to ${need.id}`] : [];
    }),
  );
}

describe('the room of a centre', () => {
  it('is never exceeded, and none is left that goods left over could use', () => {
    fc.assert(
      fc.property(seeds, fc.constantFrom([1], [3]), (seed, packs) => {
        const problem = tightInstance(seed, packs);
        const solution = solvePlan(problem);
        for (const left of roomLeft(problem, solution).values()) {
          expect(left).toBeGreaterThanOrEqual(-1e-6);
        }
        expect(improvingMoves(problem, solution)).toEqual([]);
        const pinned = solution.lines.filter((line) => line.pinned);
        const shared = [...pinned, ...solution.parts.flatMap(({ lines }) => lines)];
        const before = planFigures(problem, shared).value;
        expect(solution.figures.value).toBeGreaterThanOrEqual(before - 1e-9);
        expect(solution.figures.value).toBeLessThanOrEqual(solution.bound + 1e-6);
        expect(solvePlan(tightInstance(seed, packs))).toEqual(solution);
      }),
      { numRuns: 150 },
    );
  });

  it('is kept too where packs of several sizes lie side by side', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const made = smallInstance(seed, [1, 4, 10], true);
        const tight = {
          ...made,
          needs: made.needs.map((n) => ({ ...n, capacityLeftMl: 150_000 })),
        };
        for (const left of roomLeft(tight, solvePlan(tight)).values()) {
          expect(left).toBeGreaterThanOrEqual(-1e-6);
        }
      }),
      { numRuns: 60 },
    );
  });

  const coat = { placeId: 'small', capacityLeftMl: 60_000 };
  const quilt = { itemId: 'quilt', size: '' };

  it('goes to another item where one runs short of goods for it', () => {
    const needs = [
      someNeed('a', { ...coat, headCount: 100 }),
      someNeed('b', { ...coat, ...quilt, sizeScheme: 'none' }),
      // It has the quilts: the centre's own share of them stays empty.
      someNeed('c', { ...quilt, sizeScheme: 'none', headCount: 500, urgency: 'critical' }),
    ];
    const supplies = [someSupply('s'), someSupply('q', { ...quilt, quantity: 10 })];
    const given = (more: PlanNeed[]) =>
      solvePlan(someProblem([...needs, ...more], supplies, { floorShare: 0 })).needs.map(
        (one) => one.given,
      );
    expect(given([])).toEqual([10, 0, 10]);
    // Nor does the rest stay with somebody of less weight, who was given it while the room was taken for full.
    expect(given([someNeed('d', { headCount: 1 })])).toEqual([10, 0, 10, 0]);
  });

  const farther = { placeId: 'far', point: { latitude: 22.6, longitude: 114 } };

  it('is counted by the goods that came, not by the bulkiest that might have', () => {
    const supplies = [
      someSupply('bulky', { unitVolumeUl: 60_000_000, restriction: { group: 'women' } }),
      someSupply('near', { quantity: 4 }),
      someSupply('far', { unitVolumeUl: 20_000_000, quantity: 40, ...farther }),
    ];
    const [one] = solvePlan(someProblem([someNeed('a', coat)], supplies)).needs;
    // Four of 6 litres, and one of 20.
    expect(one?.given).toBe(5);
  });

  it('is not filled with what the road would cost more than it is worth', () => {
    const served = someNeed('a', { ...coat, quantity: 2, receivedBefore: 8 });
    const dear = someProblem([served], [someSupply('s')], { lambda: 2, floorShare: 0 });
    expect(solvePlan(dear).lines).toEqual([]);
  });
});
