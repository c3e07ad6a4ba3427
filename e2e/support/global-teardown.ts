import { rmSync } from 'node:fs';

/** Removes the run's data. The server is stopped after this, and makes no new files in doing so. */
export default function teardown(): void {
  const dataDir = process.env.E2E_DATA_DIR;
  if (dataDir) process.once('exit', () => rmSync(dataDir, { recursive: true, force: true }));
}
