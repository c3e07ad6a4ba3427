import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { guardDataDir } from './guard.server';
import { startEmbedded, type EmbeddedOptions, type EmbeddedPostgres } from '../embedded.server';

/** A folder of its own below the system's temporary one, which PostgreSQL's user can enter. */
export function temporaryDataDir(): string {
  const folder = mkdtempSync(join(tmpdir(), 'nuanqiao-test-'));
  chmodSync(folder, 0o711);
  return folder;
}

/** A server of one's own, for tests that kill or restart it; `stop` removes its data as well. */
export async function startTestCluster(
  options: Partial<EmbeddedOptions> = {},
): Promise<EmbeddedPostgres & { dataDir: string }> {
  const dataDir = options.dataDir ?? temporaryDataDir();
  guardDataDir(dataDir);
  const server = await startEmbedded({ durable: false, ...options, dataDir });
  const stop = async () => {
    await server.stop();
    rmSync(dataDir, { recursive: true, force: true });
  };
  return { ...server, dataDir, stop };
}
