import { v7 as newId } from 'uuid';
import { afterAll, beforeAll, expect, it } from 'vitest';
import {
  nodesOf,
  openStatementPlans,
  type StatementPlans,
} from '~db/testing/statement-plans.server';
import { createTestDatabase, type TestDatabase } from '~db/testing/test-database.server';
import { listNearestPlaces } from './place-points.server';

const CENTRES = 15_000;
let database: TestDatabase;
let statements: StatementPlans;
beforeAll(async () => {
  database = await createTestDatabase();
  statements = openStatementPlans(database.appUrl);
  const { owner } = database;
  const id = newId();
  await owner`insert into organisation (id, kind, name, division_code, county_code, created_at)
    values (${id}, 'centre', 'centres', '451121000000', '451121', now())`;
  await owner`insert into place (id, organisation_id, kind, name, division_code, county_code, created_at)
    select gen_random_uuid(), ${id}, 'centre', name, code, county_code, now() from division
    where level = 5 and code like '45%' order by code limit ${CENTRES}`;
  await owner`analyze place`;
  // As on the first day, before anybody has counted the points: the plan must not hang on it.
  const { superuser } = database;
  await superuser`delete from pg_statistic where starelid = 'division_point'::regclass`;
  await superuser`update pg_class set reltuples = -1, relpages = 0 where oid = 'division_point'::regclass`;
});
afterAll(async () => {
  await statements.client.end();
  await database.drop();
});

it('the nearest of 15,000 unpinned centres: their points are looked up by key, never read whole', async () => {
  const asked = { kind: 'centre', day: '2026-01-01', limit: 3 } as const;
  const from = { latitude: 24.17224, longitude: 110.80664 };
  const near: string[][] = [];
  const plans = await statements.plansOf(async () => {
    for (const { divisionCode, km } of await listNearestPlaces(statements.db, { ...asked, from })) {
      near.push([divisionCode.slice(0, 6), String(km)]);
    }
  }, 'analyze, buffers, ');
  expect(near).toEqual(Array.from({ length: 3 }, () => ['451121', '0']));
  expect(plans).toHaveLength(1);
  const plan = plans[0]!;
  const whole = nodesOf(plan).filter((node) => node['Node Type'] === 'Seq Scan');
  expect(whole.map((node) => node['Relation Name'])).toEqual(['place']);
  // Three looks at the most, two blocks each.
  const blocks = plan['Shared Hit Blocks'] + plan['Shared Read Blocks'];
  expect(blocks).toBeLessThan(CENTRES * 7);
});
