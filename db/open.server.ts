import {
  closeDatabase,
  createDatabase,
  type Database,
  type DatabaseOptions,
} from './client.server';
import { DatabaseRefused } from './embedded/refused.server';
import { startEmbedded } from './embedded.server';
import { applyMigrations } from './migrate.server';
import { refusePowerfulPool } from './pool-guard.server';
import { claimPurpose, type Purpose } from './purpose.server';

export interface OpenDatabase {
  db: Database;
  /** Closes the pool, then stops the embedded server. */
  close: () => Promise<void>;
}

export interface OpenOptions {
  /** An external server; without one the embedded one is started in `dataDir`. */
  databaseUrl: string | undefined;
  migrationDatabaseUrl: string | undefined;
  dataDir: string;
  poolSize: number;
  /** Of the embedded server: the demonstration never shares a database with real use. */
  database: 'nuanqiao' | 'nuanqiao_demo';
  /** What a start is for; a command that only looks or migrates has none. */
  purpose?: Purpose;
  say: (line: string) => void;
}

const POOL_ROLE = 'nuanqiao_app';
/** What cli commands and a person's psql may use beside the pool. */
const SPARE_CONNECTIONS = 50;

/**
 * The process's one pool, on a database brought up to the code.
 * @throws DatabaseRefused with one sentence when the database cannot be used.
 */
export async function openDatabase(options: OpenOptions): Promise<OpenDatabase> {
  const opened =
    options.databaseUrl === undefined
      ? await openEmbedded(options)
      : await openExternal(options, options.databaseUrl);
  try {
    if (options.purpose) await claimPurpose(opened.db, options.purpose);
    return opened;
  } catch (error) {
    await opened.close();
    throw error;
  }
}

async function openExternal(
  { migrationDatabaseUrl, poolSize }: OpenOptions,
  url: string,
): Promise<OpenDatabase> {
  try {
    await applyMigrations(migrationDatabaseUrl ?? url);
    return await openPool({ url, role: POOL_ROLE, max: poolSize });
  } catch (error) {
    throw explain(error);
  }
}

/** What a wrong address, password or database name looks like; anything else is our own fault. */
function explain(error: unknown): unknown {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (!/^(E[A-Z]+|CONNECT_TIMEOUT|28...|3D000|57P03)$/.test(code)) return error;
  const reason = error instanceof Error && error.message ? error.message : code;
  return new DatabaseRefused(`The database of the setting DATABASE_URL cannot be used: ${reason}.`);
}

async function openEmbedded(options: OpenOptions): Promise<OpenDatabase> {
  const { dataDir, poolSize, database, say } = options;
  const maxConnections = poolSize + SPARE_CONNECTIONS;
  const server = await startEmbedded({ dataDir, maxConnections, say });
  try {
    await server.createDatabase(database);
    await applyMigrations(server.ownerUrl(database));
    const pool = await openPool({ url: server.appUrl(database), max: poolSize });
    const close = async () => {
      try {
        await pool.close();
      } finally {
        await server.stop();
      }
    };
    return { db: pool.db, close };
  } catch (error) {
    await server.stop();
    throw error;
  }
}

async function openPool(options: DatabaseOptions): Promise<OpenDatabase> {
  const db = createDatabase(options);
  const close = () => closeDatabase(db);
  try {
    await refusePowerfulPool(db);
    return { db, close };
  } catch (error) {
    await close();
    throw error;
  }
}
