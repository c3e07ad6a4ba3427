import { expect } from '@playwright/test';
import { v7 as uuidv7 } from 'uuid';
import { closeDatabase, type Database } from '~db/client.server';
import type { CommandEnv } from '~/commands/command.server';
import { gatherCast, type Cast } from './cast';
import { connectBeside } from './database';
import { freePort, startServer, statusOf, temporaryDataDir } from './server-process';

/** A server of a spec's own, with its cast signed in; the shared one stays as empty as it was. */
export interface Stage {
  origin: string;
  cast: Cast;
  db: Database;
  env: CommandEnv;
  close: () => Promise<void>;
}

export async function setStage(): Promise<Stage> {
  const data = temporaryDataDir();
  const server = startServer({ PORT: String(await freePort()), NUANQIAO_DATA_DIR: data.path });
  await expect.poll(() => statusOf(`${server.url}/readyz`), { timeout: 60_000 }).toBe(200);
  const origin = server.url.replace('127.0.0.1', 'localhost');
  const db = connectBeside(data.path);
  const cast = await gatherCast(db, origin);
  const env = { db, now: () => new Date(), newId: () => uuidv7() };
  const close = async () => {
    await cast.leave();
    await closeDatabase(db);
    server.child.kill('SIGTERM');
    await server.ended;
    data.remove();
  };
  return { origin, cast, db, env, close };
}
