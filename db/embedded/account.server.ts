import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { DatabaseRefused } from './refused.server';

const ACCOUNT_NAME = 'nuanqiao-db';

/** The operating-system user that PostgreSQL runs as. */
export interface Account {
  name: string;
  uid: number;
  gid: number;
}

/**
 * PostgreSQL does not run as root: root gets a system user of its own, made at the first start.
 * Everyone else runs it as themselves (undefined).
 */
export function postgresAccount(): Account | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const known = findAccount();
  if (known) return known;
  spawnSync('useradd', ['--system', '--user-group', '--no-create-home', ACCOUNT_NAME]);
  // Two starts at once may both have tried; one of them made it.
  const made = findAccount() ?? waitForAccount();
  if (made) return made;
  throw new DatabaseRefused(
    `PostgreSQL does not run as root, and the system user ${ACCOUNT_NAME} could not be made (is useradd installed?); start as another user or set DATABASE_URL.`,
  );
}

function waitForAccount(): Account | undefined {
  for (let tries = 0; tries < 20; tries += 1) {
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 100);
    const found = findAccount();
    if (found) return found;
  }
  return undefined;
}

function findAccount(): Account | undefined {
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((entry) => entry.startsWith(`${ACCOUNT_NAME}:`));
  const [name, , uid, gid] = line?.split(':') ?? [];
  return name ? { name, uid: Number(uid), gid: Number(gid) } : undefined;
}

/** The spawn options that make a child run as `account`. */
export function asAccount(account: Account | undefined): { uid?: number; gid?: number } {
  return account ? { uid: account.uid, gid: account.gid } : {};
}

/** True when `account` can run the program to a good end. */
export function runsAs(account: Account | undefined, program: string, args: string[]): boolean {
  // The working folder may be one that the account cannot enter.
  const run = spawnSync(program, args, { ...asAccount(account), cwd: '/', stdio: 'ignore' });
  return run.status === 0;
}
