import { plainText } from './number-text';
import { domainError, ok, refuse, type Result } from './result';
import type { DomainError } from './error';

/** A day in the calendar of Asia/Shanghai, 'YYYY-MM-DD'; compares as text. */
export type CalendarDay = string;

const dayPattern = /^(\d{4})(?:-|\/|\.|年)(\d{1,2})(?:-|\/|\.|月)(\d{1,2})日?$/;
const compactPattern = /^(\d{4})(\d{2})(\d{2})$/;
const dayMs = 86_400_000;
const shanghaiOffsetMs = 8 * 3_600_000;

/** Reads 2026-02-03, 2026/2/3, 2026.2.3, 2026年2月3日 or 20260203; refuses a day that no calendar has. */
export function parseDay(text: string, field?: string): Result<CalendarDay> {
  const plain = plainText(text).replaceAll(' ', '');
  if (plain === '') return refuse('form.required', undefined, field);
  const match = dayPattern.exec(plain) ?? compactPattern.exec(plain);
  if (!match) return refuse('form.not_a_day', undefined, field);
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  const written = writtenDay(year, month, day);
  if (year < 1800 || year > 2199 || fromMs(Date.UTC(year, month - 1, day)) !== written) {
    return refuse('day.not_in_calendar', { year, month, day }, field);
  }
  return ok(written);
}

const clockMinute = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/;
const writtenInstant = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})$/;

/** Reads an instant, or a minute of the clock in Shanghai as a browser writes it; gives ISO text in UTC. */
export function parseInstant(text: string, field?: string): Result<string> {
  if (text === '') return refuse('form.required', undefined, field);
  const local = clockMinute.test(text);
  if (!local && !writtenInstant.test(text)) return refuse('form.not_a_time', undefined, field);
  const day = parseDay(text.slice(0, 10), field);
  if (!day.ok) return day;
  const at = new Date(local ? `${text}:00+08:00` : text);
  if (Number.isNaN(at.getTime())) return refuse('form.not_a_time', undefined, field);
  return ok(at.toISOString());
}

/** The minute of the clock in Shanghai, 'YYYY-MM-DDTHH:mm', as a browser's field takes it. */
export function clockInShanghai(instant: Date): string {
  return new Date(instant.getTime() + shanghaiOffsetMs).toISOString().slice(0, 16);
}

export function isDay(text: string): boolean {
  const parsed = parseDay(text);
  return parsed.ok && parsed.value === text;
}

/** Negative when `a` is earlier than `b`. */
export function compareDays(a: CalendarDay, b: CalendarDay): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

export function addDays(day: CalendarDay, days: number): CalendarDay {
  return fromMs(toMs(day) + days * dayMs);
}

/** The same day of a later month, or that month's last day where it has no such day. */
export function addMonths(day: CalendarDay, months: number): CalendarDay {
  const [year, month, date] = parts(day);
  const lastOfMonth = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return fromMs(Date.UTC(year, month - 1 + months, Math.min(date, lastOfMonth)));
}

/** Days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: CalendarDay, to: CalendarDay): number {
  return Math.round((toMs(to) - toMs(from)) / dayMs);
}

/** The day it is in Shanghai at an instant; China keeps UTC+8 all year (since 1991). */
export function dayInShanghai(instant: Date): CalendarDay {
  return fromMs(instant.getTime() + shanghaiOffsetMs);
}

/** Whole years lived on `on`; a birthday counts from its own day. */
export function ageOn(birthDay: CalendarDay, on: CalendarDay): number {
  const years = parts(on)[0] - parts(birthDay)[0];
  return on.slice(5) < birthDay.slice(5) ? years - 1 : years;
}

/** A best-before day must lie after the production day, and production cannot lie in the future. */
export function productionRefusal(
  dates: { producedOn?: CalendarDay | undefined; bestBefore?: CalendarDay | undefined },
  today: CalendarDay,
): DomainError | undefined {
  const { producedOn, bestBefore } = dates;
  if (producedOn && producedOn > today) {
    return domainError('day.production_in_future', { producedOn }, 'producedOn');
  }
  if (producedOn && bestBefore && bestBefore <= producedOn) {
    return domainError(
      'day.best_before_not_after_production',
      { producedOn, bestBefore },
      'bestBefore',
    );
  }
  return undefined;
}

function parts(day: CalendarDay): [number, number, number] {
  return [Number(day.slice(0, 4)), Number(day.slice(5, 7)), Number(day.slice(8, 10))];
}

function toMs(day: CalendarDay): number {
  const [year, month, date] = parts(day);
  return Date.UTC(year, month - 1, date);
}

function fromMs(ms: number): CalendarDay {
  return new Date(ms).toISOString().slice(0, 10);
}

function writtenDay(year: number, month: number, day: number): CalendarDay {
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}
