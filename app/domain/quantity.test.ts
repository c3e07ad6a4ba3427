import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inLargestUnit, maxQuantity, parseCount, parseQuantity, toSmallest } from './quantity';

const rice = [
  { code: 'g', factor: 1 },
  { code: 'kg', factor: 1000 },
  { code: 'bag', factor: 10_000 },
  { code: 't', factor: 1_000_000 },
];

describe('parseQuantity', () => {
  it.each([
    ['1000', 1, 1000],
    ['１０００', 1, 1000],
    ['1,000', 1, 1000],
    ['1，000', 1, 1000],
    ['1 000', 1, 1000],
    ['  12 ', 1, 12],
    ['+5', 1, 5],
    ['30', 1_000_000, 30_000_000],
    ['0.5', 1000, 500],
    ['．５', 1000, 500],
    ['1.250', 1000, 1250],
    ['2.', 1, 2],
    ['9999999999', 1, maxQuantity],
  ])('reads %j (unit of %i) as %i', (text, factor, quantity) => {
    expect(parseQuantity(text, factor)).toEqual({ ok: true, value: quantity });
  });

  it.each([
    ['', 1, 'form.required'],
    ['   ', 1, 'form.required'],
    ['-3', 1, 'quantity.not_positive'],
    ['－3', 1, 'quantity.not_positive'],
    ['−3', 1, 'quantity.not_positive'],
    ['0', 1, 'quantity.not_positive'],
    ['0.00', 1, 'quantity.not_positive'],
    ['1e12', 1, 'quantity.not_a_number'],
    ['1000000000000', 1, 'quantity.too_large'],
    ['10000000000', 1, 'quantity.too_large'],
    ['10000', 1_000_000, 'quantity.too_large'],
    ['十', 1, 'quantity.not_a_number'],
    ['abc', 1, 'quantity.not_a_number'],
    ['1,00', 1, 'quantity.not_a_number'],
    ['1,0000', 1, 'quantity.not_a_number'],
    ['1.2.3', 1, 'quantity.not_a_number'],
    ['.', 1, 'quantity.not_a_number'],
    ['-', 1, 'quantity.not_a_number'],
    ['0x10', 1, 'quantity.not_a_number'],
    ['1.5', 1, 'quantity.not_whole'],
    ['0.0005', 1000, 'quantity.not_whole'],
    ['9'.repeat(60), 1, 'quantity.too_large'],
  ])('refuses %j (unit of %i): %s', (text, factor, code) => {
    const result = parseQuantity(text, factor, 'lines[0].quantity');
    expect(result).toMatchObject({ ok: false, error: { code, field: 'lines[0].quantity' } });
  });

  it('says how much the unit of the cell may hold at most', () => {
    expect(parseQuantity('10000', 1_000_000)).toMatchObject({ error: { facts: { max: 9999 } } });
  });
});

describe('parseCount', () => {
  it.each([
    ['', 0],
    [' ', 0],
    ['0', 0],
    ['０', 0],
    ['2', 2000],
  ])('reads %j as %i', (text, quantity) => {
    expect(parseCount(text, 1000)).toEqual({ ok: true, value: quantity });
  });

  it.each([
    ['-1', 'quantity.not_positive'],
    ['零', 'quantity.not_a_number'],
    ['0.0001', 'quantity.not_whole'],
  ])('refuses %j: %s', (text, code) => {
    expect(parseCount(text, 1000)).toMatchObject({ ok: false, error: { code } });
  });
});

describe('toSmallest', () => {
  it.each([
    [2, 1000, 2000],
    [0.1, 1000, 100],
    [1.1, 10, 11],
  ])('%d of %i', (value, factor, quantity) => {
    expect(toSmallest(value, factor)).toEqual({ ok: true, value: quantity });
  });

  it.each([
    [-3, 'quantity.not_positive'],
    [0, 'quantity.not_positive'],
    [1e12, 'quantity.too_large'],
    [1e300, 'quantity.too_large'],
    [1e-7, 'quantity.not_whole'],
    [Number.NaN, 'quantity.not_a_number'],
    [Number.POSITIVE_INFINITY, 'quantity.not_a_number'],
  ])('refuses %d: %s', (value, code) => {
    expect(toSmallest(value, 1)).toMatchObject({ ok: false, error: { code } });
  });
});

describe('inLargestUnit', () => {
  it('leaves counted goods in pieces, however many boxes they would fill', () => {
    const coats = [
      { code: 'piece', factor: 1 },
      { code: 'box_20', factor: 20 },
    ];
    expect(inLargestUnit(40, coats)).toEqual({ value: 40, unit: 'piece' });
  });

  it.each([
    [30_000_000, 30, 't'],
    [10_000, 10, 'kg'],
    [1_010_000, 1010, 'kg'],
    [3000, 3, 'kg'],
    [1500, 1500, 'g'],
    [0, 0, 'g'],
  ])('%i g is %i %s', (quantity, value, unit) => {
    expect(inLargestUnit(quantity, rice)).toEqual({ value, unit });
  });

  it('loses nothing', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: maxQuantity }), (quantity) => {
        const { value, unit } = inLargestUnit(quantity, rice);
        const factor = rice.find((one) => one.code === unit)!.factor;
        expect(parseQuantity(String(value), factor)).toEqual({ ok: true, value: quantity });
      }),
    );
  });
});
