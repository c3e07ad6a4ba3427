import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { drizzle } from 'drizzle-orm/postgres-js';
import { migrate } from 'drizzle-orm/postgres-js/migrator';
import postgres from 'postgres';
import { DatabaseRefused } from './embedded/refused.server';
import { seedReference } from './seed/reference.server';

const MIGRATIONS = 'db/migrations';
const SQL_FILES = 'db/sql';
const OLDEST_SERVER = 160_000;
/** Any number, so long as every start of ours takes the same lock. */
const LOCK = 4_511_212_026;

/**
 * Brings the database up to the code: the migrations not yet applied, then every file of db/sql in
 * the order of their names, in one transaction, then the reference data. Starts at once wait for each other.
 * @param ownerUrl login that owns the tables.
 * @throws DatabaseRefused when the server or the login cannot carry it.
 */
export async function applyMigrations(ownerUrl: string): Promise<void> {
  const client = postgres(ownerUrl, { max: 1, onnotice: () => {} });
  try {
    await refuseUnfit(client);
    await client`select pg_advisory_lock(${LOCK})`;
    if (existsSync(join(MIGRATIONS, 'meta', '_journal.json'))) {
      await migrate(drizzle(client), { migrationsFolder: MIGRATIONS });
    }
    await client.begin(async (tx) => {
      for (const file of sqlFiles()) await tx.unsafe(readFileSync(file, 'utf8'));
    });
    await seedReference(drizzle(client));
  } finally {
    await client.end();
  }
}

function sqlFiles(): string[] {
  const names = readdirSync(SQL_FILES).filter((name) => name.endsWith('.sql'));
  return names.sort().map((name) => join(SQL_FILES, name));
}

interface ServerFacts {
  encoding: string;
  version: number;
  login: string;
  may_create_roles: boolean;
  has_roles: boolean;
}

async function refuseUnfit(client: postgres.Sql): Promise<void> {
  const [facts] = await client<ServerFacts[]>`
    select current_setting('server_encoding') as encoding,
      current_setting('server_version_num')::int as version,
      current_user as login,
      (select rolsuper or rolcreaterole from pg_roles where rolname = current_user) as may_create_roles,
      (select count(*) = 2 and bool_and(pg_has_role(current_user, oid, 'SET'))
        from pg_roles where rolname in ('nuanqiao_app', 'nuanqiao_ledger')) as has_roles`;
  if (!facts) throw new DatabaseRefused('The database does not say what it is.');
  if (facts.encoding !== 'UTF8') {
    throw new DatabaseRefused(
      `The database is encoded in ${facts.encoding}, and Chinese needs UTF8; make one with CREATE DATABASE … ENCODING 'UTF8' TEMPLATE template0.`,
    );
  }
  if (facts.version < OLDEST_SERVER) {
    throw new DatabaseRefused('The database server is older than PostgreSQL 16.');
  }
  if (!facts.may_create_roles && !facts.has_roles) throw new DatabaseRefused(sqlFor(facts.login));
}

function sqlFor(login: string): string {
  return `The login ${login} may not create roles; let the administrator of the database run this once, then start again:

  CREATE ROLE nuanqiao_app NOLOGIN;
  CREATE ROLE nuanqiao_ledger NOLOGIN;
  GRANT nuanqiao_app, nuanqiao_ledger TO "${login}" WITH INHERIT TRUE, SET TRUE;
`;
}
