import { plainText, readDecimal, wholeMultiple } from './number-text';
import { ok, refuse, type Result } from './result';

/**
 * What the value of donated goods rests on. Source: rules.md, "Valuation" (notice of 2020): evidence
 * amount (invoice, agreement), fair value where that is far off, else a reasonable estimate, kept as low and high.
 */
export const valueBases = ['invoice', 'agreement', 'fair_value', 'estimate'] as const;
export type ValueBasis = (typeof valueBases)[number];

/** Fen; `lowFen` equals `highFen` unless the basis is an estimate. */
export interface ValueRange {
  lowFen: number;
  highFen: number;
}

export interface DonationValue extends ValueRange {
  basis: ValueBasis;
}

/** A hundred billion yuan: sums of a thousand such lines stay exact integers. */
export const maxValueFen = 9_999_999_999_999;

const yuanPattern = /^(?:CNY|RMB|[¥￥])?(.+?)(万|亿)?(?:元|圆)?(?:整)?$/;
const factors = { 万: 10_000, 亿: 100_000_000 } as const;

/** Yuan as typed ("1,234.50", "¥1,234.5", "12万", "3.5万元") in fen. */
export function parseYuan(text: string, field?: string): Result<number> {
  const plain = plainText(text).toUpperCase();
  if (plain === '') return refuse('form.required', undefined, field);
  const match = yuanPattern.exec(plain.replace(/ (?=[万亿元圆])/g, ''));
  const amount = readDecimal(match?.[1] ?? '');
  if (!match || !amount) return refuse('value.not_a_number', undefined, field);
  if (amount.digits <= 0n) return refuse('value.not_positive', undefined, field);
  const unit = match[2] as keyof typeof factors | undefined;
  const fen = wholeMultiple(amount, 100 * (unit ? factors[unit] : 1));
  if (fen === undefined) return refuse('value.below_fen', undefined, field);
  if (fen > BigInt(maxValueFen)) return refuse('value.too_large', { maxFen: maxValueFen }, field);
  return ok(Number(fen));
}

/** One amount, or for an estimate a low and a high one. */
export function donationValue(
  basis: ValueBasis,
  lowFen: number,
  highFen: number = lowFen,
): Result<DonationValue> {
  if (lowFen > highFen) return refuse('value.low_above_high', { lowFen, highFen });
  if (lowFen !== highFen && basis !== 'estimate') return refuse('value.range_only_for_estimate');
  return ok({ basis, lowFen, highFen });
}

export function sumValues(values: readonly ValueRange[]): ValueRange {
  return values.reduce<ValueRange>(
    (sum, value) => ({ lowFen: sum.lowFen + value.lowFen, highFen: sum.highFen + value.highFen }),
    { lowFen: 0, highFen: 0 },
  );
}

/** The share of a line's value that `quantity` of its `whole` carries; the low rounds down, the high up. */
export function shareOfValue(value: ValueRange, quantity: number, whole: number): ValueRange {
  const share = (fen: number, roundUp: boolean) => {
    const product = BigInt(fen) * BigInt(quantity);
    const floor = product / BigInt(whole);
    return Number(roundUp && floor * BigInt(whole) < product ? floor + 1n : floor);
  };
  return { lowFen: share(value.lowFen, false), highFen: share(value.highFen, true) };
}

/** A value split by weights (a kit's value over its parts), exact to the fen: the parts sum to the whole. */
export function splitValue(value: ValueRange, weights: readonly number[]): ValueRange[] {
  const lows = splitFen(value.lowFen, weights);
  const highs = splitFen(value.highFen, weights);
  return lows.map((lowFen, index) => ({ lowFen, highFen: highs[index] ?? lowFen }));
}

/** Each part is the step of a running share, so that roundings never add up. */
function splitFen(fen: number, weights: readonly number[]): number[] {
  const whole = weights.reduce((sum, weight) => sum + BigInt(weight), 0n);
  if (whole <= 0n) throw new Error('A value is split by positive weights.');
  let weight = 0n;
  let given = 0n;
  return weights.map((one) => {
    weight += BigInt(one);
    const upTo = (BigInt(fen) * weight) / whole;
    const part = upTo - given;
    given = upTo;
    return Number(part);
  });
}
