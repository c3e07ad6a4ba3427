import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parcelInstance, someNeed, someProblem, someSupply } from '../../../bench/allocation/small';
import { explainLines } from './explain-line';
import { mixedParcels, openedParcels } from './mixed-parcels';
import type { PlanProblem, PlanSolution } from './problem';
import { solvePlan } from './solve-plan';

const seeds = fc.integer({ min: 1000, max: 1_000_000 });

/** By parcel of several lots: where its goods go, and whether all of them. */
function sent(problem: PlanProblem, { lines }: PlanSolution) {
  const placeOf = new Map(problem.needs.map(({ id, placeId }) => [id, placeId]));
  return mixedParcels(problem).map(({ supplies }) => {
    const goods = supplies.flatMap((at) => problem.supplies[at] ?? []);
    const mine = lines.filter(({ supplyId }) => goods.some(({ id }) => id === supplyId));
    return {
      places: new Set(mine.map(({ needId }) => placeOf.get(needId))).size,
      taken: mine.reduce((sum, { quantity }) => sum + quantity, 0),
      holds: goods.reduce((sum, { quantity }) => sum + quantity, 0),
    };
  });
}

const quilt = { itemId: 'quilt', size: '', sizeScheme: 'none' } as const;
const inBox = { parcelId: 'box' };
/** A box of six coats and four quilts. */
const box = [
  someSupply('coats', { ...inBox, quantity: 6 }),
  someSupply('quilts', { ...inBox, itemId: 'quilt', size: '', quantity: 4 }),
];
const village = (placeId: string, coats: number, quilts: number) => [
  someNeed(`coat ${placeId}`, { placeId, quantity: coats }),
  someNeed(`quilt ${placeId}`, { placeId, ...quilt, quantity: quilts }),
];
const linesOf = (problem: PlanProblem) =>
  solvePlan(problem).lines.map(({ needId, supplyId, quantity }) => [needId, supplyId, quantity]);

describe('a parcel of several lots', () => {
  it('goes to one place whole, or stays, whatever the instance', () => {
    let went = 0;
    fc.assert(
      fc.property(seeds, (seed) => {
        const problem = parcelInstance(seed);
        const solution = solvePlan(problem);
        for (const { places, taken, holds } of sent(problem, solution)) {
          expect([0, holds]).toContain(taken);
          expect(places).toBe(taken === 0 ? 0 : 1);
          went += places;
        }
        for (const { needId, given } of solution.needs) {
          const need = problem.needs.find(({ id }) => id === needId);
          expect(given).toBeLessThanOrEqual(need?.quantity ?? 0);
        }
        expect(openedParcels(problem, solution.lines).size).toBe(0);
        expect(solvePlan(parcelInstance(seed))).toEqual(solution);
      }),
      { numRuns: 60 },
    );
    expect(went).toBeGreaterThan(10);
  });

  it('goes where it is worth most as a whole, though its coats alone were worth more elsewhere', () => {
    const coldest = someNeed('coldest', { quantity: 6, headCount: 30 });
    const needs = [coldest, ...village('whole', 6, 4)];
    expect(linesOf(someProblem(needs, box, { floorShare: 0 }))).toEqual([
      ['coat whole', 'coats', 6],
      ['quilt whole', 'quilts', 4],
    ]);
  });

  it('goes elsewhere where loose goods serve its first place better', () => {
    const needs = [...village('near', 6, 4), ...village('other', 6, 4)];
    const near = { placeId: 'near', restriction: { divisionCode: '451121101202' } };
    const loose = [
      someSupply('own coats', { ...near, quantity: 6 }),
      someSupply('own quilts', { ...near, itemId: 'quilt', size: '', quantity: 4 }),
    ];
    const other = needs.map((need) =>
      need.placeId === 'other'
        ? { ...need, use: { divisionCode: '451123101202', group: 'children' as const } }
        : need,
    );
    const given = solvePlan(someProblem(other, [...box, ...loose])).needs.map((one) => one.given);
    expect(given).toEqual([6, 4, 6, 4]);
  });

  it('is opened, and named, where no place can take it whole, if it is not sealed', () => {
    const needs = [...village('a', 6, 2), ...village('b', 3, 2)];
    const problem = someProblem(needs, box);
    const solution = solvePlan(problem);
    expect(solution.needs.reduce((sum, { given }) => sum + given, 0)).toBe(10);
    expect([...openedParcels(problem, solution.lines)]).toEqual(['box']);
    const codes = explainLines(problem, solution).flatMap(({ reasons }) =>
      reasons.map(({ code }) => code),
    );
    expect(codes.filter((code) => code === 'line_opens_parcel')).toHaveLength(
      solution.lines.length,
    );
    const sealed = box.map((lot) => ({ ...lot, keepWhole: true }));
    expect(linesOf(someProblem(needs, sealed))).toEqual([]);
  });

  it('is named as opened too where it holds one lot and a part is taken', () => {
    const problem = someProblem([someNeed('n', { quantity: 4 })], [box[0]!]);
    const solution = solvePlan(problem);
    expect([...openedParcels(problem, solution.lines)]).toEqual(['box']);
    const all = someProblem([someNeed('n', { quantity: 6 })], [box[0]!]);
    expect(openedParcels(all, solvePlan(all).lines).size).toBe(0);
  });

  it('does not go where the centre has no room for all of it', () => {
    const needs = village('a', 6, 4).map((need) => ({ ...need, capacityLeftMl: 59_000 }));
    const sealed = box.map((lot) => ({ ...lot, keepWhole: true }));
    expect(linesOf(someProblem(needs, sealed))).toEqual([]);
    const roomy = needs.map((need) => ({ ...need, capacityLeftMl: 60_000 }));
    expect(linesOf(someProblem(roomy, sealed))).toHaveLength(2);
  });

  it('is left to a person who pinned one of its lots', () => {
    const needs = [...village('a', 6, 4), ...village('b', 6, 4)];
    const pinned = [{ needId: 'coat a', supplyId: 'coats', quantity: 2 }];
    const solution = solvePlan(someProblem(needs, box, { pinned }));
    expect(solution.lines.filter((line) => line.pinned)).toMatchObject([{ quantity: 2 }]);
    expect(solution.supplies.map(({ given }) => given)).toEqual([6, 4]);
    const free = solvePlan(someProblem(needs, box));
    expect(free.lines.some((line) => line.pinned)).toBe(false);
  });

  it('tells levels and floors of all goods together, and is worth no more than their bound', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const made = parcelInstance(seed);
        const problem = { ...made, rules: { ...made.rules, floorShare: 0 } };
        const loose = {
          ...problem,
          supplies: problem.supplies.map((one) => ({ ...one, keepWhole: false, parcelId: one.id })),
        };
        const [whole, free] = [solvePlan(problem), solvePlan(loose)];
        expect(whole.level).toBe(free.level);
        expect(whole.bound).toBeCloseTo(free.bound, 6);
        expect(whole.figures.value).toBeLessThanOrEqual(whole.bound + 1e-6);
      }),
      { numRuns: 40 },
    );
  });
});
