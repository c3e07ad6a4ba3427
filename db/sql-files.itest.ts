import type postgres from 'postgres';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { applyMigrations } from './migrate.server';
import { createTestDatabase, type TestDatabase } from './testing/test-database.server';

let test: TestDatabase;
beforeAll(async () => {
  test = await createTestDatabase();
});
afterAll(() => test.drop());

/** What db/sql decides, as the database's catalogue has it: functions, policies, and who may do what. */
async function catalogue(sql: postgres.Sql) {
  const functions = await sql`
    select p.proname as name, pg_get_functiondef(p.oid) as body, p.proacl::text as acl, r.rolname as owner
    from pg_proc p join pg_roles r on r.oid = p.proowner
    where p.pronamespace = 'public'::regnamespace order by name, body`;
  const policies = await sql`
    select tablename, policyname, cmd, roles::text, qual, with_check from pg_policies order by 1, 2`;
  const tables = await sql`
    select c.relname as name, c.relrowsecurity as walled, a.grantee::regrole::text as grantee, a.privilege_type as may
    from pg_class c left join lateral aclexplode(c.relacl) a on a.grantee <> c.relowner
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' order by 1, 3, 4`;
  return { functions: [...functions], policies: [...policies], tables: [...tables] };
}

it.each([
  ['a right given away', 'grant update on balance to nuanqiao_app'],
  ['history opened for change', 'grant update, delete on event to nuanqiao_app'],
  ['a wall taken down', 'alter table person disable row level security'],
  ['a policy dropped', 'drop policy keeps on person_identity'],
  ['a policy widened', 'alter policy oversees on person using (true)'],
  [
    'a function replaced',
    `create or replace function scope_oversees(division_code text) returns boolean language sql stable as 'select true'`,
  ],
  ['a function handed over', 'alter function ledger_post(jsonb) owner to nuanqiao_owner'],
])('applying the files again undoes %s', async (_what, tampering) => {
  const before = await catalogue(test.superuser);
  await test.superuser.unsafe(tampering);
  expect(await catalogue(test.superuser)).not.toEqual(before);
  await applyMigrations(test.ownerUrl);
  expect(await catalogue(test.superuser)).toEqual(before);
});
