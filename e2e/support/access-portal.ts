import { expect } from '@playwright/test';
import { makeAccessWorld, type AccessWorld } from './access-world';
import {
  freePort,
  startServer,
  statusOf,
  stopLeftServers,
  temporaryDataDir,
} from './server-process';

/** The built server on a database with one record of every kind. */
export interface AccessPortal {
  world: AccessWorld;
  origin: string;
  close: () => Promise<void>;
}

export async function startAccessPortal(): Promise<AccessPortal> {
  const world = await makeAccessWorld();
  const data = temporaryDataDir();
  const port = String(await freePort());
  const origin = `http://127.0.0.1:${port}`;
  startServer({
    ...world.environment,
    PORT: port,
    PUBLIC_ORIGIN: origin,
    NUANQIAO_DATA_DIR: data.path,
    LOG_LEVEL: 'error',
  });
  const close = async () => {
    await stopLeftServers();
    await world.close();
    data.remove();
  };
  try {
    await expect.poll(() => statusOf(`${origin}/readyz`), { timeout: 60_000 }).toBe(200);
  } catch (error) {
    // Nobody has a portal yet to close.
    await close();
    throw error;
  }
  return { world, origin, close };
}
