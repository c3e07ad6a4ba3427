import { randomBytes } from 'node:crypto';
import { formatCode, publicCodeBytes, type PublicCodeKind } from '~/domain/public-code';

/** A code that the public scans: random, so that nobody finds one by counting. */
export function newPublicCode(kind: PublicCodeKind): string {
  return formatCode(randomBytes(publicCodeBytes), kind);
}
