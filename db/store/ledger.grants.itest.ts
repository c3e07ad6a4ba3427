import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sqlState } from '../client.server';
import { createTestDatabase, type TestDatabase } from '../testing/test-database.server';
import { accountKinds, movementKinds, movementPairs } from '~/domain/ledger';

const PERMISSION_DENIED = '42501';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

describe('the application', () => {
  const books = {
    account: 'reason = null',
    balance: 'quantity = 1',
    movement: 'reason = null',
    movement_line: 'quantity = 1',
    parcel_position: 'location_id = null',
  };
  const writes = ([table, change]: [string, string]) => [
    `insert into ${table} select * from ${table}`,
    `update ${table} set ${change}`,
    `delete from ${table}`,
    `truncate ${table}`,
  ];
  it.each([
    ...Object.entries(books).flatMap(writes),
    'update lot set size = size',
    'delete from lot',
    `select ledger_post_one('{}')`,
    `select ledger_post_batch('{}')`,
    `select ledger_make_account('stock:x', '451102')`,
    'set role nuanqiao_ledger',
  ])('may not: %s', async (statement) => {
    const failed: unknown = await database.db.execute(sql.raw(statement)).then(
      () => 'done',
      (error: unknown) => error,
    );
    expect(sqlState(failed)).toBe(PERMISSION_DENIED);
  });

  it('may read the books and call ledger_post', async () => {
    for (const table of Object.keys(books)) {
      await database.db.execute(sql.raw(`select 1 from ${table}`));
    }
    await database.db.execute(sql`select * from ledger_post('{"a": {}, "m": []}'::jsonb)`);
    await database.db.execute(sql`select ledger_post_or_retry('{"a": {}, "m": []}'::jsonb)`);
  });
});

it('ledger_post and its like run as a role that cannot log in and is no superuser, on a fixed search path', async () => {
  const rows = await database.owner`
    select distinct r.rolname, r.rolcanlogin, r.rolsuper, r.rolbypassrls, p.prosecdef, p.proconfig
    from pg_proc p join pg_roles r on r.oid = p.proowner where p.proname in ('ledger_post', 'ledger_post_or_retry')`;
  expect(rows).toEqual([
    {
      rolname: 'nuanqiao_ledger',
      rolcanlogin: false,
      rolsuper: false,
      rolbypassrls: false,
      prosecdef: true,
      proconfig: ['search_path=pg_catalog, public, pg_temp'],
    },
  ]);
});

it('the database allows the same pairs of accounts as the domain', async () => {
  const rows = await database.owner<{ pair: string }[]>`
    select concat_ws(' ', kind, f, t) as pair
    from unnest(${movementKinds}::text[]) kind, unnest(${[...accountKinds]}::text[]) f, unnest(${[...accountKinds]}::text[]) t
    where ledger_pair_allowed(kind, f, t)`;
  const wanted = movementKinds.flatMap((kind) =>
    movementPairs[kind].map(([from, to]) => `${kind} ${from} ${to}`),
  );
  expect(rows.map(({ pair }) => pair).toSorted()).toEqual(wanted.toSorted());
});
