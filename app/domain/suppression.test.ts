import { describe, expect, it } from 'vitest';
import { suppressCounts } from './suppression';

const fewer = { fewerThan: 5 };

describe('suppressCounts', () => {
  it.each([
    ['nothing', {}, {}, 0],
    ['large groups', { a: 5, b: 12 }, { a: 5, b: 12 }, 17],
    ['one small group', { a: 4 }, { a: fewer }, fewer],
    ['a small group beside a large one', { a: 12, b: 3 }, { a: 12, b: fewer }, { atLeast: 13 }],
    ['small groups alone', { a: 1, b: 4 }, { a: fewer, b: fewer }, { atLeast: 2 }],
    ['empty groups', { a: 6, b: 0 }, { a: 6 }, 6],
  ])('%s', (_, counts, cells, total) => {
    const table = suppressCounts(
      Object.entries(counts).map(([key, count]) => ({ key, count })),
      5,
    );
    expect(Object.fromEntries(table.cells.map(({ key, count }) => [key, count]))).toEqual(cells);
    expect(table.total).toEqual(total);
  });

  it('leaves every hidden group every size that it could have, whatever the reader works out', () => {
    // All tables of up to four villages, grouped by what the reader sees of them.
    const sizes = [0, 1, 2, 3, 4, 5, 6, 9];
    const seen = new Map<string, number[][]>();
    const tables = (length: number): number[][] =>
      length === 0
        ? [[]]
        : tables(length - 1).flatMap((rest) => sizes.map((size) => [...rest, size]));
    for (const length of [1, 2, 3, 4]) {
      for (const table of tables(length)) {
        const shown = JSON.stringify([
          length,
          suppressCounts(
            table.map((count, key) => ({ key, count })),
            5,
          ),
        ]);
        seen.set(shown, [...(seen.get(shown) ?? []), table]);
      }
    }
    for (const alike of seen.values()) {
      alike[0]?.forEach((count, village) => {
        const possible = new Set(alike.map((table) => table[village]));
        if (count > 0 && count < 5)
          expect([...possible].sort((a = 0, b = 0) => a - b)).toEqual([1, 2, 3, 4]);
        else expect(possible.size).toBe(1);
      });
    }
  });
});
