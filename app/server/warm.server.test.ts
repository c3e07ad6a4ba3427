import { createServer, type Server } from 'node:http';
import { once } from 'node:events';
import { afterEach, expect, it, vi } from 'vitest';
import type { Log } from './log.server';
import { warmMaps } from './warm.server';

const servers: Server[] = [];
const log = { debug: vi.fn() };

afterEach(() => {
  for (const server of servers.splice(0)) server.close();
  log.debug.mockClear();
});

/** Answers with a status and notes what it was asked for. */
async function serve(host: string, status: number) {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(`${request.method} ${request.url}`);
    response.writeHead(status, { location: '/elsewhere' }).end('…');
  });
  servers.push(server.listen(0, host));
  await once(server, 'listening');
  return { server, asked };
}

it.each(['127.0.0.1', '0.0.0.0'])('asks the server on %s for the public map', async (host) => {
  const { server, asked } = await serve(host, 200);
  await warmMaps(server, log as unknown as Log);
  expect(asked).toEqual(['GET /public/map']);
  expect(log.debug).not.toHaveBeenCalled();
});

it('follows nothing elsewhere, and only notes what went wrong', async () => {
  const { server, asked } = await serve('127.0.0.1', 302);
  await warmMaps(server, log as unknown as Log);
  expect(asked).toEqual(['GET /public/map']);
  expect(log.debug).toHaveBeenCalledTimes(1);
});
