import { execFileSync } from 'node:child_process';
import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseRefused } from './refused.server';

interface Owner {
  pid: number;
  /** When that process began, as the system tells it: a pid alone is used again. */
  began: string;
}

/** Undefined when no such process lives. */
export function processBegan(pid: number): string | undefined {
  try {
    if (process.platform !== 'linux') {
      return execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).trim();
    }
    // Fields are counted after the program's name, which may itself hold spaces and parentheses.
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? [];
    return fields[0] === 'Z' ? undefined : fields[19];
  } catch {
    return undefined;
  }
}

function readOwner(file: string): Owner | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Owner;
  } catch {
    return undefined;
  }
}

function isAlive(owner: Owner | undefined): owner is Owner {
  return owner !== undefined && processBegan(owner.pid) === owner.began;
}

/**
 * Makes this process the owner of the data in `dataDir`, in the place of one that died.
 * @returns gives the ownership up.
 * @throws DatabaseRefused while another living process owns it.
 */
export function takeOwnership(dataDir: string): () => void {
  const file = join(dataDir, 'owner.json');
  const mine = `${file}.${process.pid}`;
  const me: Owner = { pid: process.pid, began: processBegan(process.pid) ?? '' };
  writeFileSync(mine, JSON.stringify(me));
  try {
    for (let tries = 0; tries < 3; tries += 1) {
      if (tryLink(mine, file)) return () => rmSync(file, { force: true });
      const owner = readOwner(file);
      if (isAlive(owner)) throw inUse(dataDir, owner);
      setAside(file, `${mine}.stale`, dataDir);
    }
  } finally {
    rmSync(mine, { force: true });
  }
  throw new DatabaseRefused(`The data in ${dataDir} is being opened by another start; try again.`);
}

function inUse(dataDir: string, owner: Owner): DatabaseRefused {
  return new DatabaseRefused(
    `The data in ${dataDir} is in use by another Nuanqiao (process ${owner.pid}); stop that one, or set NUANQIAO_DATA_DIR to another folder.`,
  );
}

/** Linking is what only one of two starts at once can do. */
function tryLink(from: string, to: string): boolean {
  try {
    linkSync(from, to);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

/** Between the look and this rename another start may have taken over: then its file is put back. */
function setAside(file: string, aside: string, dataDir: string): void {
  try {
    renameSync(file, aside);
  } catch {
    return;
  }
  const owner = readOwner(aside);
  if (isAlive(owner)) {
    tryLink(aside, file);
    rmSync(aside, { force: true });
    throw inUse(dataDir, owner);
  }
  rmSync(aside, { force: true });
}
