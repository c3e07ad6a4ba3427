import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createDatabase, type Database } from '~db/client.server';
import { clusterFolder } from '~db/embedded/place.server';

/** The database of a server that runs on `dataDir`, as its own pool sees it; end it with closeDatabase. */
export function connectBeside(dataDir: string, database = 'nuanqiao'): Database {
  const pidFile = join(clusterFolder(dataDir), 'cluster', 'postmaster.pid');
  const port = readFileSync(pidFile, 'utf8').split('\n')[3];
  const secret = readFileSync(join(dataDir, 'postgres-password.txt'), 'utf8').trim();
  return createDatabase({
    url: `postgres://nuanqiao_app:${secret}@127.0.0.1:${port}/${database}`,
    max: 4,
  });
}
