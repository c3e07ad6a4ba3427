import { afterAll, beforeAll, expect, it } from 'vitest';
import { searchDivisions } from '~db/queries/divisions.server';
import { createTestDatabase, type TestDatabase } from '~db/testing/test-database.server';
import { importDivisions } from './import-divisions.server';
import { readDivisionTable } from './seed-divisions.server';

const VINTAGE = '2025-06-30';
const [WAS, NOW] = ['451122109204', '451122100299'];

let test: TestDatabase;
beforeAll(async () => {
  test = await createTestDatabase();
});
afterAll(() => test.drop());

const guangxi = readDivisionTable().filter(({ code }) => code.startsWith('45'));
const moved = guangxi.find(({ code }) => code === WAS)!;
/** One village moves to another township, one township is renamed. */
const table = guangxi
  .filter(({ code }) => code !== WAS)
  .map((row) => (row.code === '451122109000' ? { ...row, name: '大暖镇' } : row))
  .concat({ code: NOW, name: moved.name });

const held = async () => {
  const [row] = await test.owner`
    select (select name from division where code = '451122109000') as town,
      (select valid_to::text from division where code = ${WAS}) as ended,
      (select successor_codes from division where code = ${WAS}) as successors,
      (select predecessor_codes from division where code = ${NOW}) as predecessors,
      (select valid_from::text from division where code = ${NOW}) as begun,
      (select count(*)::int from division) as count`;
  return row;
};
const before = { town: '公安镇', ended: null, successors: [], predecessors: null, begun: null };

it('only tells, until it is applied', async () => {
  const changes = await importDivisions(test.db, { rows: table, vintage: VINTAGE, apply: false });
  expect(changes.moved).toHaveLength(1);
  expect(changes.renamed).toHaveLength(1);
  expect(await held()).toEqual({ ...before, count: 46_834 });
});

it('changes nothing when it is refused', async () => {
  const cut = { rows: table.slice(0, 5_000), vintage: VINTAGE, apply: true };
  await expect(importDivisions(test.db, cut)).rejects.toThrow('not a whole table');
  expect(await held()).toEqual({ ...before, count: 46_834 });
});

it('takes a newer table over, readings too, and then nothing older', async () => {
  const asked = { rows: table, vintage: VINTAGE, apply: true };
  await importDivisions(test.db, asked);
  expect(await held()).toEqual({
    town: '大暖镇',
    ended: VINTAGE,
    successors: [NOW],
    predecessors: [WAS],
    begun: VINTAGE,
    count: 46_835,
  });
  const codes = async (text: string, day: string) =>
    (await searchDivisions(test.db, { text, within: '451122', day, limit: 5 })).map(
      ({ code }) => code,
    );
  expect(await codes('danuan', VINTAGE)).toEqual(['451122109000']);
  expect(await codes(NOW, '2025-06-29')).toEqual([]);
  expect(await codes(NOW, VINTAGE)).toEqual([NOW]);
  expect(await codes(WAS, '2025-06-29')).toEqual([WAS]);
  expect(await codes(WAS, VINTAGE)).toEqual([]);
  const again = await importDivisions(test.db, asked);
  expect([again.added, again.ended, again.renamed, again.moved]).toEqual([[], [], [], []]);
  await expect(importDivisions(test.db, { ...asked, vintage: '2023-06-30' })).rejects.toThrow(
    'never overwrites',
  );
});
