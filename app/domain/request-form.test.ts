import { describe, expect, it } from 'vitest';
import type { FormItem } from './form-item';
import { requestSchema } from './request-form';
import { ok, refuse } from './result';

const coat: FormItem = {
  id: 'item-coat',
  code: 'coat',
  units: [{ code: 'piece', factor: 1 }],
  perishable: false,
  readSize: (text) => (['120', '130'].includes(text) ? ok(text) : refuse('form.unknown_choice')),
};
const schema = requestSchema((code) => (code === 'coat' ? coat : undefined), '2026-01-10');
const line = {
  itemCode: 'coat',
  size: '120',
  quantity: '20',
  unitCode: 'piece',
  largerSizeServes: true,
};
const form = {
  programmeId: '0190a000-0000-7000-8000-000000000001',
  headCount: '43',
  needBy: '2026-01-10',
  urgency: 'normal',
  lines: [line, { ...line, size: '130', quantity: '23', largerSizeServes: undefined }],
};

describe('requestSchema', () => {
  it('reads a request', () => {
    expect(schema.parse(form)).toEqual({
      programmeId: form.programmeId,
      headCount: 43,
      needBy: '2026-01-10',
      urgency: 'normal',
      lines: [
        {
          itemId: 'item-coat',
          itemCode: 'coat',
          size: '120',
          quantity: 20,
          unitCode: 'piece',
          largerSizeServes: true,
        },
        {
          itemId: 'item-coat',
          itemCode: 'coat',
          size: '130',
          quantity: 23,
          unitCode: 'piece',
          largerSizeServes: false,
        },
      ],
    });
    expect(
      schema.parse({ ...form, urgency: 'critical', urgencyReason: '寒潮' }).urgencyReason,
    ).toBe('寒潮');
  });

  it.each([
    [['headCount'], { headCount: '0' }, 'quantity.not_positive'],
    [['headCount'], { headCount: '100000' }, 'quantity.too_large'],
    [['headCount'], { headCount: '四十' }, 'quantity.not_a_number'],
    [['needBy'], { needBy: '2026-01-09' }, 'request.need_by_in_past'],
    [['needBy'], { needBy: '2026-02-31' }, 'day.not_in_calendar'],
    [['urgency'], { urgency: 'panic' }, 'form.unknown_choice'],
    [['urgencyReason'], { urgency: 'urgent' }, 'request.urgency_reason_missing'],
    [
      ['urgencyReason'],
      { urgency: 'critical', urgencyReason: '  ' },
      'request.urgency_reason_missing',
    ],
    [['lines'], { lines: [] }, 'form.nothing_entered'],
    [['lines', 0, 'size'], { lines: [{ ...line, size: '125' }] }, 'form.unknown_choice'],
    [['lines', 0, 'quantity'], { lines: [{ ...line, quantity: '2.5' }] }, 'quantity.not_whole'],
    [['lines', 1, 'itemCode'], { lines: [line, line] }, 'request.line_twice'],
  ])('refuses %j: %j', (path, change, code) => {
    const result = schema.safeParse({ ...form, ...change });
    expect(
      result.error?.issues.map((issue) => ({ path: issue.path, message: issue.message })),
    ).toEqual([{ path, message: code }]);
  });
});
