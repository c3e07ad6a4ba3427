import { drizzle } from 'drizzle-orm/postgres-js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { getNumber, parameterUnits } from '~/domain/parameter';
import { listParameters } from '~db/queries/parameters.server';
import { createTestDatabase, type TestDatabase } from '~db/testing/test-database.server';
import { seedReference } from './reference.server';

let test: TestDatabase;
beforeAll(async () => {
  test = await createTestDatabase();
});
afterAll(() => test.drop());

const seedAgain = () => seedReference(drizzle(test.owner));

describe('the reference data of a fresh database', () => {
  it('holds every division, with its level, parent and county', async () => {
    const counts = await test.owner`
      select left(code, 2) as province, level, count(*)::int as count
      from division group by 1, 2 order by 1, 2`;
    expect(counts.map((row) => [row.province, row.level, row.count])).toEqual([
      ...[1, 21, 122, 1_757, 26_842].map((count, at) => ['44', at + 1, count]),
      ...[1, 14, 111, 1_284, 16_681].map((count, at) => ['45', at + 1, count]),
    ]);
    const [orphans] = await test.owner`
      select count(*)::int as count from division d
      where d.level > 1 and not exists (select from division p where p.code = d.parent_code and p.level < d.level)`;
    expect(orphans?.count).toBe(0);
    const [placeholder] = await test.owner`
      select level, parent_code, county_code from division where code = '441900003000'`;
    expect(placeholder).toEqual({
      level: 4,
      parent_code: '441900000000',
      county_code: '441900',
    });
  });

  // Two seconds on an idle machine; a busy one must not fail the run, the test's own limit is enough.
  it('loads whole', async () => {
    await test.owner`truncate division, division_reading`;
    await seedAgain();
    const [rows] = await test.owner`
      select (select count(*)::int from division) as divisions,
        (select count(*)::int from division d
          where not exists (select from division_reading r where r.division_code = d.code)) as unread`;
    expect(rows).toEqual({ divisions: 46_834, unread: 0 });
  });

  it('holds a kit that explodes into its parts, and units with their factors', async () => {
    const parts = await test.owner`
      select part.code, kit_part.quantity::int as quantity from kit_part
      join item kit on kit.id = kit_part.kit_item_id join item part on part.id = kit_part.item_id
      where kit.code = 'uniform_kit' and kit.is_kit order by part.code`;
    expect([...parts]).toEqual([
      { code: 'school_uniform', quantity: 1 },
      { code: 'stationery_set', quantity: 1 },
    ]);
    const units = await test.owner`
      select item_unit.code, factor::int as factor from item_unit join item on item.id = item_id
      where item.code = 'rice' order by position`;
    expect(units.map((row) => [row.code, row.factor])).toEqual([
      ['g', 1],
      ['kg', 1_000],
      ['t', 1_000_000],
      ['jin', 500],
      ['bag_10kg', 10_000],
      ['bag_25kg', 25_000],
    ]);
  });

  it('has a number in force for every parameter', async () => {
    const rows = await listParameters(test.db);
    for (const code of Object.keys(parameterUnits) as (keyof typeof parameterUnits)[]) {
      expect(getNumber(rows, code, '2026-01-01', '451121000000')).toBeGreaterThan(0);
    }
    expect(getNumber(rows, 'intake.min_remaining_life', '2026-01-01', '45')).toBe(6);
    expect(getNumber(rows, 'public.suppress_below', '2026-01-01', '45')).toBe(5);
  });
});

describe('seeding again', () => {
  it('keeps what people edited and what came from a newer table', async () => {
    await test.owner`update item set name_zh = '香米', version = 2 where code = 'rice'`;
    await test.owner`delete from item_unit where code = 'jin'`;
    await test.owner`update parameter set value = '90' where code = 'stock.expiring_soon'`;
    await test.owner`
      update division set name = '新名镇', vintage = '2025-06-30' where code = '451121100000'`;
    await test.owner`delete from division where code = '451121100201'`;
    await seedAgain();
    await seedAgain();
    const [kept] = await test.owner`
      select (select name_zh from item where code = 'rice') as rice,
        (select count(*)::int from item_unit where code = 'jin') as jin,
        (select value from parameter where code = 'stock.expiring_soon') as days,
        (select name from division where code = '451121100000') as town,
        (select count(*)::int from division) as divisions,
        (select count(*)::int from division_reading where division_code = '451121100201') > 0 as read`;
    expect(kept).toEqual({
      rice: '香米',
      jin: 0,
      days: 90,
      town: '新名镇',
      divisions: 46_834,
      read: true,
    });
  });

  it('takes over a row of an older table, its readings with it', async () => {
    await test.owner`
      update division set name = '旧名镇', vintage = '2020-06-30' where code = '451122100000'`;
    await test.owner`
      update division_reading set pinyin = 'jiuming', initials = 'jm'
      where division_code = '451122100000' and pinyin = 'zhongshan'`;
    await seedAgain();
    const [town] =
      await test.owner`select name, vintage::text from division where code = '451122100000'`;
    expect(town).toEqual({ name: '钟山镇', vintage: '2023-06-30' });
    const readings = await test.owner`
      select pinyin from division_reading where division_code = '451122100000' order by 1`;
    expect(readings.map((row) => row.pinyin)).toEqual(['zhongshan', 'zhongshanzhen']);
  });
});
