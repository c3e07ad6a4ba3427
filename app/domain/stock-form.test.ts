import { describe, expect, it } from 'vitest';
import { LOOSE } from './ledger';
import { packSchema, writeOffSchema } from './stock-form';

const placeId = '0190a000-0000-7000-8000-000000000001';
const lotId = '0190a000-0000-7000-8000-000000000002';
const goods = { placeId, lotId, parcelId: LOOSE, factor: '10000' };

describe('writeOffSchema', () => {
  it('reads the quantity in the unit it was counted in', () => {
    const typed = { ...goods, quantity: '1.5', from: 'stock', reason: 'damaged' };
    expect(writeOffSchema.parse(typed)).toEqual({
      placeId,
      lotId,
      parcelId: LOOSE,
      quantity: 15_000,
      from: 'stock',
      reason: 'damaged',
    });
  });

  it.each([
    [{ quantity: '-3' }, 'quantity', 'quantity.not_positive'],
    [{ quantity: '十' }, 'quantity', 'quantity.not_a_number'],
    [{ quantity: '1', reason: 'boring' }, 'reason', 'form.unknown_choice'],
  ])('refuses %j', (form, field, code) => {
    const typed = { ...goods, from: 'stock', reason: 'damaged', ...form };
    const { error } = writeOffSchema.safeParse(typed);
    expect(error?.issues.map((issue) => [issue.path[0], issue.message])).toEqual([[field, code]]);
  });
});

describe('packSchema', () => {
  it('leaves empty rows out and keeps the place of the others', () => {
    const row = { lotId, parcelId: LOOSE, factor: '1' };
    const lines = [{ ...row }, { ...row, quantity: '4' }];
    expect(packSchema.parse({ placeId, kind: 'box', lines }).lines).toEqual([
      { lotId, parcelId: LOOSE, quantity: 4, at: 1 },
    ]);
    const nothing = packSchema.safeParse({ placeId, kind: 'box', lines: [row] });
    expect(nothing.error?.issues[0]?.message).toBe('form.nothing_entered');
  });
});
