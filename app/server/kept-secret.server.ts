import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** A secret as set, else one made once and kept in the data folder under this name. */
export function keptSecret(set: string | undefined, dataDir: string, name: string): string {
  if (set !== undefined) return set;
  mkdirSync(dataDir, { recursive: true });
  const file = join(dataDir, `${name}.txt`);
  if (!existsSync(file)) writeFileSync(file, randomBytes(33).toString('base64'), { mode: 0o600 });
  return readFileSync(file, 'utf8').trim();
}
