import { plainText } from './number-text';
import { ok, refuse, type Result } from './result';

const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const length = 18;

/**
 * Unified social credit code, read without spaces and in capitals. Source: GB 32100-2015: an alphabet
 * without I O S V Z, weights 3^i mod 31, check character (31 - sum mod 31) mod 31.
 */
export function parseUscc(text: string, field?: string): Result<string> {
  const code = plainText(text).replace(/[ -]/g, '').toUpperCase();
  if (code === '') return refuse('form.required', undefined, field);
  if (code.length !== length) {
    return refuse('uscc.length', { length: code.length, expected: length }, field);
  }
  const foreign = Array.from(code).find((character) => !alphabet.includes(character));
  if (foreign) return refuse('uscc.character', { character: foreign }, field);
  if (code[length - 1] !== usccCheckCharacter(code.slice(0, -1))) {
    return refuse('uscc.check', undefined, field);
  }
  return ok(code);
}

/** The check character of the first 17 characters. */
export function usccCheckCharacter(body: string): string {
  let weight = 1;
  let sum = 0;
  for (const character of body) {
    sum += alphabet.indexOf(character) * weight;
    weight = (weight * 3) % 31;
  }
  return alphabet.charAt((31 - (sum % 31)) % 31);
}
