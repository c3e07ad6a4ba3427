import { describe, expect, it } from 'vitest';
import type { FormItem } from './form-item';
import { pledgeSchema } from './pledge';
import { ok, refuse } from './result';

const rice: FormItem = {
  id: 'item-rice',
  code: 'rice',
  units: [
    { code: 'g', factor: 1 },
    { code: 'bag', factor: 10_000 },
  ],
  perishable: true,
  readSize: (text) => (text === '' ? ok('') : refuse('form.unknown_choice')),
};
const coat: FormItem = {
  id: 'item-coat',
  code: 'coat',
  units: [{ code: 'piece', factor: 1 }],
  perishable: false,
  readSize: (text) => (['120', '130'].includes(text) ? ok(text) : refuse('form.unknown_choice')),
};
const schema = pledgeSchema(
  (code) => [rice, coat].find((item) => item.code === code),
  '2026-01-10',
);

const coatLine = {
  itemCode: 'coat',
  size: '120',
  quantity: '1,000',
  unitCode: 'piece',
  valueBasis: 'invoice',
  valueLowFen: '12万',
};
const riceLine = {
  itemCode: 'rice',
  quantity: '3000',
  unitCode: 'bag',
  valueBasis: 'estimate',
  valueLowFen: '180,000',
  valueHighFen: '200,000',
  producedOn: '2025-12-01',
  bestBefore: '2026-12-01',
};
const pledge = {
  placeId: '0190a000-0000-7000-8000-000000000001',
  deliverOn: '2026-01-20',
  donorNameShown: true,
  lines: [coatLine, riceLine],
};

describe('pledgeSchema', () => {
  it('reads a pledge into smallest units and fen', () => {
    expect(schema.parse(pledge)).toMatchObject({
      deliverOn: '2026-01-20',
      donorNameShown: true,
      lines: [
        {
          itemId: 'item-coat',
          size: '120',
          quantity: 1000,
          value: { basis: 'invoice', lowFen: 12_000_000, highFen: 12_000_000 },
        },
        {
          itemId: 'item-rice',
          size: '',
          quantity: 30_000_000,
          value: { basis: 'estimate', lowFen: 18_000_000, highFen: 20_000_000 },
          bestBefore: '2026-12-01',
        },
      ],
    });
  });

  it('reads restrictions, and empty cells as none', () => {
    const line = {
      ...coatLine,
      restrictedDivisionCode: '451121000000',
      restrictedGroup: 'children',
      purpose: ' winter ',
      producedOn: '',
    };
    expect(schema.parse({ ...pledge, lines: [line] }).lines[0]).toMatchObject({
      producedOn: undefined,
      restriction: { divisionCode: '451121000000', group: 'children', purpose: 'winter' },
    });
  });

  it.each([
    ['quantity', { quantity: '-3' }, 'quantity.not_positive'],
    ['quantity', { quantity: '0' }, 'quantity.not_positive'],
    ['quantity', { quantity: '1e12' }, 'quantity.not_a_number'],
    ['quantity', { quantity: '1000000000000' }, 'quantity.too_large'],
    ['quantity', { quantity: '十' }, 'quantity.not_a_number'],
    ['quantity', { quantity: undefined }, 'form.required'],
    ['size', { size: '125' }, 'form.unknown_choice'],
    ['size', { size: undefined }, 'form.unknown_choice'],
    ['itemCode', { itemCode: 'gold' }, 'form.unknown_choice'],
    ['unitCode', { unitCode: 'bag' }, 'form.unknown_choice'],
    ['valueBasis', { valueBasis: 'guess' }, 'form.unknown_choice'],
    ['valueBasis', { valueBasis: undefined }, 'form.required'],
    ['valueLowFen', { valueLowFen: 'much' }, 'value.not_a_number'],
    ['valueHighFen', { valueHighFen: '13万' }, 'value.range_only_for_estimate'],
    ['valueHighFen', { valueBasis: 'estimate', valueHighFen: '11万' }, 'value.low_above_high'],
    ['producedOn', { producedOn: '2026-02-31' }, 'day.not_in_calendar'],
    ['producedOn', { producedOn: '2026-01-11' }, 'day.production_in_future'],
    [
      'bestBefore',
      { producedOn: '2026-01-01', bestBefore: '2025-12-31' },
      'day.best_before_not_after_production',
    ],
    ['restrictedDivisionCode', { restrictedDivisionCode: '4511' }, 'form.unknown_choice'],
    ['restrictedGroup', { restrictedGroup: 'men' }, 'form.unknown_choice'],
    ['purpose', { purpose: 'x'.repeat(201) }, 'form.too_long'],
  ])('refuses a line for its %s: %j', (field, change, code) => {
    const result = schema.safeParse({ ...pledge, lines: [{ ...coatLine, ...change }] });
    expect(result.error?.issues.map(({ message, path }) => ({ message, path }))).toEqual([
      { message: code, path: ['lines', 0, field] },
    ]);
  });

  it.each([
    ['lines', { lines: [] }, 'form.nothing_entered'],
    ['lines', { lines: undefined }, 'form.nothing_entered'],
    ['lines', { lines: Array.from({ length: 201 }, () => coatLine) }, 'form.too_large'],
    ['placeId', { placeId: 'x' }, 'form.unknown_choice'],
    ['deliverOn', { deliverOn: '2026-01-09' }, 'donation.delivery_in_past'],
  ])('refuses a pledge for its %s', (field, change, code) => {
    const result = schema.safeParse({ ...pledge, ...change });
    expect(result.error?.issues.map(({ message, path }) => ({ message, path }))).toEqual([
      { message: code, path: [field] },
    ]);
  });

  it('makes a matrix of sizes a line a size, and splits its value to the fen', () => {
    const cells = [
      { size: '120', quantity: '100' },
      { size: '130', quantity: '' },
      undefined,
      { size: '130', quantity: '200' },
    ];
    const { size: _, quantity: __, ...rest } = coatLine;
    const lines = schema.parse({
      ...pledge,
      lines: [{ ...rest, valueLowFen: '100', cells }],
    }).lines;
    expect(lines).toMatchObject([
      { size: '120', quantity: 100, value: { lowFen: 3333 } },
      { size: '130', quantity: 200, value: { lowFen: 6667 } },
    ]);
  });

  it('leaves out lines without a word, and names a bad cell by its place', () => {
    const bad = { ...coatLine, size: '', quantity: '', cells: [{ size: '120', quantity: 'x' }] };
    const result = schema.safeParse({ ...pledge, lines: [{ valueBasis: 'invoice' }, bad] });
    expect(result.error?.issues.map(({ message, path }) => ({ message, path }))).toEqual([
      { message: 'quantity.not_a_number', path: ['lines', 1, 'cells', 0, 'quantity'] },
    ]);
    const nothing = schema.safeParse({ ...pledge, lines: [{ valueBasis: 'invoice' }] });
    expect(nothing.error?.issues[0]?.message).toBe('form.nothing_entered');
  });

  it('refuses a size that stands twice', () => {
    const line = { ...coatLine, cells: [{ size: '120', quantity: '5' }] };
    const result = schema.safeParse({ ...pledge, lines: [line] });
    expect(result.error?.issues.map((issue) => issue.message)).toEqual(['donation.size_twice']);
  });

  it('hands the facts to the message', () => {
    const much = schema.safeParse({ ...pledge, lines: [{ ...riceLine, quantity: '9999999' }] });
    expect(much.error?.issues[0]).toMatchObject({ params: { max: 999_999 } });
  });
});
