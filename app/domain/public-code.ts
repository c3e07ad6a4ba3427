import { plainText } from './number-text';
import { ok, refuse, type Result } from './result';

/**
 * Codes that the public scans or types: a kind, 14 random characters, a check character, as
 * PXXX-XXXX-XXXX-XXXX. 29 characters without look-alikes (no B I L O S U Z), and 29 is prime: with
 * weights 1 to 16 the check catches every single wrong character and every exchange of any two.
 * 14 random characters hold 68 bits: nobody finds a code by trying.
 */
const alphabet = '0123456789ACDEFGHJKMNPQRTVWXY';
const base = BigInt(alphabet.length);
const randomCharacters = 14;
const totalCharacters = randomCharacters + 2;

/** Random bytes that `formatCode` needs; 128 bits folded into 68 leave no bias worth naming. */
export const publicCodeBytes = 16;

export const publicCodeKinds = { parcel: 'P', donation: 'D' } as const;
export type PublicCodeKind = keyof typeof publicCodeKinds;

export interface PublicCode {
  kind: PublicCodeKind;
  /** The form in which codes are stored, printed and compared. */
  code: string;
}

export function formatCode(bytes: Uint8Array, kind: PublicCodeKind): string {
  if (bytes.length < publicCodeBytes) throw new Error('A public code needs 16 random bytes.');
  let number = bytes.reduce((sum, byte) => sum * 256n + BigInt(byte), 0n);
  let body: string = publicCodeKinds[kind];
  for (let index = 0; index < randomCharacters; index++) {
    body += alphabet.charAt(Number(number % base));
    number /= base;
  }
  return grouped(body + checkCharacter(body));
}

/** Reads a code as people type it: any case, spaces and dashes anywhere, O for 0, I or L for 1, and their like. */
export function parseCode(text: string, field?: string): Result<PublicCode> {
  const typed = plainText(text)
    .toUpperCase()
    .replace(/[\s\p{Dash}_.·]/gu, '');
  if (typed === '') return refuse('form.required', undefined, field);
  const code = Array.from(typed)
    .map((character) => lookAlikes[character] ?? character)
    .join('');
  if (code.length !== totalCharacters || Array.from(code).some((one) => !alphabet.includes(one))) {
    return refuse('public_code.form', undefined, field);
  }
  const kind = (Object.keys(publicCodeKinds) as PublicCodeKind[]).find(
    (one) => publicCodeKinds[one] === code[0],
  );
  if (!kind || code[totalCharacters - 1] !== checkCharacter(code.slice(0, -1))) {
    return refuse('public_code.check', undefined, field);
  }
  return ok({ kind, code: grouped(code) });
}

const lookAlikes: Record<string, string> = {
  O: '0',
  I: '1',
  L: '1',
  S: '5',
  Z: '2',
  B: '8',
  U: 'V',
};

function checkCharacter(body: string): string {
  const sum = Array.from(body).reduce(
    (total, one, index) => total + alphabet.indexOf(one) * (index + 1),
    0,
  );
  // The check character's own weight is 16; 20 is its inverse modulo 29 (16 * 20 = 320 = 11 * 29 + 1).
  return alphabet.charAt(((29 - (sum % 29)) * 20) % 29);
}

function grouped(code: string): string {
  return code.replace(/(.{4})(?=.)/g, '$1-');
}
