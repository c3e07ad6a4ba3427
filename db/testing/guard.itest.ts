import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, vi } from 'vitest';
import { processBegan } from '../embedded/owner.server';
import { temporaryDataDir } from './cluster.server';

const run = `
  import { startTestCluster } from './db/testing/cluster.server.ts';
  await startTestCluster({ dataDir: process.argv[1] });
  console.log('up');
  setInterval(() => {}, 1000);`;

it('leaves neither PostgreSQL nor its data behind when the run is killed', async () => {
  const dataDir = temporaryDataDir();
  const killed = spawn(process.execPath, ['--import', 'tsx', '-e', run, dataDir]);
  await new Promise((resolve) => killed.stdout.once('data', resolve));
  const pidFile = join(dataDir, 'postgres', 'cluster', 'postmaster.pid');
  const postmaster = Number(readFileSync(pidFile, 'utf8').split('\n')[0]);
  expect(processBegan(postmaster)).toBeDefined();

  killed.kill('SIGKILL');
  await vi.waitFor(() => expect(existsSync(dataDir)).toBe(false), { timeout: 25_000 });
  expect(processBegan(postmaster)).toBeUndefined();
});
