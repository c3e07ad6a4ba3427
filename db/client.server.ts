import { sql, type SQL } from 'drizzle-orm';
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

const retried = new Set(['40001', '40P01']);
const MAX_TRIES = 4;

/** SQLSTATE of a failed statement; drizzle wraps the driver's error. */
export function sqlState(error: unknown): string | undefined {
  for (let at: unknown = error; at instanceof Error; at = at.cause) {
    if ('code' in at && typeof at.code === 'string' && /^[0-9A-Z]{5}$/.test(at.code))
      return at.code;
  }
  return undefined;
}

/** Runs `fn` in one transaction. A refused Result rolls back and is returned; 40001 and 40P01 are tried again. */
export async function inTransaction<T, E = DomainError>(
  db: Database,
  fn: (tx: Tx) => Promise<Result<T, E>>,
): Promise<Result<T, E>> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await db.transaction(async (tx) => {
        const result = await fn(tx);
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
export function scopeSettings(scope: Scope) {
  return sql`set_config('nuanqiao.user_id', ${scope.userId}, true),
    set_config('nuanqiao.organisation_id', ${scope.organisationId}, true),
    set_config('nuanqiao.role', ${scope.role}, true),
    set_config('nuanqiao.division_prefix', ${scope.divisionPrefix}, true)`;
}

/** Runs `fn` in a transaction that row-level security knows the reader of. Without it, personal tables are empty. */
export async function withScope<T>(
  db: Database | Tx,
  scope: Scope,
  fn: (tx: Tx) => Promise<T>,
): Promise<T> {
  return db.transaction(async (tx) => {
    await tx.execute(sql`select ${scopeSettings(scope)}`);
    return fn(tx);
  });
}

const dialect = new PgDialect();

/**
 * Runs raw SQL as a prepared statement: one round trip where `tx.execute` takes two, and no planning after the first
 * few times. For statements of the hot paths whose text is always the same.
 */
export async function executePrepared<T extends Record<string, unknown>>(
  tx: Tx,
  query: SQL,
): Promise<T[]> {
  const prepared = tx._.session.prepareQuery(dialect.sqlToQuery(query), undefined, 'raw', false);
  return (await prepared.execute()) as T[];
}
