import { describe, expect, it } from 'vitest';
import { formatDay, formatInstant, formatMoney, formatNumber, formatShare } from './format';

describe('days and instants', () => {
  it.each([
    ['zh-CN', 'long', '2025年12月5日'],
    ['zh-CN', 'short', '2025/12/05'],
    ['en', 'long', '5 Dec 2025'],
    ['en', 'short', '05/12/2025'],
  ] as const)('a day in %s, %s', (language, style, text) =>
    expect(formatDay(language, '2025-12-05', style)).toBe(text),
  );

  it('shows an instant on China’s clock, past midnight too', () => {
    expect(formatInstant('zh-CN', '2025-12-04T16:05:00Z')).toBe('2025年12月5日 00:05');
    expect(formatInstant('en', new Date('2025-12-04T16:05:00Z'))).toBe('5 Dec 2025 00:05');
  });
});

describe('numbers', () => {
  it('are grouped, with no more digits than asked for', () => {
    expect(formatNumber('zh-CN', 1234567)).toBe('1,234,567');
    expect(formatNumber('zh-CN', 12.3456, 1)).toBe('12.3');
    expect(formatShare('en', 0.4789)).toBe('47.9%');
    expect(formatMoney('en', 1)).toBe('¥0.01');
  });
});
