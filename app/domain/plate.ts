import { plainText } from './number-text';
import { ok, refuse, type Result } from './result';

/**
 * A vehicle plate, loosely: a Chinese character, a letter, then five or six letters or digits, the
 * last of which may be a word character such as 挂. Loose on purpose: a true plate of a kind not
 * thought of here must not stop a lorry.
 */
const platePattern = /^\p{Script=Han}[A-Z][A-Z0-9]{4,5}[A-Z0-9挂学警港澳领使]$/u;

export function parsePlate(text: string, field?: string): Result<string> {
  const plate = plainText(text)
    .replace(/[ \-.·•・]/g, '')
    .toUpperCase();
  if (plate === '') return refuse('form.required', undefined, field);
  return platePattern.test(plate) ? ok(plate) : refuse('plate.form', undefined, field);
}
