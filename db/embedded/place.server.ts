import { randomBytes } from 'node:crypto';
import { chownSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type Account, runsAs } from './account.server';

/** Where root's PostgreSQL keeps what lies in folders that its own user cannot enter. */
export const SHARED_FOLDER = '/var/lib/nuanqiao';

const MARKER = 'postgres-is-in.txt';

/**
 * The folder of the cluster, made if needed and owned by `account`: `<dataDir>/postgres`, or one
 * below SHARED_FOLDER, named in a marker file in `dataDir`, when the account cannot enter `dataDir`.
 * The marker carries a random name, so that a removed `dataDir` means an empty database.
 */
export function clusterPlace(dataDir: string, account: Account | undefined): string {
  const place = findPlace(resolve(dataDir), account);
  if (!existsSync(place)) {
    mkdirSync(place, { recursive: true, mode: 0o700 });
    if (account) chownSync(place, account.uid, account.gid);
  }
  return place;
}

/** Where the cluster of `dataDir` is, if it has been made. */
export function clusterFolder(dataDir: string): string {
  const marker = join(dataDir, MARKER);
  return existsSync(marker) ? readFileSync(marker, 'utf8').trim() : join(dataDir, 'postgres');
}

function findPlace(dataDir: string, account: Account | undefined): string {
  mkdirSync(dataDir, { recursive: true });
  const marker = join(dataDir, MARKER);
  if (existsSync(marker)) return clusterFolder(dataDir);
  const inside = join(dataDir, 'postgres');
  if (!account || runsAs(account, '/bin/sh', ['-c', 'cd "$1"', 'sh', dataDir])) return inside;
  mkdirSync(SHARED_FOLDER, { recursive: true, mode: 0o755 });
  const outside = join(SHARED_FOLDER, `data-${randomBytes(6).toString('hex')}`);
  writeFileSync(marker, `${outside}\n`);
  return outside;
}
