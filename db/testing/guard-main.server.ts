import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { processBegan } from '../embedded/owner.server';
import { clusterFolder } from '../embedded/place.server';
import { runningPostmaster, stopPostmaster } from '../embedded/postmaster.server';

const LOOK_EVERY_MS = 500;
const SERVER_STOP_LIMIT_MS = 30_000;

/** The server that owns the data, where it is not the watched process itself. */
function ownerOf(dataDir: string): number | undefined {
  try {
    const owner = JSON.parse(readFileSync(join(dataDir, 'owner.json'), 'utf8')) as {
      pid: number;
      began: string;
    };
    return processBegan(owner.pid) === owner.began ? owner.pid : undefined;
  } catch {
    return undefined;
  }
}

async function whileAlive(pid: number, limitMs = Infinity): Promise<void> {
  const began = processBegan(pid);
  if (!began) return;
  const deadline = Date.now() + limitMs;
  while (processBegan(pid) === began && Date.now() < deadline) await sleep(LOOK_EVERY_MS);
}

async function main(watched: number, dataDir: string): Promise<void> {
  await whileAlive(watched);
  if (!existsSync(dataDir)) return;
  const server = ownerOf(dataDir);
  if (server) {
    process.kill(server, 'SIGTERM');
    await whileAlive(server, SERVER_STOP_LIMIT_MS);
  }
  const place = clusterFolder(dataDir);
  const postmaster = runningPostmaster(join(place, 'cluster'));
  if (postmaster) await stopPostmaster(postmaster);
  for (const folder of [place, dataDir]) rmSync(folder, { recursive: true, force: true });
}

const [watched, dataDir] = process.argv.slice(2);
if (watched && dataDir) await main(Number(watched), dataDir);
