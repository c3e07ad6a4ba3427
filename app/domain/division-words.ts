import { nameStem } from './pinyin';

/** More than a person types; the rest is cut off. */
const MAX_TEXT = 40;
/** No division's name is longer (大化瑶族自治县), nor has its pinyin more syllables. */
const LONGEST_NAME = 10;

/**
 * The words that a person typed to find a division, as tables hold them: lower case, without tone marks, ü as v. Digits of a
 * code are one word however they are grouped.
 */
export function typedWords(text: string): string[] {
  const plain = text
    .slice(0, MAX_TEXT)
    .normalize('NFKD')
    .replaceAll(/u\u0304?\u0308/gi, 'v')
    .replaceAll(/\p{M}/gu, '')
    .normalize('NFC')
    .toLowerCase()
    .replaceAll(/\p{Cc}/gu, ' ');
  const words = plain.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word));
  return words.every((word) => /^\d+$/.test(word)) && words.length > 0 ? [words.join('')] : words;
}

export const isPinyin = (word: string) => /^[a-z']+$/.test(word);

/**
 * What was typed without the spaces that would tell names apart (昭平县黄姚镇, zhao ping huang yao): the pieces that names are
 * made of, characters or syllables. Empty where a space more or less makes no difference.
 */
export function namePieces(words: readonly string[]): string[] {
  if (words.every(isPinyin)) return words.length > 1 ? [...words] : [];
  return words.every((word) => /^\p{Script=Han}+$/u.test(word)) ? Array.from(words.join('')) : [];
}

/**
 * The ways to take a name off the beginning, the longest first: `[name, what is left]`. Neither is one character alone, or
 * 昭平镇 would be all that has a 镇 in 昭平.
 */
export function firstNames(pieces: readonly string[]): [string, string[]][] {
  const lengths = Array.from(
    { length: Math.min(pieces.length - 1, LONGEST_NAME) },
    (_, at) => at + 1,
  );
  return lengths
    .reverse()
    .map((length): [string, string[]] => [pieces.slice(0, length).join(''), pieces.slice(length)])
    .filter(([name, rest]) => name.length > 1 && rest.join('').length > 1);
}

/** The committee's full title, which most tables shorten: 北莱村民委员会 is 北莱村委会 there. Undefined without one. */
export function withoutCommittee(word: string): string | undefined {
  const stem = nameStem(word);
  return stem === word ? undefined : stem;
}
