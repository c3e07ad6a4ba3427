import { mkdtempSync, chmodSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { defineConfig } from '@playwright/test';
import { guardDataDir } from '~db/testing/guard.server';
import { CHROMIUM_ARGS, chooseChromium } from './chromium';

// Workers load this file again: what the first load chose is handed to them by the environment.
const executablePath = (process.env.E2E_CHROMIUM ??= chooseChromium() ?? '');
const port = (process.env.E2E_PORT ??= freePort());
const dataDir = (process.env.E2E_DATA_DIR ??= temporaryDataDir());

function freePort(): string {
  const probe =
    "const s=require('node:net').createServer();s.listen(0,'127.0.0.1',()=>{console.log(s.address().port);s.close()})";
  return execFileSync(process.execPath, ['-e', probe], { encoding: 'utf8' }).trim();
}

function temporaryDataDir(): string {
  const folder = mkdtempSync(join(tmpdir(), 'nuanqiao-e2e-'));
  chmodSync(folder, 0o711);
  guardDataDir(folder);
  return folder;
}

export default defineConfig({
  testDir: '..',
  testMatch: '**/*.spec.ts',
  outputDir: '../../test-results',
  reporter: [['list']],
  forbidOnly: Boolean(process.env.CI),
  workers: 2,
  timeout: 60_000,
  // A busy machine is slow, not wrong.
  expect: { timeout: 20_000 },
  use: {
    baseURL: `http://localhost:${port}`,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    trace: 'retain-on-failure',
    launchOptions: { args: CHROMIUM_ARGS, ...(executablePath && { executablePath }) },
  },
  webServer: {
    command: 'exec node --enable-source-maps build/server.js',
    cwd: fileURLToPath(new URL('../..', import.meta.url)),
    url: `http://localhost:${port}/readyz`,
    env: {
      PORT: port,
      NUANQIAO_DATA_DIR: dataDir,
      DATABASE_URL: '',
      AUTH_SECRET: '',
      IDENTITY_KEY: '',
      LOG_LEVEL: 'warn',
    },
    timeout: 120_000,
    gracefulShutdown: { signal: 'SIGTERM', timeout: 30_000 },
  },
});
