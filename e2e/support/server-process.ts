import { spawn, type ChildProcess } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { guardDataDir } from '~db/testing/guard.server';

export interface ServerProcess {
  child: ChildProcess;
  url: string;
  /** What it has printed so far. */
  output: () => string;
  ended: Promise<number | null>;
}

export function temporaryDataDir(): { path: string; remove: () => void } {
  const path = mkdtempSync(join(tmpdir(), 'nuanqiao-start-'));
  chmodSync(path, 0o711);
  guardDataDir(path);
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}

export function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(address && typeof address === 'object' ? address.port : 0));
    });
  });
}

const started: ServerProcess[] = [];

/** Ends what a failed test left running. */
export async function stopLeftServers(): Promise<void> {
  for (const { child, ended } of started.splice(0)) {
    child.kill('SIGTERM');
    await ended;
  }
}

/** Starts the built server as `npm start` does. */
export function startServer(
  environment: Record<string, string>,
  args: string[] = [],
): ServerProcess {
  const child = spawn(process.execPath, ['build/server.js', ...args], {
    env: { PATH: process.env.PATH ?? '', NODE_ENV: 'production', ...environment },
  });
  let printed = '';
  child.stdout.on('data', (chunk) => (printed += String(chunk)));
  child.stderr.on('data', (chunk) => (printed += String(chunk)));
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
  const url = `http://127.0.0.1:${environment.PORT ?? ''}`;
  const server = { child, url, output: () => printed, ended };
  started.push(server);
  return server;
}

/** HTTP status of a path; 0 while nobody answers. */
export async function statusOf(url: string): Promise<number> {
  try {
    const response = await fetch(url);
    await response.arrayBuffer();
    return response.status;
  } catch {
    return 0;
  }
}
