import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';

/** A file of db/seed as text, unpacked when it ends in .gz. Every process of the house runs in the clone's folder. */
export function readSeedFile(name: string): string {
  const bytes = readFileSync(join(process.cwd(), 'db', 'seed', name));
  return (name.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
}
