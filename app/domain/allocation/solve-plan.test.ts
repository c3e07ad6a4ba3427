import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { smallInstance, someNeed, someProblem, someSupply } from '../../../bench/allocation/small';
import { seeded } from '../../../bench/allocation/random';
import { arcJudge } from './arcs';
import type { PlanProblem, PlanSolution } from './problem';
import { SolvingCancelled } from './solve-once';
import { solvePlan } from './solve-plan';
import { wholeNeed } from './worth';

const lines = ({ lines }: PlanSolution) =>
  lines.map(({ needId, supplyId, quantity }) => [needId, supplyId, quantity]);
const givenOf = (solution: PlanSolution, needId: string) =>
  solution.needs.find((one) => one.needId === needId)?.given;

function sums(solution: PlanSolution, of: 'needId' | 'supplyId'): Map<string, number> {
  const map = new Map<string, number>();
  for (const line of solution.lines) {
    map.set(line[of], (map.get(line[of]) ?? 0) + line.quantity);
  }
  return map;
}

/** What must hold of every plan, whatever the instance. */
function expectSound(problem: PlanProblem, solution: PlanSolution): void {
  const judge = arcJudge(problem);
  const needAt = new Map(problem.needs.map((need, at) => [need.id, at]));
  const supplyAt = new Map(problem.supplies.map((supply, at) => [supply.id, at]));
  for (const { needId, supplyId, quantity } of solution.lines) {
    const [n, s] = [needAt.get(needId) ?? -1, supplyAt.get(supplyId) ?? -1];
    expect(judge.refusal(n, s)).toBeUndefined();
    expect(Number.isInteger(quantity) && quantity > 0).toBe(true);
    expect(quantity % (problem.supplies[s]?.packSize ?? 1)).toBe(0);
  }
  const [byNeed, bySupply] = [sums(solution, 'needId'), sums(solution, 'supplyId')];
  for (const { id, quantity } of problem.needs) {
    expect(byNeed.get(id) ?? 0).toBeLessThanOrEqual(quantity);
    expect(byNeed.get(id) ?? 0).toBe(givenOf(solution, id));
  }
  for (const { id, quantity } of problem.supplies) {
    expect(bySupply.get(id) ?? 0).toBeLessThanOrEqual(quantity);
  }
}

const seeds = fc.integer({ min: 1000, max: 1_000_000 });

describe('every plan', () => {
  it('exceeds no lot and no need, breaks no rule and no pack, and holds the floors', () => {
    fc.assert(
      fc.property(seeds, fc.constantFrom([1], [3], [1, 4]), (seed, packs) => {
        const problem = smallInstance(seed, packs);
        const solution = solvePlan(problem);
        expectSound(problem, solution);
        for (const { given, floor } of solution.needs) expect(given).toBeGreaterThanOrEqual(floor);
      }),
      { numRuns: 150 },
    );
  });

  it('is as sound where packs of several sizes lie side by side', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const problem = smallInstance(seed, [1, 4, 10], true);
        const solution = solvePlan(problem);
        expectSound(problem, solution);
        // A floor that whole packs cannot hold may cost more than it is worth.
        if (solution.needs.some(({ given, floor }) => given < floor)) return;
        expect(solution.figures.value).toBeLessThanOrEqual(solution.bound + 1e-6);
      }),
      { numRuns: 100 },
    );
  });

  it('gives every need the share of its level that is promised, in whole packs', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const problem = smallInstance(seed);
        const solution = solvePlan(problem);
        for (const [at, need] of problem.needs.entries()) {
          const outcome = solution.needs[at];
          const level = outcome?.level ?? 0;
          const due = Math.floor(problem.rules.floorShare * level * wholeNeed(need) + 1e-9);
          expect(need.receivedBefore + (outcome?.given ?? 0)).toBeGreaterThanOrEqual(due);
        }
      }),
      { numRuns: 100 },
    );
  });

  it('is the same twice, and whatever the lists’ order as good', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const problem = smallInstance(seed);
        const solution = solvePlan(problem);
        expect(solvePlan(smallInstance(seed))).toEqual(solution);
        const turned = {
          ...problem,
          needs: [...problem.needs].reverse(),
          supplies: [...problem.supplies].reverse(),
        };
        expect(solvePlan(turned).figures.value).toBeCloseTo(solution.figures.value, 6);
      }),
      { numRuns: 60 },
    );
  });

  it('never has a lower least level with more goods', () => {
    fc.assert(
      fc.property(seeds, fc.nat(), fc.integer({ min: 1, max: 100 }), (seed, which, more) => {
        const problem = smallInstance(seed);
        const at = which % problem.supplies.length;
        const supplies = problem.supplies.map((supply, place) =>
          place === at ? { ...supply, quantity: supply.quantity + more } : supply,
        );
        const before = solvePlan(problem);
        const after = solvePlan({ ...problem, supplies });
        expect(after.level).toBeGreaterThanOrEqual(before.level - 1e-9);
        for (const [n, { level }] of before.needs.entries()) {
          expect(after.needs[n]?.level).toBeGreaterThanOrEqual(level - 1e-9);
        }
      }),
      { numRuns: 150 },
    );
  });

  it('is worth no less without a floor, and no more than its bound', () => {
    fc.assert(
      fc.property(seeds, fc.constantFrom([1], [1, 4]), (seed, packs) => {
        const problem = smallInstance(seed, packs);
        const withFloor = solvePlan(problem);
        const free = solvePlan({ ...problem, rules: { ...problem.rules, floorShare: 0 } });
        expect(free.bound).toBeGreaterThanOrEqual(withFloor.bound - 1e-6);
        expect(withFloor.figures.value).toBeLessThanOrEqual(withFloor.bound + 1e-6);
      }),
      { numRuns: 60 },
    );
  });
});

describe('what a plan prefers', () => {
  const two = [someNeed('a'), someNeed('b')];

  it('gives both half before it gives one all', () => {
    const solution = solvePlan(someProblem(two, [someSupply('s')]));
    expect(solution.needs.map((one) => one.given)).toEqual([5, 5]);
    expect(solution.level).toBe(0.5);
  });

  it('lets a centre that was well served last month wait', () => {
    const needs = [someNeed('a', { quantity: 4, receivedBefore: 6 }), someNeed('b')];
    expect(givenOf(solvePlan(someProblem(needs, [someSupply('s', { quantity: 5 })])), 'b')).toBe(5);
  });

  it.each([
    ['more urgent', { urgency: 'critical' as const }],
    ['with more people', { headCount: 30 }],
    [
      'of a group that weighs more',
      { use: { divisionCode: '451121101202', group: 'elderly' as const } },
    ],
  ])('serves the need %s first', (_, more) => {
    const problem = someProblem(
      [someNeed('a'), someNeed('b', more)],
      [someSupply('s', { quantity: 5 })],
      { floorShare: 0, groupWeights: { children: 1, elderly: 3, women: 1 } },
    );
    expect(givenOf(solvePlan(problem), 'b')).toBe(5);
  });

  it('gives first what expires first, lots before pledges, where all else is equal', () => {
    const supplies = [
      someSupply('late', { bestBefore: '2027-05-01' }),
      someSupply('pledge', { lotId: null, bestBefore: '2026-04-01' }),
      someSupply('soon', { bestBefore: '2026-05-01' }),
    ];
    expect(lines(solvePlan(someProblem([someNeed('a')], supplies)))).toEqual([['a', 'soon', 10]]);
  });

  it('uses up what expires first before a later lot of the same place, over many needs', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const random = seeded(seed);
        const needs = Array.from({ length: 40 }, (_, at) =>
          someNeed(`n${at}`, { quantity: random.whole(1, 60), headCount: random.whole(1, 60) }),
        );
        const supplies = Array.from({ length: 8 }, (_, at) =>
          someSupply(`s${at}`, {
            bestBefore: `2026-0${9 - at}-01`,
            quantity: random.whole(1, 200),
          }),
        );
        const used = [...solvePlan(someProblem(needs, supplies)).supplies].reverse();
        const begun = used.filter(({ given }) => given > 0);
        for (const { supplyId, given } of begun.slice(0, -1)) {
          expect(given).toBe(supplies.find(({ id }) => id === supplyId)?.quantity);
        }
        expect(begun.length).toBe(used.findLastIndex(({ given }) => given > 0) + 1);
      }),
      { numRuns: 40 },
    );
  });

  it('takes the near lot, and one size larger only where none fits', () => {
    const near = { latitude: 24.5, longitude: 111.5 };
    const needs = [someNeed('a', { largerSizeServes: true, quantity: 14 })];
    const supplies = [
      someSupply('large', { size: '130', point: near, placeId: 'near' }),
      someSupply('far', { quantity: 6 }),
      someSupply('near', { quantity: 6, point: near, placeId: 'near' }),
    ];
    const solution = solvePlan(someProblem(needs, supplies));
    expect(lines(solution)).toEqual([
      ['a', 'far', 6],
      ['a', 'large', 2],
      ['a', 'near', 6],
    ]);
    expect(solution.lines.map((line) => line.larger)).toEqual([false, true, false]);
    expect(solution.figures.trips).toBe(2);
  });

  it('leaves goods where the road costs more than the use is worth, the floor aside', () => {
    const far = someProblem([someNeed('a')], [someSupply('s')], { lambda: 1000, floorShare: 0 });
    expect(solvePlan(far).lines).toEqual([]);
    const sure = { ...far, rules: { ...far.rules, floorShare: 0.8 } };
    expect(givenOf(solvePlan(sure), 'a')).toBe(8);
  });
});

describe('pins, room and parcels', () => {
  it('keeps a pin and plans the rest around it', () => {
    const needs = [someNeed('a'), someNeed('b')];
    const pinned = [{ needId: 'a', supplyId: 's', quantity: 8 }];
    const solution = solvePlan(someProblem(needs, [someSupply('s')], { pinned }));
    expect(lines(solution)).toEqual([
      ['a', 's', 8],
      ['b', 's', 2],
    ]);
    expect(solution.lines[0]?.pinned).toBe(true);
    expect(solution.figures.value).toBeCloseTo(solution.bound, 9);
  });

  it('holds a centre to its room, over all items', () => {
    const room = { placeId: 'small', capacityLeftMl: 60_000 };
    const needs = [
      someNeed('a', room),
      someNeed('b', { ...room, itemId: 'quilt', size: '', sizeScheme: 'none' }),
    ];
    const supplies = [someSupply('s'), someSupply('q', { itemId: 'quilt', size: '' })];
    const given = solvePlan(someProblem(needs, supplies)).needs.map((one) => one.given);
    expect(given).toEqual([5, 5]);
  });

  it('gives a parcel that stays whole to one need, or to none', () => {
    const needs = [someNeed('a', { quantity: 9 }), someNeed('b', { quantity: 12 })];
    const supplies = [someSupply('box', { keepWhole: true }), someSupply('loose', { quantity: 4 })];
    const solution = solvePlan(someProblem(needs, supplies));
    expect(lines(solution).filter(([, supplyId]) => supplyId === 'box')).toEqual([
      ['b', 'box', 10],
    ]);
  });
});

describe('the work itself', () => {
  it('solves again only the part that changed, with the same answer', () => {
    const problem = smallInstance(11);
    const former = solvePlan(problem);
    const line = former.lines[0];
    if (!line) throw new Error('the instance gives nothing');
    const { needId, supplyId } = line;
    const pinned = [{ needId, supplyId, quantity: 1 }];
    const changed = { ...problem, rules: { ...problem.rules, forbidden: [], pinned } };
    const again = solvePlan(changed, undefined, undefined, former);
    expect(again).toEqual(solvePlan(changed));
    const kept = again.parts.filter((part) => former.parts.includes(part));
    expect(kept.length).toBeLessThan(again.parts.length);
  });

  it('solves again whatever an answer hangs on', () => {
    fc.assert(
      fc.property(seeds, fc.nat({ max: 4 }), (seed, which) => {
        const problem = smallInstance(seed);
        const { needs, supplies, rules } = problem;
        const [line] = solvePlan(problem).lines;
        const pair = { needId: line?.needId ?? '', supplyId: line?.supplyId ?? '' };
        const changes: PlanProblem[] = [
          { ...problem, rules: { ...rules, forbidden: [...rules.forbidden, pair] } },
          { ...problem, rules: { ...rules, lambda: rules.lambda + 1 } },
          { ...problem, needs: needs.map((need) => ({ ...need, headCount: need.headCount * 2 })) },
          { ...problem, supplies: supplies.map((one) => ({ ...one, unitWeightMg: 1 })) },
          { ...problem, rules: { ...rules, closedRoads: [] } },
        ];
        const changed = changes[which] ?? problem;
        const former = solvePlan(problem);
        expect(solvePlan(changed, undefined, undefined, former)).toEqual(solvePlan(changed));
      }),
      { numRuns: 100 },
    );
  });

  it('tells how far it is, and ends when cancelled', () => {
    const problem = smallInstance(11);
    const told: number[] = [];
    solvePlan(problem, (share) => told.push(share));
    expect(told.at(-1)).toBe(1);
    expect(told).toEqual([...told].sort((a, b) => a - b));
    expect(() => solvePlan(problem, undefined, () => true)).toThrow(SolvingCancelled);
  });
});
