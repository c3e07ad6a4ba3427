import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '~db/client.server';
import {
  nodesOf,
  openStatementPlans,
  type StatementPlans,
} from '~db/testing/statement-plans.server';
import { createTestDatabase, type TestDatabase } from '~db/testing/test-database.server';
import { findPaths, listChildren } from './divisions.server';
import { searchDivisions } from './division-search.server';

/*
 * Every way of finding a division, on the whole table of 46,834, with the planner free to choose: no table is read from end to
 * end, unless hundreds of rows fit. Blocks are counted, not time.
 */
/** Of 8 kB, all of them in memory: the whole table of divisions is 900, its readings are 1,000. */
const MOST_BLOCKS = 2_000;
const DAY = '2026-01-01';
let database: TestDatabase;
let statements: StatementPlans;
let db: Database;

beforeAll(async () => {
  database = await createTestDatabase();
  statements = openStatementPlans(database.appUrl);
  ({ db } = statements);
});
afterAll(async () => {
  await statements.client.end();
  await database.drop();
});

/** What the statements of a read look at: tables read whole, and blocks. */
async function looked(read: () => Promise<unknown>) {
  const plans = await statements.plansOf(read, 'analyze, buffers, ');
  const whole = plans
    .flatMap(nodesOf)
    .filter((node) => node['Node Type'] === 'Seq Scan')
    .map((node) => node['Relation Name']);
  const blocks = plans.reduce(
    (sum, plan) => sum + plan['Shared Hit Blocks'] + plan['Shared Read Blocks'],
    0,
  );
  return { whole, blocks, statements: plans.length };
}

const search = (text: string, within = '', near = '451121100201') =>
  searchDivisions(db, { text, within, near, day: DAY, limit: 12 });

describe('finding a division among 46,834', () => {
  it.each([
    ['a name', '太平村委会', ''],
    ['a part of a name', '平村', ''],
    ['one character', '平', ''],
    ['a name within a county', '太平', '451121'],
    ['pinyin', 'huangyao', ''],
    ['the beginning of pinyin', 'taiping', ''],
    ['initials', 'zpx', ''],
    ['two initials', 'tp', ''],
    ['one letter within a county', 'z', '451121'],
    ['digits', '4511', ''],
    ['a whole code', '451121102204', ''],
    ['words that narrow', '昭平 taiping', ''],
    ['four words that narrow', '广西 贺州 zpx huangyao bei', ''],
  ])('by %s reads no table whole', async (_way, text, within) => {
    const { whole, blocks, statements } = await looked(() => search(text, within));
    expect(statements).toBeGreaterThan(0);
    expect(whole).toEqual([]);
    expect(blocks).toBeLessThan(MOST_BLOCKS);
  });

  it.each(['z', 'ta', 'tai'])(
    'by %s, which hundreds begin with, reads the table once',
    async (text) => {
      const { whole, blocks } = await looked(() => search(text));
      expect(whole.filter((table) => table !== 'division')).toEqual([]);
      expect(whole.length).toBeLessThanOrEqual(1);
      expect(blocks).toBeLessThan(MOST_BLOCKS);
    },
  );

  it.each([
    ['a name in syllables', 'huang yao', ''],
    ['names in syllables', 'zhao ping huang yao bei lai', ''],
    ['names in one', '贺州市昭平县黄姚镇北莱村', ''],
    ['names in one within their county', '贺州市昭平县黄姚镇北莱村', '451121'],
    ['names that are none', '平'.repeat(40), ''],
    ['syllables that are none', 'ta tai zhe ye hua li', ''],
  ])('by %s takes a few looks more', async (_way, text, within) => {
    const { whole, blocks } = await looked(() => search(text, within));
    expect(whole.filter((table) => table !== 'division')).toEqual([]);
    expect(whole.length).toBeLessThanOrEqual(2);
    expect(blocks).toBeLessThan(4 * MOST_BLOCKS);
  });

  it('by what lies below it and by the way to it', async () => {
    const below = await looked(() => listChildren(db, '451121102000', DAY));
    expect(below.whole).toEqual([]);
    expect(below.blocks).toBeLessThan(50);
    const paths = await looked(() => findPaths(db, ['451121102204', '441900003001']));
    expect(paths.whole).toEqual([]);
  });
});
