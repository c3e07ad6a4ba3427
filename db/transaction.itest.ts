import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { ok, refuse } from '~/domain/result';
import { inTransaction, preparedStatement, sqlState, type Tx } from './client.server';
import { createTestDatabase, type TestDatabase } from './testing/test-database.server';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
  await database.owner`create table posting (id int primary key)`;
  await database.owner`grant select, insert on posting to nuanqiao_app`;
});
afterAll(() => database.drop());
beforeEach(() => database.owner`truncate posting`);

const insert = preparedStatement<'id'>((value) => sql`insert into posting values (${value('id')})`);
const stored = async () => (await database.owner`select * from posting order by id`).map((r) => r);
const failure = (run: Promise<unknown>) =>
  run.then(
    () => undefined,
    (error: unknown) => error,
  );

/** Sends a statement as a command's last writes are sent: nobody waits for it. */
function send(tx: Tx, id: number): void {
  insert(tx, { id }).catch(() => {});
}

describe('a statement that nobody waits for', () => {
  it('is committed with its transaction', async () => {
    const run = inTransaction(database.db, async (tx) => {
      await insert(tx, { id: 1 });
      send(tx, 2);
      send(tx, 3);
      return ok('done');
    });
    expect(await run).toEqual(ok('done'));
    expect(await stored()).toEqual([{ id: 1 }, { id: 2 }, { id: 3 }]);
  });

  it('fails the transaction, with all that was sent before and behind it', async () => {
    const run = inTransaction(database.db, async (tx) => {
      send(tx, 1);
      tx.execute(sql`select 1 / 0`).catch(() => {});
      send(tx, 2);
      return ok('done');
    });
    expect(sqlState(await failure(run))).toBe('22012');
    expect(await stored()).toEqual([]);
  });

  it('is taken back by a refusal', async () => {
    const run = inTransaction(database.db, async (tx) => {
      send(tx, 1);
      return refuse('record.stale');
    });
    expect(await run).toEqual(refuse('record.stale'));
    expect(await stored()).toEqual([]);
  });

  it('is refused once the transaction has ended', async () => {
    let late: Tx | undefined;
    await inTransaction(database.db, async (tx) => {
      late = tx;
      return ok(undefined);
    });
    expect(await failure(insert(late!, { id: 1 }))).toMatchObject({ code: 'TRANSACTION_ENDED' });
    expect(await stored()).toEqual([]);
  });

  it('is not sent again behind the end of its transaction, where its plan has changed', async () => {
    const returning = preparedStatement<'id'>(
      (value) => sql`insert into posting values (${value('id')}) returning *`,
    );
    const one = await createTestDatabase({ max: 1 });
    try {
      await one.owner`create table posting (id int primary key)`;
      await one.owner`grant select, insert on posting to nuanqiao_app`;
      await one.db.transaction((tx) => returning(tx, { id: 1 }));
      await one.owner`alter table posting add column note text`;
      const run = one.db.transaction(async (tx) => {
        returning(tx, { id: 2 }).catch(() => {});
      });
      expect(sqlState(await failure(run))).toBe('0A000');
      expect(await one.owner`select id from posting`).toEqual([{ id: 1 }]);
    } finally {
      await one.drop();
    }
  });
});

it('a key that somebody took since we looked is seen by the second try', async () => {
  const tries: number[] = [];
  const run = inTransaction(database.db, async (tx, count) => {
    tries.push(count);
    const [seen] = await tx.execute(sql`select 1 from posting where id = 1`);
    if (seen) return refuse('command.key_reused');
    await database.owner`insert into posting values (1)`;
    send(tx, 1);
    return ok('done');
  });
  expect(await run).toEqual(refuse('command.key_reused'));
  expect(tries).toEqual([1, 2]);
});
