import { describe, expect, it } from 'vitest';
import { getNumber, resolveParameter, type ParameterRow } from './parameter';

const row = (
  regionPrefix: string,
  validFrom: string,
  validTo: string | null,
  value: number | string,
): ParameterRow => ({
  code: 'stock.expiring_soon',
  regionPrefix,
  validFrom,
  validTo,
  value,
  unit: 'days',
  source: 'test',
});

const rows = [
  row('', '2020-01-01', null, 30),
  row('', '2025-01-01', null, 40),
  row('4511', '2024-01-01', '2026-01-01', 60),
  row('451121', '2025-06-01', null, 90),
  { ...row('451121', '2020-01-01', null, 1), code: 'public.suppress_below' },
];

describe('the parameter in force', () => {
  it.each([
    ['2019-12-31', '450100000000', undefined],
    ['2020-01-01', '450100000000', 30],
    ['2024-12-31', '450100000000', 30],
    ['2025-01-01', '450100000000', 40],
    // The prefecture's own row outranks the later general one, until the day it ends.
    ['2025-01-01', '451102100201', 60],
    ['2025-12-31', '451102100201', 60],
    ['2026-01-01', '451102100201', 40],
    // The county's own row outranks the prefecture's, from the day it begins.
    ['2025-05-31', '451121100201', 60],
    ['2025-06-01', '451121100201', 90],
    // Asked for the prefecture, a county's row says nothing.
    ['2025-06-01', '4511', 60],
    ['2025-06-01', '', 40],
  ])('on %s in %j is %s', (day, division, value) => {
    expect(resolveParameter(rows, 'stock.expiring_soon', day, division)?.value).toBe(value);
    const reversed = [...rows].reverse();
    expect(resolveParameter(reversed, 'stock.expiring_soon', day, division)?.value).toBe(value);
  });

  it('is never guessed', () => {
    const get = (given: ParameterRow[], day: string) =>
      getNumber(given, 'stock.expiring_soon', day, '45');
    expect(get(rows, '2025-01-01')).toBe(40);
    expect(() => get(rows, '2019-01-01')).toThrow('no number');
    expect(() => get([row('', '2020-01-01', null, 'next')], '2025-01-01')).toThrow('no number');
    expect(() =>
      get([{ ...row('', '2020-01-01', null, 1), unit: 'months' }], '2025-01-01'),
    ).toThrow('unit');
  });
});
