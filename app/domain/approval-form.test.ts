import { describe, expect, it } from 'vitest';
import { approvalSchema } from './approval-form';

const schema = approvalSchema([
  { lineId: 'coats', quantity: 20, factor: 1 },
  { lineId: 'rice', quantity: 50_000, factor: 10_000 },
]);
const coats = { lineId: 'coats', approved: '20' };
const rice = { lineId: 'rice', approved: '5' };

describe('approvalSchema', () => {
  it('reads whole and cut lines in their own units', () => {
    expect(
      schema.parse({
        lines: [
          { ...coats, cutReason: 'other' },
          { ...rice, approved: '2.5', cutReason: 'supply_short' },
        ],
        note: ' 先保重点 ',
      }),
    ).toEqual({
      lines: [
        { lineId: 'coats', approved: 20, cutReason: null },
        { lineId: 'rice', approved: 25_000, cutReason: 'supply_short' },
      ],
      note: '先保重点',
    });
    const none = { ...coats, approved: '0', cutReason: 'not_covered' };
    expect(schema.parse({ lines: [none, rice] }).lines[0]).toMatchObject({ approved: 0 });
  });

  it.each([
    [{ approved: '21' }, 'approved', 'request.more_than_asked'],
    [{ approved: '19' }, 'cutReason', 'request.cut_reason_missing'],
    [{ approved: '0' }, 'cutReason', 'request.cut_reason_missing'],
    [{ approved: '' }, 'approved', 'form.required'],
    [{ approved: '-1' }, 'approved', 'quantity.not_positive'],
    [{ approved: '十' }, 'approved', 'quantity.not_a_number'],
    [{ lineId: 'forged' }, 'approved', 'form.invalid'],
    [{ approved: '1', cutReason: 'mood' }, 'cutReason', 'form.unknown_choice'],
  ])('refuses %j', (change, field, code) => {
    const result = schema.safeParse({ lines: [{ ...coats, ...change }, rice] });
    expect(result.error?.issues.map(({ path, message }) => ({ path, message }))).toEqual([
      { path: ['lines', 0, field], message: code },
    ]);
  });
});
