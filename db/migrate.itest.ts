import { afterAll, beforeAll, expect, it } from 'vitest';
import { applyMigrations } from './migrate.server';
import { createTestDatabase, type TestDatabase } from './testing/test-database.server';

let test: TestDatabase;
beforeAll(async () => {
  test = await createTestDatabase();
});
afterAll(() => test.drop());

it('can be applied again, and by two starts at once', async () => {
  await Promise.all([applyMigrations(test.ownerUrl), applyMigrations(test.ownerUrl)]);
});

it('gives the pool a role that owns nothing and cannot bypass row-level security', async () => {
  const [role] = await test.superuser`
    select rolsuper, rolbypassrls, rolcreaterole,
      (select count(*)::int from pg_class where relowner = pg_roles.oid) as owned
    from pg_roles where rolname = 'nuanqiao_app'`;
  expect(role).toEqual({ rolsuper: false, rolbypassrls: false, rolcreaterole: false, owned: 0 });
  expect(await test.db.$client`select current_user::text as name`).toEqual([
    { name: 'nuanqiao_app' },
  ]);
});

it('lets nobody log in as the owner of the ledger’s functions', async () => {
  const [role] = await test.superuser`
    select rolcanlogin, rolsuper from pg_roles where rolname = 'nuanqiao_ledger'`;
  expect(role).toEqual({ rolcanlogin: false, rolsuper: false });
});

it('refuses a server that is not UTF8, in one sentence', async () => {
  await test.superuser.unsafe(
    `create database latin template template0 encoding 'LATIN1' locale 'C' owner nuanqiao_owner`,
  );
  const url = test.ownerUrl.replace(/[^/]+$/, 'latin');
  await expect(applyMigrations(url)).rejects.toThrow(/LATIN1.*Chinese needs UTF8/);
  await test.superuser.unsafe('drop database latin');
});

it('prints the SQL for the administrator when the login may not create roles', async () => {
  await test.superuser.unsafe(`create role modest login password 'modest'`);
  const url = new URL(test.ownerUrl);
  [url.username, url.password] = ['modest', 'modest'];
  await expect(applyMigrations(url.href)).rejects.toThrow(/GRANT nuanqiao_app, .* TO "modest"/);
  await test.superuser.unsafe('drop role modest');
});
