import { closeDatabase, createDatabase, type Database } from '~db/client.server';
import { startEmbedded } from '~db/embedded.server';
import { applyMigrations } from '~db/migrate.server';

export interface OpenDatabase {
  db: Database;
  close: () => Promise<void>;
}

export interface OpenOptions {
  /** An external server; without one the embedded one is started in `dataDir`. */
  databaseUrl: string | undefined;
  migrationDatabaseUrl: string | undefined;
  dataDir: string;
  poolSize: number;
  say: (line: string) => void;
}

const DATABASE = 'nuanqiao';
const POOL_ROLE = 'nuanqiao_app';

/**
 * The process's one pool, on a database brought up to the code.
 * @throws DatabaseRefused when the server cannot carry it.
 */
export async function openDatabase(options: OpenOptions): Promise<OpenDatabase> {
  const { databaseUrl, migrationDatabaseUrl, poolSize: max } = options;
  if (databaseUrl === undefined) return openEmbedded(options);
  await applyMigrations(migrationDatabaseUrl ?? databaseUrl);
  const role = migrationDatabaseUrl === undefined ? { role: POOL_ROLE } : {};
  const db = createDatabase({ url: databaseUrl, max, ...role });
  return { db, close: () => closeDatabase(db) };
}

async function openEmbedded({ dataDir, poolSize, say }: OpenOptions): Promise<OpenDatabase> {
  const server = await startEmbedded({ dataDir, say });
  await server.createDatabase(DATABASE);
  await applyMigrations(server.ownerUrl(DATABASE));
  const db = createDatabase({ url: server.appUrl(DATABASE), max: poolSize });
  const close = async () => {
    await closeDatabase(db);
    await server.stop();
  };
  return { db, close };
}
