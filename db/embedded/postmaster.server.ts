import { spawn, type ChildProcess } from 'node:child_process';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import postgres from 'postgres';
import { type Account, asAccount } from './account.server';
import { processBegan } from './owner.server';
import { DatabaseRefused } from './refused.server';

const START_LIMIT_MS = 60_000;
const FAST_STOP_LIMIT_MS = 20_000;
const LOOK_EVERY_MS = 50;

export interface PostmasterOptions {
  programs: string;
  cluster: string;
  account: Account | undefined;
  port: number;
  superuserUrl: string;
  settings: Record<string, string>;
}

/** A port of the loopback address that nobody listens on now. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

/** Starts PostgreSQL as a process group of its own, so that Ctrl-C reaches our drain first. */
export async function startPostmaster(options: PostmasterOptions): Promise<ChildProcess> {
  const { programs, cluster, account, port, settings } = options;
  const all = { port: String(port), listen_addresses: '127.0.0.1', ...settings };
  const args = Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const logFile = join(dirname(cluster), 'postgres.log');
  const log = openSync(logFile, 'a', 0o600);
  const child = spawn(join(programs, 'postgres'), ['-D', cluster, ...args], {
    ...asAccount(account),
    cwd: cluster,
    detached: true,
    env: { NODE_ENV: 'production', LC_ALL: 'C', PATH: process.env.PATH ?? '' },
    stdio: ['ignore', log, log],
  });
  closeSync(log);
  child.unref();
  await untilReady(child, options.superuserUrl, logFile);
  return child;
}

async function untilReady(child: ChildProcess, url: string, logFile: string): Promise<void> {
  const deadline = Date.now() + START_LIMIT_MS;
  while (Date.now() < deadline && child.exitCode === null && child.signalCode === null) {
    if (await answers(url)) return;
    await sleep(LOOK_EVERY_MS);
  }
  if (child.exitCode === null) child.kill('SIGQUIT');
  const lastLine = readFileSync(logFile, 'utf8').trim().split('\n').at(-1) ?? '';
  throw new DatabaseRefused(`PostgreSQL did not start (${lastLine}); its log is ${logFile}.`);
}

async function answers(url: string): Promise<boolean> {
  const client = postgres(url, { max: 1, connect_timeout: 5, fetch_types: false });
  try {
    await client`select 1`;
    return true;
  } catch {
    return false;
  } finally {
    await client.end({ timeout: 1 });
  }
}

/** Pid of the PostgreSQL that runs on `cluster`, if one does. */
export function runningPostmaster(cluster: string): number | undefined {
  try {
    const pid = Number(readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n')[0]);
    if (!processBegan(pid)) return undefined;
    if (process.platform !== 'linux') return pid;
    // After a restart of the machine the pid may belong to a stranger.
    const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0');
    return command.includes(cluster) ? pid : undefined;
  } catch {
    return undefined;
  }
}

/** Disconnects everyone and shuts down cleanly; crash recovery is asked for only after a long wait. */
export async function stopPostmaster(pid: number): Promise<void> {
  signal(pid, 'SIGINT');
  if (await isGone(pid, FAST_STOP_LIMIT_MS)) return;
  signal(pid, 'SIGQUIT');
  if (!(await isGone(pid, FAST_STOP_LIMIT_MS))) {
    throw new DatabaseRefused(`PostgreSQL (process ${pid}) does not stop; stop it by hand.`);
  }
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

async function isGone(pid: number, limitMs: number): Promise<boolean> {
  const deadline = Date.now() + limitMs;
  while (Date.now() < deadline) {
    if (!processBegan(pid)) return true;
    await sleep(LOOK_EVERY_MS);
  }
  return false;
}
