import { describe, expect, it } from 'vitest';
import * as calendar from './calendar';

describe('parseDay', () => {
  it.each([
    ['2026-02-03', '2026-02-03'],
    ['2026/2/3', '2026-02-03'],
    ['2026.2.3', '2026-02-03'],
    ['2026年2月3日', '2026-02-03'],
    ['2026 年 2 月 3 日', '2026-02-03'],
    ['20260203', '2026-02-03'],
    ['２０２６－０２－０３', '2026-02-03'],
    ['2024-02-29', '2024-02-29'],
  ])('reads %s', (text, day) => {
    expect(calendar.parseDay(text)).toEqual({ ok: true, value: day });
  });

  it.each([
    ['2026-02-31', 'day.not_in_calendar'],
    ['2026-02-29', 'day.not_in_calendar'],
    ['2100-02-29', 'day.not_in_calendar'],
    ['2026-13-01', 'day.not_in_calendar'],
    ['2026-00-10', 'day.not_in_calendar'],
    ['2026-04-00', 'day.not_in_calendar'],
    ['0001-01-01', 'day.not_in_calendar'],
    ['tomorrow', 'form.not_a_day'],
    ['26-02-03', 'form.not_a_day'],
    ['2026-02-03T00:00', 'form.not_a_day'],
    ['', 'form.required'],
  ])('refuses %j: %s', (text, code) => {
    expect(calendar.parseDay(text, 'needBy')).toMatchObject({
      ok: false,
      error: { code, field: 'needBy' },
    });
  });

  it('knows a day already in the form of the books', () => {
    expect([
      calendar.isDay('2026-02-03'),
      calendar.isDay('2026/2/3'),
      calendar.isDay('2026-02-31'),
    ]).toEqual([true, false, false]);
  });
});

describe('arithmetic', () => {
  it.each([
    ['2026-01-31', 1, '2026-02-28'],
    ['2024-01-31', 1, '2024-02-29'],
    ['2026-11-30', 3, '2027-02-28'],
    ['2026-03-31', -1, '2026-02-28'],
    ['2026-05-15', 12, '2027-05-15'],
  ])('%s plus %i months is %s', (day, months, later) => {
    expect(calendar.addMonths(day, months)).toBe(later);
  });

  it.each([
    ['2026-12-31', 1, '2027-01-01'],
    ['2024-02-28', 2, '2024-03-01'],
    ['2026-01-01', -1, '2025-12-31'],
  ])('%s plus %i days is %s, and back', (day, days, later) => {
    expect(calendar.addDays(day, days)).toBe(later);
    expect(calendar.daysBetween(day, later)).toBe(days);
  });

  it('orders days', () => {
    expect(['2026-10-01', '2026-09-30', '2025-12-31'].sort(calendar.compareDays)).toEqual([
      '2025-12-31',
      '2026-09-30',
      '2026-10-01',
    ]);
    expect(calendar.compareDays('2026-01-01', '2026-01-01')).toBe(0);
  });

  it.each([
    ['2015-06-01', '2026-05-31', 10],
    ['2015-06-01', '2026-06-01', 11],
  ])('born %s is on %s %i years old', (born, on, age) => {
    expect(calendar.ageOn(born, on)).toBe(age);
  });
});

describe('dayInShanghai', () => {
  it.each([
    ['2026-01-31T15:59:59.999Z', '2026-01-31'],
    ['2026-01-31T16:00:00.000Z', '2026-02-01'],
    ['2026-12-31T16:00:00.000Z', '2027-01-01'],
  ])('%s is %s', (instant, day) => {
    expect(calendar.dayInShanghai(new Date(instant))).toBe(day);
  });
});

describe('productionRefusal', () => {
  it.each([
    [{}, undefined],
    [{ producedOn: '2026-01-10' }, undefined],
    [{ bestBefore: '2020-01-01' }, undefined],
    [{ producedOn: '2026-01-10', bestBefore: '2026-01-11' }, undefined],
    [
      { producedOn: '2026-01-10', bestBefore: '2026-01-10' },
      'day.best_before_not_after_production',
    ],
    [
      { producedOn: '2026-01-10', bestBefore: '2025-12-01' },
      'day.best_before_not_after_production',
    ],
    [{ producedOn: '2026-01-11' }, 'day.production_in_future'],
  ])('%j: %s', (dates, code) => {
    expect(calendar.productionRefusal(dates, '2026-01-10')?.code).toBe(code);
  });
});
