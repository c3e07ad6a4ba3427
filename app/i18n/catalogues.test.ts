import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import en from './en/all-texts';
import zhCN from './zh-CN/all-texts';

const app = fileURLToPath(new URL('..', import.meta.url));

/** Their keys are computed: codes, statuses, roles, unit words, events and counted things come from data. */
const computed = new Set(['errors', 'statuses', 'roles', 'units', 'history', 'home']);

/** Words that any page may need tomorrow; they may stand unused today. */
const sharedWords = new Set(
  ['save', 'submit', 'cancel', 'close', 'back', 'edit', 'remove', 'yes', 'no', 'all', 'none'].map(
    (key) => `common ${key}`,
  ),
);

const sources = readdirSync(app, { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.tsx?$/.test(file) && !/^i18n.(zh-CN|en).|\.i?test\./.test(file))
  .map((file) => readFileSync(join(app, file), 'utf8'));

/** Text of all sources that ask for this namespace (`useText('x')`, `textOf(i18n, 'x')`, `lookUp(…)`). */
function sourcesOf(namespace: string): string {
  const asks = new RegExp(`(useText|textOf|lookUp|TextKey|TextOf)[(<][^;]*?'${namespace}'`);
  return sources.filter((source) => asks.test(source)).join('\n');
}

/** 'figure.received' is used where the code says `figure.${…}`. */
function isComposed(key: string, code: string): boolean {
  return key.includes('.') && code.includes(`\`${key.slice(0, key.indexOf('.') + 1)}\${`);
}

const places = (text: string) =>
  [...text.matchAll(/\{\{(\w+)[^}]*\}\}/g)].map((match) => match[1] ?? '').toSorted();

const entries = Object.entries(zhCN).map(([name, texts]) => ({
  name,
  source: texts as Record<string, string>,
  translation: en[name as keyof typeof en] as Record<string, string>,
}));

describe.each(entries)('texts of $name', ({ name, source, translation }) => {
  it('are the same in both languages, plural forms aside', () => {
    const translated = Object.keys(translation).filter((key) => !key.endsWith('_one'));
    expect(translated.toSorted()).toEqual(Object.keys(source).toSorted());
  });

  it('are never empty and keep their places', () => {
    for (const [key, text] of Object.entries(translation)) {
      const original = source[key.replace(/_one$/, '')] ?? '';
      expect(text.trim(), key).not.toBe('');
      expect(original.trim(), key).not.toBe('');
      const left = places(text).filter((place) => !key.endsWith('_one') || place !== 'count');
      const asked = places(original).filter((place) => !key.endsWith('_one') || place !== 'count');
      expect(left, key).toEqual(asked);
    }
  });

  it.skipIf(computed.has(name))('are all used', () => {
    const code = sourcesOf(name);
    const unused = Object.keys(source).filter(
      (key) =>
        !sharedWords.has(`${name} ${key}`) &&
        !new RegExp(`['"\`]${key.replaceAll('.', '\\.')}['"\`]`).test(code) &&
        !isComposed(key, code),
    );
    expect(unused).toEqual([]);
  });
});
