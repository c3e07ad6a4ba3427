import type { Server } from 'node:http';
import { paths } from '~/paths';
import type { Log } from './log.server';

/**
 * Asks the server that has just begun for the public map, as anybody may: the first reader of a map does not wait for
 * the picture to be read. Nobody waits for this, and nothing depends on it.
 */
export async function warmMaps(server: Server, log: Log): Promise<void> {
  const at = server.address();
  if (at === null || typeof at === 'string') return;
  const everywhere = at.address === '::' || at.address === '0.0.0.0';
  const host = at.family === 'IPv6' ? `[${at.address}]` : at.address;
  const origin = `http://${everywhere ? 'localhost' : host}:${at.port}`;
  try {
    const answer = await fetch(`${origin}${paths.publicMap}`, { redirect: 'error' });
    await answer.arrayBuffer();
  } catch (error) {
    log.debug({ err: error }, 'the maps were not warmed');
  }
}
