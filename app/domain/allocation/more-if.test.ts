import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { smallInstance, someNeed, someProblem, someSupply } from '../../../bench/allocation/small';
import { arcJudge } from './arcs';
import { explainPlan } from './explain';
import type { PlanReason } from './plan-reason';
import type { ArcRefusal, PlanNeed, PlanProblem, PlanSolution, PlanSupply } from './problem';
import { relaxedFor, relaxedJudges } from './relaxed';
import { solveJudged, solvePlan } from './solve-plan';

const fuchuan = { divisionCode: '451123000000' };
const seeds = fc.integer({ min: 1000, max: 1_000_000 });

interface Promise {
  needAt: number;
  refusal: ArcRefusal;
  solved: boolean;
  facts: PlanReason['facts'];
}

/** What the reasons promise if a rule were relaxed. */
function promises(problem: PlanProblem, solution: PlanSolution, pairs?: number): Promise[] {
  return explainPlan(problem, solution, pairs).flatMap(({ reasons }, needAt) =>
    reasons.flatMap(({ code, facts }): Promise[] => {
      if (!/^more_if_(relaxed|larger)/.test(code)) return [];
      const refusal = (facts['refusal'] ?? 'wrong_size') as ArcRefusal;
      return [{ needAt, refusal, solved: code.endsWith('_solved'), facts }];
    }),
  );
}

/** The whole problem solved with the rule relaxed for one need; all lines of a plan stand still where one is given. */
function relaxedSolution(
  problem: PlanProblem,
  { needAt, refusal }: Promise,
  standing?: PlanSolution,
): PlanSolution {
  const pinned = standing?.lines.map(({ needId, supplyId, quantity }) => ({
    needId,
    supplyId,
    quantity,
  }));
  const floorShare = standing ? 0 : problem.rules.floorShare;
  const rules = { ...problem.rules, floorShare, ...(pinned && { pinned }) };
  const changed = { ...problem, rules };
  const relaxed = relaxedJudges(changed)(refusal);
  if (!relaxed) throw new Error('not a rule that may be relaxed');
  return solveJudged(changed, relaxedFor(needAt, arcJudge(changed), relaxed));
}

/** One more rule-bound lot an item, so that rules stand in the way more often. */
function boundInstance(seed: number, packs: readonly number[] = [1]): PlanProblem {
  const problem = smallInstance(seed, packs);
  const more = problem.supplies.map((supply): PlanSupply => ({
    ...supply,
    id: `bound ${supply.id}`,
    restriction: seed % 2 ? fuchuan : { group: 'women' },
  }));
  return { ...problem, supplies: [...problem.supplies, ...more] };
}

const givenTo = (solution: PlanSolution, needAt: number) => solution.needs[needAt]?.given ?? 0;

describe('what more would be possible if a rule were relaxed', () => {
  it('with all else as it is: never more than the plan solved around its own lines gives', () => {
    let told = 0;
    fc.assert(
      fc.property(seeds, fc.constantFrom([1], [3]), (seed, packs) => {
        const problem = boundInstance(seed, packs);
        const solution = solvePlan(problem);
        for (const promise of promises(problem, solution, 0)) {
          const again = relaxedSolution(problem, promise, solution);
          const gained = givenTo(again, promise.needAt) - givenTo(solution, promise.needAt);
          expect(promise.facts['quantity']).toBeGreaterThan(0);
          expect(gained).toBeGreaterThanOrEqual(Number(promise.facts['quantity']));
          told += 1;
        }
      }),
      { numRuns: 60 },
    );
    expect(told).toBeGreaterThan(25);
  });

  it('solved again: exactly what the whole plan gives so, to this need and in all', () => {
    let told = 0;
    fc.assert(
      fc.property(seeds, fc.constantFrom([1], [3]), (seed, packs) => {
        const problem = boundInstance(seed, packs);
        const solution = solvePlan(problem);
        for (const promise of promises(problem, solution)) {
          expect(promise.solved).toBe(true);
          const again = relaxedSolution(problem, promise);
          const more = again.needs.map(({ given }, at) => given - givenTo(solution, at));
          expect(promise.facts['quantity']).toBeGreaterThan(0);
          expect(promise.facts['quantity']).toBe(more[promise.needAt]);
          expect(promise.facts['total']).toBe(more.reduce((sum, one) => sum + one, 0));
          told += 1;
        }
      }),
      { numRuns: 60 },
    );
    expect(told).toBeGreaterThan(30);
  });

  const bound = someSupply('bound', { restriction: fuchuan, quantity: 4 });
  const shared = someSupply('shared', { quantity: 10 });
  const two = [someNeed('a'), someNeed('b')];
  const first = (needs: PlanNeed[], supplies: PlanSupply[], pairs?: number) => {
    const problem = someProblem(needs, supplies);
    return promises(problem, solvePlan(problem), pairs)[0];
  };

  it('tells that others gain by what the need then leaves them', () => {
    // With all else as it is, a could have all four; solved again, it leaves one of the others to b.
    expect(first(two, [bound, shared], 0)?.facts).toMatchObject({ quantity: 4 });
    expect(first(two, [bound, shared])?.facts).toMatchObject({ quantity: 3, total: 4 });
  });

  it('promises nothing that the road would cost more than it is worth', () => {
    const dear = { lambda: 1e4, floorShare: 0 };
    const problem = someProblem(two, [bound, shared], dear);
    expect(promises(problem, solvePlan(problem), 0)).toEqual([]);
  });

  it('promises no more than the centre has room for', () => {
    const small = [someNeed('a', { capacityLeftMl: 18_000 })];
    expect(first(small, [{ ...bound, quantity: 9 }], 0)?.facts).toMatchObject({ quantity: 3 });
  });

  it('solves again where most persons wait, as far as the bound reaches', () => {
    const needs = [someNeed('few', { headCount: 2 }), someNeed('many', { headCount: 90 })];
    const problem = someProblem(needs, [bound]);
    const solution = solvePlan(problem);
    // Two pairs for the plan as it is, two for each need's question.
    const told = promises(problem, solution, 4).map(({ needAt, solved }) => [needAt, solved]);
    expect(told).toEqual([
      [0, false],
      [1, true],
    ]);
  });
});
