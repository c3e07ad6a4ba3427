import { createServer } from 'node:http';
import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { processBegan } from '~db/embedded/owner.server';
import {
  freePort,
  startServer,
  statusOf,
  stopLeftServers,
  temporaryDataDir,
} from './support/server-process';

const READY = { timeout: 40_000 };

function clusterPid(dataDir: string): number {
  return Number(readFileSync(`${dataDir}/postgres/cluster/postmaster.pid`, 'utf8').split('\n')[0]);
}

const isAlive = (pid: number) => processBegan(pid) !== undefined;

test.afterEach(stopLeftServers);

test('a port in use is told in one sentence, and the data is not touched', async () => {
  const other = createServer();
  await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
  const address = other.address();
  const port = String(address && typeof address === 'object' ? address.port : 0);
  const data = temporaryDataDir();
  const server = startServer({ PORT: port, NUANQIAO_DATA_DIR: data.path });
  expect(await server.ended).toBe(1);
  expect(server.output().trim()).toMatch(new RegExp(`^Port ${port} is in use .*PORT.*\\.$`));
  other.close();
  data.remove();
});

test('a setting that is missing or weak is named in one sentence', async () => {
  for (const [environment, name] of [
    [{ PORT: 'x' }, 'PORT'],
    [{ HOST: '0.0.0.0' }, 'PUBLIC_ORIGIN'],
    [{ DATABASE_URL: 'postgres://localhost/x' }, 'AUTH_SECRET'],
    [{ AUTH_SECRET: 'short' }, 'AUTH_SECRET'],
  ] as const) {
    const server = startServer({ ...environment });
    expect(await server.ended).toBe(1);
    expect(server.output().trim()).toMatch(new RegExp(`^The setting ${name} [^\\n]+\\.$`));
  }
});

test('a second start on the same data is refused; a stop lets requests end and the database down', async () => {
  const data = temporaryDataDir();
  const first = startServer({ PORT: String(await freePort()), NUANQIAO_DATA_DIR: data.path });
  await expect.poll(() => statusOf(`${first.url}/readyz`), READY).toBe(200);
  expect(await statusOf(`${first.url}/healthz`)).toBe(200);

  const second = startServer({ PORT: String(await freePort()), NUANQIAO_DATA_DIR: data.path });
  expect(await second.ended).toBe(1);
  expect(second.output().trim()).toMatch(/^The data in .* is in use .*NUANQIAO_DATA_DIR[^\n]+\.$/);

  const pid = clusterPid(data.path);
  const running = Promise.all(Array.from({ length: 20 }, () => statusOf(`${first.url}/`)));
  await statusOf(`${first.url}/healthz`);
  first.child.kill('SIGTERM');
  expect(new Set(await running)).toEqual(new Set([200]));
  expect(await first.ended).toBe(0);
  expect(isAlive(pid)).toBe(false);
  data.remove();
});

test('a killed server’s database is stopped and started again by the next start', async () => {
  const data = temporaryDataDir();
  const environment = { PORT: String(await freePort()), NUANQIAO_DATA_DIR: data.path };
  const killed = startServer(environment);
  await expect.poll(() => statusOf(`${killed.url}/readyz`), READY).toBe(200);
  const left = clusterPid(data.path);
  killed.child.kill('SIGKILL');
  await killed.ended;
  expect(isAlive(left)).toBe(true);

  const next = startServer(environment);
  await expect.poll(() => statusOf(`${next.url}/readyz`), READY).toBe(200);
  expect(isAlive(left)).toBe(false);
  next.child.kill('SIGTERM');
  expect(await next.ended).toBe(0);
  data.remove();
});

test('a write from another site is refused', async ({ request }) => {
  for (const headers of [
    {},
    { Origin: 'https://evil.example' },
    { Origin: 'null', 'Sec-Fetch-Site': 'same-origin' },
    { 'X-Forwarded-Host': 'localhost' },
  ]) {
    const response = await request.post('/', { headers });
    expect(response.status()).toBe(403);
  }
});

test('built files may be kept for a year; pages carry the security headers', async ({
  request,
}) => {
  const page = await request.get('/');
  expect(page.headers()['referrer-policy']).toBe('same-origin');
  expect(page.headers()['content-security-policy']).toContain("script-src 'self' 'nonce-");
  const asset = /\/assets\/[^"]+\.js/.exec(await page.text())?.[0] ?? '';
  const response = await request.get(asset);
  expect(response.status()).toBe(200);
  expect(response.headers()['cache-control']).toBe('public, max-age=31536000, immutable');
});
