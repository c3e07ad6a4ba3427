import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/**
 * Watches over test data from a process of its own: when this process is gone, however it ended, what still runs on
 * `dataDir` is stopped and the folder removed. A killed run must leave neither a server nor PostgreSQL behind.
 */
export function guardDataDir(dataDir: string): void {
  const main = fileURLToPath(new URL('./guard-main.server.ts', import.meta.url));
  const args = ['--import', 'tsx', main, String(process.pid), dataDir];
  spawn(process.execPath, args, { detached: true, stdio: 'ignore' }).unref();
}
