import { describe, expect, it } from 'vitest';
import { smallInstance } from '../../bench/allocation/small';
import type { PlanProblem } from './allocation/problem';
import { solvePlan } from './allocation/solve-plan';
import { keepParts, movedParts, restoreParts } from './plan-parts';

/** Several instances beside one another: items of their own, so that none touches another. */
function manyParts(seeds: readonly number[]): PlanProblem {
  const all = seeds.map((seed) => {
    const { needs, supplies, rules } = smallInstance(seed, [1, 2]);
    const own = <T extends { id: string; itemId: string }>(one: T): T => ({
      ...one,
      id: `${one.id} of ${seed}`,
      itemId: `${one.itemId} of ${seed}`,
    });
    return { needs: needs.map(own), supplies: supplies.map(own), rules };
  });
  const [first] = all;
  if (!first) throw new Error('no instance');
  return {
    needs: all.flatMap(({ needs }) => needs),
    supplies: all.flatMap(({ supplies }) => supplies),
    rules: { ...first.rules, lambda: 0, forbidden: [], closedRoads: [] },
  };
}

/** As they come back from the database. */
const stored = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;

describe('kept parts', () => {
  const problem = manyParts([3, 7, 11, 19, 23, 31]);
  const whole = solvePlan(problem);
  const kept = stored(keepParts(whole.parts, problem));

  it('are the parts that were kept', () => {
    expect(restoreParts(kept, problem)).toEqual(whole.parts);
    expect(whole.parts.length).toBeGreaterThan(5);
  });

  it('leave only what a pinned line changes to be solved again, and the answer is that of a full solving', () => {
    for (const line of whole.lines.filter((_line, at) => at % 5 === 0)) {
      const { needId, supplyId } = line;
      const pinned = [{ needId, supplyId, quantity: line.quantity }];
      const changed = { ...problem, rules: { ...problem.rules, pinned } };
      const known = restoreParts(kept, changed);
      const again = solvePlan(changed, undefined, undefined, { parts: known });
      expect(again).toEqual(solvePlan(changed));
      const anew = again.parts.filter((part) => !known.includes(part));
      const item = problem.needs.find((need) => need.id === needId)?.itemId;
      expect(anew.filter(({ key }) => !key.startsWith(`${item}:`))).toEqual([]);
      expect(anew.length).toBeLessThan(again.parts.length / 2);
    }
  });

  it('hold in a later snapshot wherever nothing has changed', () => {
    const [gone, , ...supplies] = problem.supplies;
    const later = { ...problem, supplies: supplies.toReversed(), needs: problem.needs.slice(1) };
    const ids = (list: readonly { id: string }[]) => list.map(({ id }) => id);
    const from = { needIds: ids(problem.needs), supplyIds: ids(problem.supplies) };
    const known = restoreParts(movedParts(kept, from, later), later);
    const again = solvePlan(later, undefined, undefined, { parts: known });
    expect(again).toEqual(solvePlan(later));
    const used = again.parts.filter((part) => known.includes(part));
    expect(used.length).toBeGreaterThan(1);
    expect(used.flatMap((part) => part.supplies.map((one) => one.supplyId))).not.toContain(
      gone?.id,
    );
  });

  it('stay small: numbers alone, no names', () => {
    const text = JSON.stringify(kept.map(({ key: _key, ...numbers }) => numbers));
    expect(text).not.toMatch(/ of /);
  });
});
