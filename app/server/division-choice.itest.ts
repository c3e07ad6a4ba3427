import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '~db/testing/test-database.server';
import { divisionsBelow, readDivision } from './division-choice.server';

let test: TestDatabase;
beforeAll(async () => {
  test = await createTestDatabase();
});
afterAll(() => test.drop());

function asked(values: Record<string, string>, within = '') {
  const fields = new FormData();
  for (const [name, value] of Object.entries(values)) fields.set(name, value);
  return { field: 'at', fields, now: new Date('2026-01-01T00:00:00Z'), within };
}

async function ask(values: Record<string, string>, within = '') {
  const { result, choices } = await readDivision(test.db, asked(values, within));
  return { got: result.ok ? result.value : result.error.code, choices };
}

describe('the division that a form names', () => {
  it.each([
    ['nothing', { at: '' }, 'form.required'],
    ['a name', { at: '昭平县' }, '451121000000'],
    ['initials, below a county', { at: 'zpx hyz' }, '451121102000'],
    ['a code in words', { at: '贺州市 昭平县 451121000000' }, '451121000000'],
    ['an address without spaces', { at: '贺州市昭平县黄姚镇' }, '451121102000'],
    ['words that narrow to one name', { at: '昭平 黄姚镇' }, '451121102000'],
    ['a committee by its full title', { at: '黄姚镇北莱村民委员会' }, '451121102211'],
    [
      'a committee by its full title beside one that begins so',
      { at: '平桂区黄田镇黄田村民委员会' },
      '451103101201',
    ],
    ['nonsense', { at: '哪儿都不是' }, 'division.unknown'],
    ['several', { at: '太平村委会' }, 'division.several'],
    ['one of what it means', { at: '昭平县', atChoice: '451121102204' }, '451121102204'],
    ['one of what was meant before', { at: '钟山县', atChoice: '451121102204' }, '451122000000'],
    ['no division', { at: '昭平县', atChoice: '451121999999' }, '451121000000'],
    ['one alone, chosen level by level', { at: '', atChoice: '451121102204' }, '451121102204'],
  ])('by %s', async (_, values, expected) => expect((await ask(values)).got).toBe(expected));

  it('offers the namesakes with what they lie in', async () => {
    const { choices = [] } = await ask({ at: '太平村委会' });
    const labels = choices.map(({ label }) => label);
    expect(labels.length).toBeGreaterThan(1);
    expect(new Set(labels).size).toBe(labels.length);
    expect(labels.every((label) => label.split(' ').length === 4)).toBe(true);
  });

  it('never leaves the area that the form is about', async () => {
    expect((await ask({ at: '钟山县' }, '451121')).got).toBe('division.unknown');
    expect((await ask({ at: '', atChoice: '451122000000' }, '451121')).got).toBe('form.required');
    expect((await ask({ at: '451122000000' }, '451121')).got).toBe('division.unknown');
  });
});

describe('going down level by level', () => {
  const step = async (values: Record<string, string>, within = '') => {
    const { offers, error } = await divisionsBelow(test.db, asked(values, within));
    return [offers.below, offers.text, offers.choices.length, offers.choices[0]?.code, error];
  };

  it.each([
    ['nothing', {}, '', '', 2, '440000000000'],
    [
      'a province',
      { atChoice: '450000000000' },
      '广西壮族自治区',
      '广西壮族自治区 450000000000',
      14,
      '450100000000',
    ],
    ['words', { at: '贺州市' }, '贺州市', '贺州市 451100000000', 5, '451102000000'],
    [
      'one chosen below words',
      { at: '贺州市 451100000000', atChoice: '451121000000' },
      '贺州市 昭平县',
      '贺州市 昭平县 451121000000',
      12,
      '451121100000',
    ],
    // 东莞 has no counties: its townships come next.
    [
      'a city without counties',
      { at: '东莞市' },
      '东莞市',
      '东莞市 441900000000',
      36,
      '441900003000',
    ],
  ])('from %s', async (_, values, below, text, count, first) => {
    expect(await step(values)).toEqual([below, text, count, first, undefined]);
  });

  it('offers a village with those beside it, itself chosen', async () => {
    const { offers } = await divisionsBelow(test.db, asked({ atChoice: '451121102204' }));
    expect(offers.text).toBe('贺州市 昭平县 黄姚镇 451121102000');
    expect(offers.chosen).toBe('451121102204');
    expect(offers.choices.map(({ code }) => code)).toContain('451121102204');
    expect(offers.choices.every(({ code }) => code.startsWith('451121102'))).toBe(true);
  });

  it('tells what it does not know, or knows several of, and keeps the words', async () => {
    const several = await step({ at: '太平村委会' });
    expect([several[1], several[4]]).toEqual(['太平村委会', 'division.several']);
    const unknown = await step({ at: '哪儿都不是' });
    expect(unknown).toEqual([undefined, '哪儿都不是', 0, undefined, 'division.unknown']);
  });

  it('begins at the area that the form is about', async () => {
    expect((await step({}, '451121')).slice(0, 3)).toEqual([
      '贺州市 昭平县',
      '贺州市 昭平县 451121000000',
      12,
    ]);
  });
});
