import { keptSecret } from './kept-secret.server';

/** The secret that signs sessions: as set, else one made once and kept in the data folder. */
export function authSecret(settings: { authSecret: string | undefined; dataDir: string }): string {
  return keptSecret(settings.authSecret, settings.dataDir, 'auth-secret');
}

/** The secret that the register's keys are made from. Lost, no name or number can be read again. */
export function identityKey(settings: {
  identityKey: string | undefined;
  dataDir: string;
}): string {
  return keptSecret(settings.identityKey, settings.dataDir, 'identity-key');
}
