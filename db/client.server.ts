import { is, Placeholder, sql, type SQL } from 'drizzle-orm';
import { PgDialect } from 'drizzle-orm/pg-core';
import { drizzle } from 'drizzle-orm/postgres-js';
import postgres from 'postgres';
import type { Scope } from '~/domain/actor';
import type { DomainError } from '~/domain/error';
import type { Result } from '~/domain/result';

export type Database = ReturnType<typeof createDatabase>;
export type Tx = Parameters<Parameters<Database['transaction']>[0]>[0];

export interface DatabaseOptions {
  url: string;
  /** Connections at the most. */
  max?: number;
  /** Role the pool takes on after login, where the login role owns the tables (one external URL). */
  role?: string;
}

/** One pool a process: made once, in server.ts or by a cli command, and handed over. */
export function createDatabase(options: DatabaseOptions) {
  const client = postgres(options.url, {
    max: options.max ?? 16,
    // A second at the most after the server is back; the driver's own waiting grows to twenty.
    backoff: (retries) => Math.min(0.05 * 2 ** retries, 1),
    onnotice: () => {},
    connection: {
      TimeZone: 'Asia/Shanghai',
      ...(options.role && { options: `-c role=${options.role}` }),
    },
  });
  return drizzle(client);
}

export async function closeDatabase(db: Database): Promise<void> {
  await db.$client.end({ timeout: 5 });
}

/** Carries a refusal out of drizzle's callback, because drizzle commits when the callback returns. */
class Refused extends Error {
  constructor(readonly result: { ok: false }) {
    super('refused');
  }
}

/** Somebody else was in the way, or (a key taken since we looked) has just written the same: the next look sees it. */
const retried = new Set(['40001', '40P01', '23505']);
const MAX_TRIES = 4;

/** SQLSTATE of a failed statement; drizzle wraps the driver's error. */
export function sqlState(error: unknown): string | undefined {
  for (let at: unknown = error; at instanceof Error; at = at.cause) {
    if ('code' in at && typeof at.code === 'string' && /^[0-9A-Z]{5}$/.test(at.code))
      return at.code;
  }
  return undefined;
}

/**
 * Runs `fn` in one transaction. A refused Result rolls back and is returned; a lost race is tried again. The commit
 * follows right behind the last statement, waited for or not: had one failed, nothing is committed, and the failure is
 * thrown.
 */
export async function inTransaction<T, E = DomainError>(
  db: Database,
  fn: (tx: Tx, tries: number) => Promise<Result<T, E>>,
): Promise<Result<T, E>> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await db.transaction(async (tx) => {
        const result = await fn(tx, tries);
        if (!result.ok) throw new Refused(result);
        return result;
      });
    } catch (error) {
      if (error instanceof Refused) return error.result as Result<T, E>;
      if (tries >= MAX_TRIES || !retried.has(sqlState(error) ?? '')) throw error;
    }
  }
}

/** The settings that row-level security reads (db/sql); local to the transaction. */
export function scopeSettings(value: (name: keyof Scope) => SQL | string): SQL {
  return sql`set_config('nuanqiao.user_id', ${value('userId')}, true),
    set_config('nuanqiao.organisation_id', ${value('organisationId')}, true),
    set_config('nuanqiao.role', ${value('role')}, true),
    set_config('nuanqiao.division_prefix', ${value('divisionPrefix')}, true)`;
}

/** Runs `fn` in a transaction that row-level security knows the reader of. Without it, personal tables are empty. */
export async function withScope<T>(
  db: Database | Tx,
  scope: Scope,
  fn: (tx: Tx) => Promise<T>,
): Promise<T> {
  return db.transaction(async (tx) => {
    await tx.execute(sql`select ${scopeSettings((name) => scope[name])}`);
    return fn(tx);
  });
}

const dialect = new PgDialect();

type Values<N extends string> = Record<N, string | number | Uint8Array | null>;

/**
 * A statement of a hot path, written once with a placeholder for each value: its text is built when the module is
 * loaded, and the server plans it once a connection. One round trip, where `tx.execute` takes two. It is sent when it
 * is called, whether or not its answer is waited for; statements run in the order they were sent in.
 */
export function preparedStatement<N extends string, T = unknown>(
  write: (placeholder: (name: N) => SQL) => SQL,
): (tx: Tx, values: Values<N>) => Promise<T[]> {
  const query = dialect.sqlToQuery(write((name) => sql`${sql.placeholder(name)}`));
  const names = query.params.map((param) => {
    if (!is(param, Placeholder)) throw new Error('a prepared statement holds a value of its own');
    return param.name as N;
  });
  return (tx, values) => {
    const params = names.map((name) => values[name]);
    return driverOf(tx)
      .unsafe<(T & postgres.MaybeRow)[]>(query.sql, params, { prepare: true })
      .execute();
  };
}

/** The driver's own transaction, below drizzle's, whose way to it takes several turns and much time. */
function driverOf(tx: Tx): postgres.TransactionSql {
  return (tx._.session as unknown as { client: postgres.TransactionSql }).client;
}
