import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** The secret that signs sessions: as set, else one made once and kept in the data folder. */
export function authSecret(settings: { authSecret: string | undefined; dataDir: string }): string {
  if (settings.authSecret !== undefined) return settings.authSecret;
  mkdirSync(settings.dataDir, { recursive: true });
  const file = join(settings.dataDir, 'auth-secret.txt');
  if (!existsSync(file)) writeFileSync(file, randomBytes(33).toString('base64'), { mode: 0o600 });
  return readFileSync(file, 'utf8').trim();
}
