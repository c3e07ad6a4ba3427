import { describe, expect, it } from 'vitest';
import { intakeSchema } from './intake-form';
import { ok } from './result';

const coat = {
  id: 'coat',
  code: 'coat',
  units: [
    { code: 'piece', factor: 1 },
    { code: 'box', factor: 20 },
  ],
  perishable: false,
  readSize: () => ok(''),
};
const lineId = '0190a000-0000-7000-8000-000000000001';
const schema = intakeSchema(
  (id) => (id === lineId ? { item: coat, open: 1000, closed: false } : undefined),
  {
    today: '2026-01-10',
    gate: { minMonths: 6, shortLifeMonths: 6, shortLifeMinMonths: 3 },
  },
);
const line = { donationLineId: lineId, unitCode: 'piece' };
const form = {
  donationId: '0190a000-0000-7000-8000-000000000002',
  placeId: '0190a000-0000-7000-8000-000000000003',
  occurredAt: '2026-01-10T09:30:00+08:00',
};

describe('intakeSchema', () => {
  it('reads a count, empty cells as none, and leaves empty lines out', () => {
    const counted = { ...line, sound: '998', refused: '2', reason: 'damaged' };
    expect(schema.parse({ ...form, lines: [counted, line] }).lines).toEqual([
      {
        donationLineId: lineId,
        sound: 998,
        quarantined: 0,
        refused: 2,
        reason: 'damaged',
        packSize: undefined,
        producedOn: undefined,
        bestBefore: undefined,
      },
    ]);
    expect(
      schema.parse({ ...form, lines: [{ ...line, unitCode: 'box', sound: '2', packCode: 'box' }] })
        .lines[0],
    ).toMatchObject({ sound: 40, packSize: 20 });
  });

  it.each([
    [{ sound: '-3' }, 'sound', 'quantity.not_positive'],
    [{ quarantined: '十' }, 'quarantined', 'quantity.not_a_number'],
    [{ refused: '0.5' }, 'refused', 'quantity.not_whole'],
    [{ packCode: 'piece' }, 'packCode', 'form.unknown_choice'],
    [{ packCode: 'box', sound: '15' }, 'sound', 'intake.not_whole_packs'],
    [{ sound: '1', unitCode: 't' }, 'unitCode', 'form.unknown_choice'],
    [{ sound: '1', donationLineId: form.placeId }, 'unitCode', 'form.unknown_choice'],
    [{ sound: '1001' }, 'reason', 'intake.difference_unexplained'],
    [{ sound: '1', lastDelivery: true }, 'reason', 'intake.difference_unexplained'],
    [{ lastDelivery: true }, 'reason', 'intake.difference_unexplained'],
    [{ sound: '1', reason: 'fate' }, 'reason', 'form.unknown_choice'],
    [{ sound: '1', bestBefore: '2026-02-31' }, 'bestBefore', 'day.not_in_calendar'],
  ])('refuses %j', (change, field, code) => {
    const result = schema.safeParse({ ...form, lines: [{ ...line, ...change }] });
    expect(result.error?.issues.map((issue) => [...issue.path, issue.message])).toEqual([
      ['lines', 0, field, code],
    ]);
  });

  it('keeps a line of which nothing came, once that is explained', () => {
    const short = { ...line, lastDelivery: true, reason: 'short_delivered' };
    const read = schema.parse({ ...form, lines: [line, short] });
    expect(read.lines).toMatchObject([
      { sound: 0, quarantined: 0, refused: 0, reason: 'short_delivered' },
    ]);
    expect(read.rows).toEqual([1]);
    expect(read.closing).toEqual([{ donationLineId: lineId, reason: 'short_delivered' }]);
  });

  it('counts the rows of one line together, one reason for all of them', () => {
    const first = { ...line, sound: '600', bestBefore: '2026-12-01', lastDelivery: true };
    const second = { ...line, sound: '300', bestBefore: '2027-01-01' };
    const issues = (lines: object[]) =>
      schema.safeParse({ ...form, lines }).error?.issues.map((one) => [...one.path, one.message]);
    expect(issues([first, second])).toEqual([
      ['lines', 1, 'reason', 'intake.difference_unexplained'],
    ]);
    expect(issues([{ ...first, reason: 'short_delivered' }, second])).toBeUndefined();
    expect(issues([first, { ...second, sound: '401' }])).toEqual([
      ['lines', 1, 'reason', 'intake.difference_unexplained'],
    ]);
    expect(issues([first, { ...second, sound: '400' }])).toBeUndefined();
  });

  it('asks for no second reason of a line that was closed before', () => {
    const closed = intakeSchema(() => ({ item: coat, open: 8, closed: true }), {
      today: '2026-01-10',
      gate: { minMonths: 6, shortLifeMonths: 6, shortLifeMinMonths: 3 },
    });
    const later = { ...line, sound: '5', lastDelivery: true };
    expect(closed.safeParse({ ...form, lines: [later] }).success).toBe(true);
  });

  it.each([
    ['2026-01-10T09:30', '2026-01-10T01:30:00.000Z'],
    ['2026-01-10T09:30:00+08:00', '2026-01-10T01:30:00.000Z'],
    ['2026-02-31T09:30', undefined],
    ['soon', undefined],
  ])('reads the time %s', (occurredAt, instant) => {
    const read = schema.safeParse({ ...form, occurredAt, lines: [{ ...line, sound: '1' }] });
    expect(read.data?.occurredAt).toBe(instant);
  });

  it.each([[[]], [[line]]])('asks for something counted', (lines) => {
    const result = schema.safeParse({ ...form, lines });
    expect(result.error?.issues.map((issue) => [...issue.path, issue.message])).toEqual([
      ['lines', 'form.nothing_entered'],
    ]);
  });
});
