import { randomBytes } from 'node:crypto';
import postgres from 'postgres';
import { expect, inject } from 'vitest';
import { closeDatabase, createDatabase, type Database } from '../client.server';
import { TEMPLATE } from './global-setup.server';

export interface TestDatabase {
  /** The pool as the application has it: owns nothing, cannot bypass row-level security. */
  db: Database;
  appUrl: string;
  ownerUrl: string;
  /** The owner's hands, to arrange what the application may not do. */
  owner: postgres.Sql;
  /** Bypasses row-level security: for looking at what really stands in the tables. */
  superuser: postgres.Sql;
  /** Does any session of this database wait for a lock? */
  anyoneWaits: () => Promise<boolean>;
  /**
   * What is read while somebody writes: the reading has gone on until its first look at `table` when what was `written`
   * (by the superuser, past all triggers) is committed.
   */
  readAmid: <T>(
    table: string,
    written: (sql: postgres.TransactionSql) => Promise<unknown>,
    read: () => Promise<T>,
  ) => Promise<T>;
  drop: () => Promise<void>;
}

/** A migrated database of the caller's own, cloned in a fraction of a second; drop it in afterAll. */
export async function createTestDatabase(options: { max?: number } = {}): Promise<TestDatabase> {
  const server = inject('testServer');
  const name = `test_${randomBytes(6).toString('hex')}`;
  await onServer(
    server.superuser,
    `create database ${name} template ${TEMPLATE} owner nuanqiao_owner`,
  );
  const appUrl = inDatabase(server.app, name);
  const ownerUrl = inDatabase(server.owner, name);
  const db = createDatabase({ url: appUrl, max: options.max ?? 8 });
  const quiet = { max: 2, onnotice: () => {} };
  const owner = postgres(ownerUrl, quiet);
  const superuser = postgres(inDatabase(server.superuser, name), quiet);
  const anyoneWaits = async () => {
    const rows = await superuser`
      select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`;
    return rows.length > 0;
  };
  const readAmid: TestDatabase['readAmid'] = async (table, written, read) => {
    const reading = await superuser.begin(async (sql) => {
      await sql`set local session_replication_role = replica`;
      await sql`lock table ${sql(table)} in access exclusive mode`;
      await written(sql);
      const page = read();
      await expect.poll(anyoneWaits).toBe(true);
      return { page };
    });
    return reading.page;
  };
  const drop = async () => {
    await Promise.all([closeDatabase(db), owner.end(), superuser.end()]);
    await onServer(server.superuser, `drop database ${name} with (force)`);
  };
  return { db, appUrl, ownerUrl, owner, superuser, anyoneWaits, readAmid, drop };
}

function inDatabase(url: string, name: string): string {
  const changed = new URL(url);
  changed.pathname = `/${name}`;
  return changed.href;
}

async function onServer(url: string, statement: string): Promise<void> {
  const sql = postgres(url, { max: 1 });
  try {
    await sql.unsafe(statement);
  } finally {
    await sql.end();
  }
}
