import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '~db/testing/test-database.server';
import { readDivision } from './division-choice.server';

let test: TestDatabase;
beforeAll(async () => {
  test = await createTestDatabase();
});
afterAll(() => test.drop());

async function ask(values: Record<string, string>, within = '') {
  const fields = new FormData();
  for (const [name, value] of Object.entries(values)) fields.set(name, value);
  const now = new Date('2026-01-01T00:00:00Z');
  const { result, choices } = await readDivision(test.db, { field: 'at', fields, now, within });
  return { got: result.ok ? result.value : result.error.code, choices };
}

describe('the division that a form names', () => {
  it.each([
    ['nothing', { at: '' }, 'form.required'],
    ['a name', { at: '昭平县' }, '451121000000'],
    ['initials, below a county', { at: 'zpx hyz' }, '451121102000'],
    ['a code in words', { at: '贺州市 昭平县 451121000000' }, '451121000000'],
    ['nonsense', { at: '哪儿都不是' }, 'division.unknown'],
    ['several', { at: '太平村委会' }, 'division.several'],
    ['one of what it means', { at: '昭平县', atChoice: '451121102204' }, '451121102204'],
    ['one of what was meant before', { at: '钟山县', atChoice: '451121102204' }, '451122000000'],
    ['no division', { at: '昭平县', atChoice: '451121999999' }, '451121000000'],
    ['one alone, chosen level by level', { at: '', atChoice: '451121102204' }, '451121102204'],
  ])('by %s', async (_, values, expected) => expect((await ask(values)).got).toBe(expected));

  it('or going down level by level', async () => {
    const into = async (values: Record<string, string>, within = '') => {
      const { got, choices } = await ask({ ...values, atInto: 'on' }, within);
      return [got, choices.length, choices[0]?.code];
    };
    const below = 'division.choose_below';
    expect(await into({})).toEqual([below, 2, '440000000000']);
    expect(await into({ atChoice: '450000000000' })).toEqual([below, 14, '450100000000']);
    expect(await into({ at: '贺州市' })).toEqual([below, 5, '451102000000']);
    expect(await into({ at: '贺州市', atChoice: '451121000000' })).toEqual([
      below,
      12,
      '451121100000',
    ]);
    // 东莞 has no counties: its townships come next.
    expect(await into({ at: '东莞市' })).toEqual([below, 36, '441900003000']);
    expect((await into({ at: '太平村委会' }))[0]).toBe('division.several');
    expect((await into({ at: '哪儿都不是' }))[0]).toBe('division.unknown');
    expect(await into({}, '451121')).toEqual([below, 12, '451121100000']);
    // A village has nothing below it: its neighbours are offered, and nothing is taken.
    const { got, choices } = await ask({ atChoice: '451121102204', atInto: 'on' });
    expect(got).toBe(below);
    expect(choices.map(({ code }) => code)).toContain('451121102204');
    expect(choices.every(({ code }) => code.startsWith('451121102'))).toBe(true);
  });

  it('never leaves the area that the form is about', async () => {
    expect((await ask({ at: '钟山县' }, '451121')).got).toBe('division.unknown');
    expect((await ask({ at: '', atChoice: '451122000000' }, '451121')).got).toBe('form.required');
    expect((await ask({ at: '451122000000' }, '451121')).got).toBe('division.unknown');
  });
});
