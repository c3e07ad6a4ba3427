import type { Language } from './language';

// English readers get day-month-year and a 24-hour clock: no AM/PM, whose spaces differ between
// the server's and the browser's ICU and would break hydration.
const locales: Record<Language, string> = { 'zh-CN': 'zh-CN', en: 'en-GB' };

const formats = new Map<string, Intl.NumberFormat | Intl.DateTimeFormat>();

function cached<F extends Intl.NumberFormat | Intl.DateTimeFormat>(key: string, make: () => F): F {
  const found = formats.get(key) as F | undefined;
  if (found) return found;
  const made = make();
  formats.set(key, made);
  return made;
}

/** @param maximumFractionDigits 0 for pieces, 3 for kilograms made of grams. */
export function formatNumber(language: Language, value: number, maximumFractionDigits = 3): string {
  const format = cached(
    `number ${language} ${maximumFractionDigits}`,
    () => new Intl.NumberFormat(locales[language], { maximumFractionDigits }),
  );
  return format.format(value);
}

/** @param share 0 to 1. */
export function formatShare(language: Language, share: number): string {
  const format = cached(
    `share ${language}`,
    () => new Intl.NumberFormat(locales[language], { style: 'percent', maximumFractionDigits: 1 }),
  );
  return format.format(share);
}

/** @param value_fen integer fen; shown as yuan. */
export function formatMoney(language: Language, value_fen: number): string {
  const format = cached(
    `money ${language}`,
    () =>
      new Intl.NumberFormat(locales[language], {
        style: 'currency',
        currency: 'CNY',
        currencyDisplay: 'narrowSymbol',
      }),
  );
  return format.format(value_fen / 100);
}

export type DayStyle = 'long' | 'short';

/** @param day calendar day 'YYYY-MM-DD'; no time zone can move it. */
export function formatDay(language: Language, day: string, style: DayStyle = 'long'): string {
  return dayFormat(language, style, 'UTC').format(new Date(`${day}T00:00:00Z`));
}

/** Day and minute of an instant, as clocks in China show it. */
export function formatInstant(
  language: Language,
  instant: string | Date,
  style: DayStyle = 'long',
): string {
  const at = typeof instant === 'string' ? new Date(instant) : instant;
  const time = cached(
    `time ${language}`,
    () =>
      new Intl.DateTimeFormat(locales[language], {
        hour: '2-digit',
        minute: '2-digit',
        hourCycle: 'h23',
        timeZone: 'Asia/Shanghai',
      }),
  );
  return `${dayFormat(language, style, 'Asia/Shanghai').format(at)} ${time.format(at)}`;
}

function dayFormat(language: Language, style: DayStyle, timeZone: string): Intl.DateTimeFormat {
  const month = style === 'short' ? '2-digit' : language === 'en' ? 'short' : 'long';
  const day = style === 'short' ? '2-digit' : 'numeric';
  return cached(
    `day ${language} ${style} ${timeZone}`,
    () => new Intl.DateTimeFormat(locales[language], { year: 'numeric', month, day, timeZone }),
  );
}
