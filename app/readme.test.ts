import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { administrator, demoPassword, members } from './cli/demo/cast';
import en from './i18n/en/roles';
import zhCN from './i18n/zh-CN/roles';
import { settingsSchema } from './server/settings.server';

const readme = readFileSync('README.md', 'utf8');
const [chinese = '', english = ''] = readme.split('\n---\n');

/** Cells of the table below the heading, without its head. */
function tableBelow(text: string, heading: string): string[][] {
  const after = text.slice(text.indexOf(`\n${heading}\n`));
  const table = /\n((?:\|.*\n)+)/.exec(after)?.[1] ?? '';
  return table
    .trim()
    .split('\n')
    .slice(2)
    .map((row) =>
      row
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    );
}

const cast = [{ ...administrator, role: 'administrator' as const }, ...members];

describe.each([
  ['Chinese', chinese, '### 演示登录', '### 设置', '## 术语', zhCN],
  ['English', english, '### Sign-ins of the demo', '### Settings', '## Glossary', en],
] as const)('README in %s', (_language, text, signIns, settings, glossary, roles) => {
  it('names everybody who can sign in to the demonstration', () => {
    expect(text).toContain(`\`${demoPassword}\``);
    expect(tableBelow(text, signIns).map((row) => row.slice(0, 3))).toEqual(
      cast.map(({ userName, name, role }) => [`\`${userName}\``, name, roles[role]]),
    );
  });

  it('names every setting, with its default', () => {
    const rows = tableBelow(text, settings);
    const names = Object.keys(settingsSchema.shape);
    expect(new Set(rows.map(([name]) => name))).toEqual(
      new Set(names.map((name) => `\`${name}\``)),
    );
    expect(rows).toHaveLength(names.length);
    for (const [name = '', value] of rows) {
      const field =
        settingsSchema.shape[name.replaceAll('`', '') as keyof typeof settingsSchema.shape];
      const given = field.parse(undefined);
      if (given !== undefined) expect(value, name).toBe(`\`${given}\``);
    }
  });

  it('explains every word of the house once', () => {
    const rows = tableBelow(text, glossary);
    expect(rows).toHaveLength(36);
    expect(new Set(rows.map(([word]) => word)).size).toBe(36);
    for (const row of rows) expect(row.every((cell) => cell !== '')).toBe(true);
  });
});

describe('README', () => {
  it('names every command of package.json that it shows, and only those', () => {
    const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as {
      scripts: Record<string, string>;
    };
    const named = [...readme.matchAll(/npm run ([a-z]+(?::[a-z]+)*)/g)].map(
      ([, name]) => name ?? '',
    );
    expect(named.length).toBeGreaterThan(5);
    for (const name of named) expect(Object.keys(scripts)).toContain(name);
  });
});
