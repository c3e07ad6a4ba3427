import { describe, expect, it } from 'vitest';
import { aggregateNames } from '~/domain/event';
import en from '~/i18n/en/history';
import zhCN from '~/i18n/zh-CN/history';
import { eventTones } from './event-tones';

const keys = Object.keys(eventTones).sort();
const sentences = (texts: object) =>
  Object.keys(texts)
    .filter((key) => key.includes('.'))
    .sort();

describe('events', () => {
  it('each have a sentence in both languages, and no sentence is left over', () => {
    expect(sentences(zhCN)).toEqual(keys);
    expect(sentences(en)).toEqual(keys);
  });

  it('are known of every aggregate', () => {
    expect(new Set(keys.map((key) => key.split('.')[0]))).toEqual(new Set(aggregateNames));
  });
});
