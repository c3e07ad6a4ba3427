import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { disambiguated } from '~/domain/division';
import { createTestDatabase, type TestDatabase } from '~db/testing/test-database.server';
import { findDivision, findPath, listChildren } from './divisions.server';
import { searchDivisions } from './division-search.server';

const DAY = '2026-01-01';
let test: TestDatabase;
beforeAll(async () => {
  test = await createTestDatabase();
});
afterAll(() => test.drop());

const names = async (text: string, within = '', more: { maxLevel?: number; day?: string } = {}) => {
  const found = await searchDivisions(test.db, { text, within, day: DAY, limit: 12, ...more });
  return found.map((division) => disambiguated(division.path).join('，'));
};

describe('finding divisions', () => {
  it('by code', async () => {
    expect(await findDivision(test.db, '451121000000')).toEqual({
      code: '451121000000',
      name: '昭平县',
      level: 3,
      parentCode: '451100000000',
      validFrom: null,
      validTo: null,
    });
    expect(await findDivision(test.db, '459900000000')).toBeUndefined();
    expect(await findDivision(test.db, "4511' or true")).toBeUndefined();
  });

  it('by their parent, county by county, and under a placeholder', async () => {
    const children = async (code: string | null) =>
      (await listChildren(test.db, code, DAY)).map((row) => row.name);
    expect(await children(null)).toEqual(['广东省', '广西壮族自治区']);
    expect(await children('451100000000')).toEqual([
      '八步区',
      '平桂区',
      '昭平县',
      '钟山县',
      '富川瑶族自治县',
    ]);
    expect(await children('441900000000')).toContain('东城街道');
  });

  it('with their way from the province', async () => {
    const path = await findPath(test.db, '441900003001');
    expect(path.map((step) => step.name)).toEqual([
      '广东省',
      '东莞市',
      '东城街道',
      '岗贝社区居民委员会',
    ]);
    expect(await findPath(test.db, '459900000000')).toEqual([]);
    expect(await findPath(test.db, 'x')).toEqual([]);
  });
});

describe('searching', () => {
  it.each([
    ['a name, its namesakes told apart', '太平', '4511', '太平村委会，凤凰乡，昭平县'],
    ['a name, its namesakes told apart', '太平', '4511', '太平村委会，钟山镇，钟山县'],
    ['a part of a name', '川瑶', '', '富川瑶族自治县'],
    ['pinyin', 'huangyao', '', '黄姚镇，昭平县'],
    ['pinyin with its title', 'zhaopingxian', '', '昭平县'],
    ['pinyin in capitals and full width', 'ＺＨＡＯＰＩＮＧ', '', '昭平县'],
    ['initials', 'fc', '4511', '富川瑶族自治县'],
    ['one reading of a polyphone', 'chongyang', '4402', '重阳镇，武江区'],
    ['its other reading', 'zhongyang', '4402', '重阳镇，武江区'],
    ['digits of a code', '451123', '', '富川瑶族自治县'],
    ['words that narrow', '钟山 taiping', '', '太平村委会，钟山镇，钟山县'],
    ['words that narrow, in initials', 'zpx tp', '4511', '太平村委会，凤凰乡，昭平县'],
  ])('finds by %s: %s within %j', async (_what, text, within, expected) => {
    expect(await names(text, within)).toContain(expected);
  });

  it('puts exact readings and higher levels first', async () => {
    expect((await names('zp', '4511'))[0]).toBe('昭平县');
    expect((await names('zhaoping'))[0]).toBe('昭平县');
    expect((await names('贺州'))[0]).toBe('贺州市');
  });

  it('puts an exact reading before those that go on', async () => {
    const villages = await searchDivisions(test.db, {
      text: 'heping',
      within: '45',
      minLevel: 5,
      day: DAY,
      limit: 200,
    });
    const exact = villages.map((row) => /^..(村民委员会|居民委员会|村委会|居委会)$/.test(row.name));
    expect(exact.filter(Boolean).length).toBeGreaterThan(10);
    expect(exact.lastIndexOf(true)).toBeLessThan(exact.indexOf(false));
  });

  it('keeps inside the area and the levels asked for', async () => {
    const villages = await searchDivisions(test.db, {
      text: 'l',
      within: '451123',
      minLevel: 5,
      day: DAY,
    });
    expect(villages).toHaveLength(20);
    expect(villages.every((row) => row.code.startsWith('451123') && row.level === 5)).toBe(true);
    expect(await names('太平', '4511', { maxLevel: 4 })).toEqual([]);
  });

  it.each([
    '',
    '   ',
    '%',
    '_',
    '\\',
    "'",
    '"',
    '\u0000',
    '\u0000太平\u0000',
    '\ud83d',
    '🙂',
    'x'.repeat(5_000),
    '9'.repeat(40),
  ])('takes %j calmly', async (text) => {
    expect(Array.isArray(await names(text))).toBe(true);
  });
  it('finds nothing for nothing, and everything is no pattern', async () => {
    expect(await names('')).toEqual([]);
    expect(await names('%')).toEqual([]);
    expect(await names('_')).toEqual([]);
  });

  it('leaves out what has ended or not begun', async () => {
    await test.owner`update division set valid_to = '2025-09-01' where code = '451121100000'`;
    expect(await names('昭平镇', '4511', { day: '2025-08-31' })).toContain('昭平镇，昭平县');
    expect(await names('昭平镇', '4511', { day: '2025-09-01' })).toEqual([]);
  });
});

describe('searching the full table', () => {
  const plan = async (query: ReturnType<typeof sql>) => {
    const rows = await test.db.execute<Record<string, string>>(sql`explain ${query}`);
    return rows.map((row) => row['QUERY PLAN']).join('\n');
  };

  it('uses an index for names, pinyin and codes', async () => {
    const byName = sql`select code from division
      where string_to_array(name, null) @> string_to_array('太平', null) and name like '%太平%'`;
    expect(await plan(byName)).toContain('division_name_characters_index');
    const byReading = sql`select division_code from division_reading
      where pinyin like 'zhao%' or initials like 'zhao%'`;
    expect(await plan(byReading)).toMatch(/pinyin_index[\s\S]*initials_index/);
    const byCode = sql`select code from division where code between '451121000000' and '451121999999'`;
    expect(await plan(byCode)).toContain('division_pkey');
  });

  it.each(['太平', 'zp', 'huangyao', '451121', '昭平 tp'])('answers %s at once', async (text) => {
    const times: number[] = [];
    for (let run = 0; run < 7; run += 1) {
      const begun = performance.now();
      await names(text, '45');
      times.push(performance.now() - begun);
    }
    // Three milliseconds on a quiet machine; the limit allows for a busy one.
    expect(times.sort((a, b) => a - b)[3]).toBeLessThan(100);
  });
});
