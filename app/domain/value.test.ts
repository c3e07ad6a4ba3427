import { describe, expect, it } from 'vitest';
import { donationValue, parseYuan, shareOfValue, splitValue, sumValues } from './value';

describe('parseYuan', () => {
  it.each([
    ['1,234.50', 123_450],
    ['１，２３４．５０', 123_450],
    ['¥1,234.5', 123_450],
    ['￥ 300', 30_000],
    ['300元', 30_000],
    ['300 元整', 30_000],
    ['12万', 12_000_000],
    ['12 万元', 12_000_000],
    ['3.5万', 3_500_000],
    ['0.123456万', 123_456],
    ['1.2亿', 12_000_000_000],
    ['0.01', 1],
  ])('reads %s as %i fen', (text, fen) => {
    expect(parseYuan(text)).toEqual({ ok: true, value: fen });
  });

  it.each([
    ['', 'form.required'],
    ['元', 'value.not_a_number'],
    ['万', 'value.not_a_number'],
    ['三十万', 'value.not_a_number'],
    ['1e5', 'value.not_a_number'],
    ['12,34', 'value.not_a_number'],
    ['0', 'value.not_positive'],
    ['-5', 'value.not_positive'],
    ['1.005', 'value.below_fen'],
    ['9999亿', 'value.too_large'],
  ])('refuses %j: %s', (text, code) => {
    expect(parseYuan(text, 'value')).toMatchObject({ ok: false, error: { code, field: 'value' } });
  });
});

describe('donationValue', () => {
  it.each([
    ['invoice', 100, undefined, true],
    ['estimate', 100, 200, true],
    ['estimate', 100, 100, true],
    ['estimate', 200, 100, 'value.low_above_high'],
    ['invoice', 100, 200, 'value.range_only_for_estimate'],
    ['agreement', 100, 200, 'value.range_only_for_estimate'],
    ['fair_value', 100, 200, 'value.range_only_for_estimate'],
  ] as const)('%s %i %s', (basis, low, high, expected) => {
    const result = donationValue(basis, low, high);
    if (expected === true) {
      expect(result).toEqual({ ok: true, value: { basis, lowFen: low, highFen: high ?? low } });
    } else expect(result).toMatchObject({ ok: false, error: { code: expected } });
  });
});

describe('sums', () => {
  it('add lows to lows and highs to highs', () => {
    expect(sumValues([])).toEqual({ lowFen: 0, highFen: 0 });
    expect(
      sumValues([
        { lowFen: 100, highFen: 100 },
        { lowFen: 1, highFen: 50 },
      ]),
    ).toEqual({ lowFen: 101, highFen: 150 });
  });

  it.each([
    [1000, 1, 3, 333, 334],
    [900, 1, 3, 300, 300],
    [1000, 3, 3, 1000, 1000],
    [1000, 0, 3, 0, 0],
    [9_999_999_999_999, 9_999_999_998, 9_999_999_999, 9_999_999_998_998, 9_999_999_998_999],
  ])('of %i fen, %i of %i carry %i to %i', (fen, quantity, whole, low, high) => {
    expect(shareOfValue({ lowFen: fen, highFen: fen }, quantity, whole)).toEqual({
      lowFen: low,
      highFen: high,
    });
  });

  it.each([
    [100, [1, 1, 1], [33, 33, 34]],
    [100, [3, 1], [75, 25]],
    [1, [1, 1], [0, 1]],
    [9_999_999_999_999, [9_999_999_999, 1], [9_999_999_998_999, 1000]],
  ])('split %i fen by %j', (fen, weights, parts) => {
    const split = splitValue({ lowFen: fen, highFen: fen }, weights);
    expect(split.map((one) => one.lowFen)).toEqual(parts);
    expect(sumValues(split)).toEqual({ lowFen: fen, highFen: fen });
  });

  it('cannot split by nothing', () => {
    expect(() => splitValue({ lowFen: 1, highFen: 1 }, [0])).toThrow('positive weights');
  });
});
