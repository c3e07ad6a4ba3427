import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';
import type { IdentityCipher } from '~/domain/identity';

const ALGORITHM = 'aes-256-gcm';
const NONCE_LENGTH = 12;
const TAG_LENGTH = 16;

/** AES-256-GCM for the texts and HMAC-SHA-256 for the blind index, each with a key of its own made from the secret. */
export function createIdentityCipher(secret: string): IdentityCipher {
  const derive = (purpose: string, length: number) =>
    Buffer.from(hkdfSync('sha256', secret, 'nuanqiao register', purpose, length));
  const textKey = derive('text', 32);
  const indexKey = derive('blind index', 32);
  const digestKey = derive('request digest', 32);
  const keyId = derive('key id', 6).toString('hex');
  return {
    keyId,
    seal(text, about) {
      const nonce = randomBytes(NONCE_LENGTH);
      const cipher = createCipheriv(ALGORITHM, textKey, nonce).setAAD(Buffer.from(about));
      const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
      const bytes = Buffer.concat([nonce, cipher.getAuthTag(), body]);
      return { algorithm: ALGORITHM, keyId, bytes };
    },
    open(sealed, about) {
      if (sealed.algorithm !== ALGORITHM || sealed.keyId !== keyId) {
        throw new Error(`no key for a text sealed with ${sealed.algorithm}, key ${sealed.keyId}`);
      }
      const bytes = Buffer.from(sealed.bytes);
      const bodyAt = NONCE_LENGTH + TAG_LENGTH;
      const decipher = createDecipheriv(ALGORITHM, textKey, bytes.subarray(0, NONCE_LENGTH))
        .setAAD(Buffer.from(about))
        .setAuthTag(bytes.subarray(NONCE_LENGTH, bodyAt));
      return decipher.update(bytes.subarray(bodyAt), undefined, 'utf8') + decipher.final('utf8');
    },
    blindIndex: (countyCode, field, text) =>
      createHmac('sha256', indexKey).update([countyCode, field, text].join('\n')).digest(),
    digest: (text) => createHmac('sha256', digestKey).update(text).digest('base64url'),
  };
}
