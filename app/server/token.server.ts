import { createHash, randomBytes } from 'node:crypto';

/** A link's token, unguessable. */
export function newToken(): string {
  return randomBytes(24).toString('base64url');
}

/** What is kept of a token. A fast hash will do: the token itself cannot be guessed. */
export function tokenHash(token: string): string {
  return createHash('sha256').update(token).digest('base64url');
}
