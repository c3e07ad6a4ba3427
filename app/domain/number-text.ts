/** A decimal as typed, exact: the value is `digits` / 10^`scale`. */
export interface DecimalText {
  digits: bigint;
  scale: number;
}

const decimalPattern = /^([+-]?)(\d{1,3}(?:,\d{3})+|\d{1,3}(?: \d{3})+|\d*)(?:\.(\d*))?$/;

/**
 * Reads a number as people type it in a form cell: ASCII or full-width digits and signs, thousands
 * separators in groups of three. Numerals in words (十) and exponents (1e12) are not numbers here:
 * a person who sees "1e12" in a cell did not mean to write it.
 */
export function readDecimal(text: string): DecimalText | undefined {
  const plain = plainText(text).replaceAll('。', '.').replaceAll('−', '-');
  const match = decimalPattern.exec(plain);
  if (!match) return undefined;
  const [, sign, whole = '', fraction = ''] = match;
  const digits = whole.replace(/[, ]/g, '') + fraction;
  if (digits === '' || digits.length > 1000) return undefined;
  const value = BigInt(digits);
  return { digits: sign === '-' ? -value : value, scale: fraction.length };
}

/** Full-width forms to ASCII, every kind of space to one, ends trimmed. */
export function plainText(text: string): string {
  return text.normalize('NFKC').replace(/\s+/g, ' ').trim();
}

/** `value` * `factor` if that is whole, else undefined. */
export function wholeMultiple(value: DecimalText, factor: number): bigint | undefined {
  const scaled = value.digits * BigInt(factor);
  const divisor = 10n ** BigInt(value.scale);
  return scaled % divisor === 0n ? scaled / divisor : undefined;
}
