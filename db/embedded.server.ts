import { spawnSync, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chownSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import postgres from 'postgres';
import { type Account, asAccount, postgresAccount } from './embedded/account.server';
import { postgresPrograms } from './embedded/binaries.server';
import { takeOwnership } from './embedded/owner.server';
import { clusterPlace, SHARED_FOLDER } from './embedded/place.server';
import {
  freePort,
  runningPostmaster,
  startPostmaster,
  stopPostmaster,
  type PostmasterOptions,
} from './embedded/postmaster.server';
import { DatabaseRefused } from './embedded/refused.server';

export interface EmbeddedOptions {
  dataDir: string;
  /** False for tests alone: a crash of the machine may then lose or break the data. */
  durable?: boolean;
  maxConnections?: number;
  /** Told, in one line each, what an operator would want to know. */
  say?: (line: string) => void;
}

export interface EmbeddedPostgres {
  /** Owns the tables and migrates. */
  ownerUrl: (database: string) => string;
  /** What the pool logs in with: owns nothing and cannot bypass row-level security. */
  appUrl: (database: string) => string;
  superuserUrl: (database: string) => string;
  createDatabase: (database: string) => Promise<void>;
  /** Pid of the running server; changes when it had to be started again. */
  pid: () => number;
  stop: () => Promise<void>;
}

const RESTART_PAUSE_MS = 300;
const RESTART_TRIES = 20;

/**
 * Starts the PostgreSQL of our packages on the data in `dataDir`, and starts it again should it
 * die. A server left running by a process that was killed is stopped first.
 * @throws DatabaseRefused with one sentence when it cannot.
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<EmbeddedPostgres> {
  const dataDir = resolve(options.dataDir);
  mkdirSync(dataDir, { recursive: true });
  const giveUp = takeOwnership(dataDir);
  try {
    const account = postgresAccount();
    const place = clusterPlace(dataDir, account);
    const cluster = join(place, 'cluster');
    if (!place.startsWith(dataDir)) options.say?.(`PostgreSQL keeps its data in ${place}.`);
    const left = runningPostmaster(cluster);
    if (left) await stopPostmaster(left);
    const programs = postgresPrograms(account, SHARED_FOLDER);
    const secret = clusterSecret(dataDir);
    if (!existsSync(join(cluster, 'PG_VERSION'))) initialise(programs, cluster, account, secret);
    const port = await freePort();
    const urls = urlsOf(port, secret);
    const superuserUrl = urls.superuserUrl('postgres');
    const settings = serverSettings(options);
    const server = await supervise(
      { programs, cluster, account, port, superuserUrl, settings },
      options.say,
    );
    await ensureLogins(superuserUrl, secret);
    const stop = () => server.stop().finally(giveUp);
    return {
      ...urls,
      ...server,
      stop,
      createDatabase: (name) => ensureDatabase(superuserUrl, name),
    };
  } catch (error) {
    giveUp();
    throw error;
  }
}

function clusterSecret(dataDir: string): string {
  const file = join(dataDir, 'postgres-password.txt');
  if (!existsSync(file)) writeFileSync(file, randomBytes(24).toString('hex'), { mode: 0o600 });
  return readFileSync(file, 'utf8').trim();
}

function urlsOf(port: number, secret: string) {
  const url = (login: string) => (database: string) =>
    `postgres://${login}:${secret}@127.0.0.1:${port}/${database}`;
  return {
    superuserUrl: url('postgres'),
    ownerUrl: url('nuanqiao_owner'),
    appUrl: url('nuanqiao_app'),
  };
}

/** The builtin C.UTF-8 locale is the same on every machine, whatever LANG says. */
function initialise(
  programs: string,
  cluster: string,
  account: Account | undefined,
  secret: string,
): void {
  const args = ['--encoding=UTF8', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'];
  const login = ['--no-locale', '--username=postgres', '--auth=scram-sha-256'];
  const passwordFile = `${cluster}.password`;
  writeFileSync(passwordFile, secret, { mode: 0o600 });
  if (account) chownSync(passwordFile, account.uid, account.gid);
  const run = spawnSync(
    join(programs, 'initdb'),
    ['-D', cluster, ...args, ...login, `--pwfile=${passwordFile}`],
    { ...asAccount(account), cwd: '/', encoding: 'utf8' },
  );
  rmSync(passwordFile);
  if (run.status === 0) return;
  rmSync(cluster, { recursive: true, force: true });
  const reason = run.error?.message ?? run.stderr.trim().split('\n').join(' ');
  throw new DatabaseRefused(`PostgreSQL could not make its data folder ${cluster}: ${reason}`);
}

function serverSettings({ durable = true, maxConnections = 100 }: EmbeddedOptions) {
  const onOff = durable ? 'on' : 'off';
  return {
    unix_socket_directories: '',
    max_connections: String(maxConnections),
    fsync: onOff,
    synchronous_commit: onOff,
    full_page_writes: onOff,
    // What people typed stands in errors' messages and details: none of it goes to the log file.
    log_min_messages: 'log',
    log_min_error_statement: 'panic',
    log_error_verbosity: 'terse',
  };
}

async function supervise(options: PostmasterOptions, say: EmbeddedOptions['say']) {
  let stopping = false;
  let starting: Promise<unknown> = Promise.resolve();
  let child: ChildProcess;
  const watch = (started: ChildProcess) => {
    child = started;
    started.once('exit', () => {
      if (stopping) return;
      say?.('PostgreSQL stopped by itself and is started again.');
      starting = restart();
    });
  };
  // What the dead server left (children, shared memory) may take a moment to go.
  const restart = async () => {
    for (let tries = 1; tries <= RESTART_TRIES; tries += 1) {
      await sleep(RESTART_PAUSE_MS);
      if (stopping) return;
      try {
        return watch(await startPostmaster(options));
      } catch (error) {
        if (tries === RESTART_TRIES) say?.(String(error));
      }
    }
  };
  watch(await startPostmaster(options));
  const pid = () => child.pid ?? 0;
  const stop = async () => {
    stopping = true;
    await starting;
    await stopPostmaster(pid());
  };
  return { pid, stop };
}

/** The same logins as on an external server: an owner that is no superuser, and the pool's. */
async function ensureLogins(superuserUrl: string, secret: string): Promise<void> {
  await asSuperuser(superuserUrl, async (sql) => {
    for (const [name, rights] of [
      ['nuanqiao_owner', 'CREATEROLE'],
      ['nuanqiao_app', 'NOCREATEROLE'],
    ]) {
      const [known] = await sql`select 1 from pg_roles where rolname = ${name ?? ''}`;
      const verb = known ? 'ALTER' : 'CREATE';
      await sql.unsafe(`${verb} ROLE ${name} LOGIN ${rights} NOSUPERUSER PASSWORD '${secret}'`);
    }
    // The owner did not make this role, so it needs the right to grant it what it may do.
    await sql`grant nuanqiao_app to nuanqiao_owner with admin option`;
  });
}

async function ensureDatabase(superuserUrl: string, database: string): Promise<void> {
  await asSuperuser(superuserUrl, async (sql) => {
    const [known] = await sql`select 1 from pg_database where datname = ${database}`;
    if (!known) await sql`create database ${sql(database)} owner nuanqiao_owner`;
  });
}

async function asSuperuser(url: string, work: (sql: postgres.Sql) => Promise<void>): Promise<void> {
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  try {
    await work(sql);
  } finally {
    await sql.end();
  }
}
