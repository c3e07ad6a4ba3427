import { afterAll, beforeAll, expect, it } from 'vitest';
import { v7 as uuidv7 } from 'uuid';
import { createIdentityCipher } from '~db/store/identity-cipher.server';
import { createTestDatabase, type TestDatabase } from '~db/testing/test-database.server';
import { verifyBooks } from '~/cli/verify/verify-books';
import { beginStory } from './story';
import { tellWarmWinter } from './warm-winter';

let test: TestDatabase;
beforeAll(async () => {
  test = await createTestDatabase();
});
afterAll(() => test.drop());

it('the whole story leaves books that agree, balance by balance and document by document', async () => {
  const env = {
    db: test.db,
    cipher: createIdentityCipher('the key of the identities in this test'),
    now: () => new Date('2026-01-20T04:00:00Z'),
    newId: () => uuidv7(),
  };
  await tellWarmWinter(await beginStory(env));
  await expectAlternativesToDiffer();
  const { looked, faults } = await verifyBooks(test.db);
  expect(faults).toEqual([]);
  // A story that did not get this far would prove little.
  for (const [aggregate, least] of Object.entries({
    movement_line: 100,
    donation: 4,
    request: 10,
    allocation: 5,
    shipment: 3,
    handout: 2,
    sign_off: 10,
  })) {
    expect(looked[aggregate], aggregate).toBeGreaterThanOrEqual(least);
  }
}, 120_000);

/** The draft that waits for the committee shows what a floor costs: the less urgent village gets more, the whole is worth less. */
async function expectAlternativesToDiffer() {
  const rows = await test.superuser<{ floor: number; value: number; coats: number }[]>`
    select s.floor_share as floor, (s.answer -> 'figures' ->> 'value')::float8 as value, (
      select sum(l.quantity)::int from allocation_plan_line l
      join request_line rl on rl.id = l.request_line_id and rl.size in ('175/92A', '180/96A')
      join request r on r.id = rl.request_id
      join place p on p.id = r.place_id and p.name like '%竹园村%'
      where l.solution_id = s.id) as coats
    from allocation_plan p join allocation_plan_solution s on s.plan_id = p.id
    where p.status = 'draft' order by s.floor_share`;
  expect(rows.map((row) => row.floor)).toEqual([0, 0.5, 0.8, 1]);
  expect(rows.map((row) => row.coats)).toEqual([1, 9, 14, 18]);
  const values = rows.map((row) => row.value);
  expect(values).toEqual(values.toSorted((a, b) => b - a));
  expect(new Set(values).size).toBe(4);
}
