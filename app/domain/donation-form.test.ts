import { expect, it } from 'vitest';
import { acceptSchema } from './donation-form';

const lineId = '0190a000-0000-7000-8000-000000000001';
const schema = acceptSchema((id) => (id === lineId ? 10_000 : undefined));

it('reads what is declined in the unit of the line, and nothing where cells are empty', () => {
  expect(schema.parse({})).toEqual({ declined: [] });
  expect(schema.parse({ declined: [{ lineId, quantity: '', reason: 'other' }] })).toEqual({
    declined: [],
  });
  expect(schema.parse({ declined: [{ lineId, quantity: '3', reason: 'no_room' }] })).toEqual({
    declined: [{ lineId, quantity: 30_000, reason: 'no_room' }],
  });
});

it.each([
  ['quantity', { lineId, quantity: '-3', reason: 'other' }, 'quantity.not_positive'],
  ['reason', { lineId, quantity: '3' }, 'form.required'],
  ['reason', { lineId, quantity: '3', reason: 'rain' }, 'form.unknown_choice'],
  ['lineId', { lineId: lineId.replace('1', '2'), quantity: '3' }, 'access.not_found'],
])('refuses a line for its %s', (field, line, code) => {
  const result = schema.safeParse({ declined: [line] });
  expect(result.error?.issues).toMatchObject([{ message: code, path: ['declined', 0, field] }]);
});
