import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { depthOf, disambiguated } from '~/domain/division';
import { readDivisionTable } from '~db/seed/seed-divisions.server';
import { createTestDatabase, type TestDatabase } from '~db/testing/test-database.server';
import { searchDivisions } from './division-search.server';

const DAY = '2026-01-01';
let test: TestDatabase;
beforeAll(async () => {
  test = await createTestDatabase();
});
afterAll(() => test.drop());

const labels = async (text: string, within = '', limit = 12) => {
  const found = await searchDivisions(test.db, { text, within, day: DAY, limit });
  return found.map((division) => disambiguated(division.path).join('，'));
};

describe('divisions whose names have characters of several readings', () => {
  it.each([
    // What is typed, the area (a coordinator's own county or prefecture comes first in practice), what is meant.
    ['chongyang', '4402', '重阳镇，武江区'],
    ['zhongyang', '4402', '重阳镇，武江区'],
    ['cyz', '4402', '重阳镇，武江区'],
    ['zhonghang', '4414', '中行镇，平远县'],
    ['zhongxing', '4414', '中行镇，平远县'],
    ['changxing', '440106', '长兴街道，天河区'],
    ['zhangxing', '440106', '长兴街道，天河区'],
    ['liurong', '4401', '六榕街道，越秀区'],
    ['lurong', '4401', '六榕街道，越秀区'],
    ['lrjd', '440104', '六榕街道，越秀区'],
    ['lechang', '4402', '乐昌市'],
    ['lcs', '4402', '乐昌市'],
    ['zengtian', '4416', '曾田镇，东源县'],
    ['panyu', '', '番禺区'],
    ['fanyu', '', '番禺区'],
    ['tangxia', '4419', '塘厦镇，东莞市'],
    ['dongguan', '', '东莞市'],
    ['baise', '', '百色市'],
    ['chaoyang', '450102', '朝阳街道，兴宁区'],
    ['zhaoyang', '450102', '朝阳街道，兴宁区'],
    ['labao', '4502', '拉堡镇，柳江区'],
    ['huangpu', '4401', '黄埔区'],
    ['huadu', '', '花都区'],
    ['xinhui', '', '新会区'],
    ['shishiyuan', '4402', '什石园村民委员会，西河镇，武江区'],
    ['botou', '440982', '泊头村委会，杨梅镇，化州市'],
  ])('%s in %j finds %s', async (text, within, label) => {
    expect(await labels(text, within)).toContain(label);
  });
});

describe('names as people write them', () => {
  const BEILAI = '北莱村委会，黄姚镇，昭平县';
  it.each([
    ['昭平县黄姚镇', '黄姚镇，昭平县'],
    ['广西贺州市昭平县黄姚镇北莱村', BEILAI],
    ['广西壮族自治区贺州市昭平县黄姚镇北莱村民委员会', BEILAI],
    ['昭平黄姚北莱', BEILAI],
    ['昭平县黄姚镇 北莱', BEILAI],
    ['北莱村民委员会', BEILAI],
    ['富川瑶族自治县麦岭镇', '麦岭镇，富川瑶族自治县'],
    ['东莞市塘厦镇', '塘厦镇，东莞市'],
    ['huang yao', '黄姚镇，昭平县'],
    ['huáng yáo', '黄姚镇，昭平县'],
    ['zhao ping huang yao bei lai', BEILAI],
    ['he zhou', '贺州市'],
    ['zp bl', BEILAI],
    ['451121 102', '黄姚镇，昭平县'],
    ['4511 2110 2211', BEILAI],
  ])('%s finds %s first', async (text, label) => {
    expect((await labels(text))[0]).toBe(label);
  });

  it('leave room for a place of one name inside another of the other', async () => {
    const found = await labels('da ping');
    expect(found.filter((label) => !label.startsWith('大')).length).toBeGreaterThanOrEqual(3);
  });

  it('are found in an area by the way to it, and never outside', async () => {
    expect(await labels('贺州市昭平县黄姚镇', '451121')).toEqual(['黄姚镇，昭平县']);
    expect(await labels('贺州 昭平 黄姚镇', '451121')).toEqual(['黄姚镇，昭平县']);
    expect(await labels('贺州市钟山县回龙镇', '451121')).toEqual([]);
    expect(await labels('桂林市黄姚镇', '451121')).toEqual([]);
  });

  it.each(["'", '%', '哪儿都不是', '平'.repeat(60), 'qq ww ee rr tt'])(
    '%s finds nothing',
    async (text) => expect(await labels(text)).toEqual([]),
  );

  it('one letter puts no village before a city', async () => {
    expect((await labels('z', '4417'))[0]).not.toContain('村委会');
  });
});

describe('what lies near the reader', () => {
  const near = async (text: string, at: string) => {
    const found = await searchDivisions(test.db, { text, near: at, day: DAY, limit: 12 });
    return found.map(({ code }) => code);
  };

  it('comes first: the own county, then the prefecture, then the province', async () => {
    const steps = (await near('tp', '451121100201')).map((code) =>
      ['451121', '4511', '45', ''].findIndex((area) => code.startsWith(area)),
    );
    expect(steps[0]).toBe(0);
    expect(steps).toEqual([...steps].sort((a, b) => a - b));
    expect((await near('taiping', '44'))[0]).toMatch(/^44/);
    expect((await near('taiping', '45'))[0]).toMatch(/^45/);
  });

  it('does not come before what is exactly meant', async () => {
    expect((await near('guangzhoushi', '4511'))[0]).toBe('440100000000');
    expect((await near('天河区', '4511'))[0]).toBe('440106000000');
  });
});

describe('names that repeat', () => {
  const names = new Map<string, number>();
  for (const { code, name } of readDivisionTable()) {
    if (code.startsWith('4511') && depthOf(code) === 5) names.set(name, (names.get(name) ?? 0) + 1);
  }
  const repeated = [...names].filter(([, count]) => count > 1);

  it('are 24 in Hezhou', () => expect(repeated).toHaveLength(24));

  it.each(repeated)('%s, %i times, each shown with what it lies in', async (name, count) => {
    const found = await labels(name, '4511', 50);
    const namesakes = found.filter((label) => label.startsWith(`${name}，`));
    expect(namesakes).toHaveLength(count);
    expect(new Set(namesakes).size).toBe(count);
  });
});
