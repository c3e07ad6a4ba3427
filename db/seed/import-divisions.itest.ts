import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { searchDivisions } from '~db/queries/division-search.server';
import { v7 as newId } from 'uuid';
import { reportLines } from '~/cli/divisions/report';
import { createTestDatabase, type TestDatabase } from '~db/testing/test-database.server';
import { makeOrganisation, makePlace, makeProgramme } from '~db/testing/world.server';
import { importDivisions } from './import-divisions.server';
import { readDivisionTable } from './seed-divisions.server';

const VINTAGE = '2025-06-30';
const [WAS, NOW] = ['451122109204', '451122100299'];
/** A village that ends with nothing of its name taking over. */
const GONE = '451122109205';
const TODAY = '2026-01-01';

let test: TestDatabase;
beforeAll(async () => {
  test = await createTestDatabase();
});
afterAll(() => test.drop());

const guangxi = readDivisionTable().filter(({ code }) => code.startsWith('45'));
const moved = guangxi.find(({ code }) => code === WAS)!;
/** One village moves to another township, one township is renamed. */
const table = guangxi
  .filter(({ code }) => code !== WAS)
  .map((row) => (row.code === '451122109000' ? { ...row, name: '大暖镇' } : row))
  .concat({ code: NOW, name: moved.name });

const held = async () => {
  const [row] = await test.owner`
    select (select name from division where code = '451122109000') as town,
      (select valid_to::text from division where code = ${WAS}) as ended,
      (select successor_codes from division where code = ${WAS}) as successors,
      (select predecessor_codes from division where code = ${NOW}) as predecessors,
      (select valid_from::text from division where code = ${NOW}) as begun,
      (select count(*)::int from division) as count`;
  return row;
};
const before = { town: '公安镇', ended: null, successors: [], predecessors: null, begun: null };

it('only tells, until it is applied', async () => {
  const changes = await importDivisions(test.db, {
    rows: table,
    vintage: VINTAGE,
    apply: false,
    today: TODAY,
  });
  expect(changes.moved).toHaveLength(1);
  expect(changes.renamed).toHaveLength(1);
  expect(await held()).toEqual({ ...before, count: 46_834 });
});

it('changes nothing when it is refused', async () => {
  const cut = { rows: table.slice(0, 5_000), vintage: VINTAGE, apply: true, today: TODAY };
  await expect(importDivisions(test.db, cut)).rejects.toThrow('not a whole table');
  expect(await held()).toEqual({ ...before, count: 46_834 });
});

it('takes a newer table over, readings too, and then nothing older', async () => {
  const asked = { rows: table, vintage: VINTAGE, apply: true, today: TODAY };
  await importDivisions(test.db, asked);
  expect(await held()).toEqual({
    town: '大暖镇',
    ended: VINTAGE,
    successors: [NOW],
    predecessors: [WAS],
    begun: VINTAGE,
    count: 46_835,
  });
  const codes = async (text: string, day: string) =>
    (await searchDivisions(test.db, { text, within: '451122', day, limit: 5 })).map(
      ({ code }) => code,
    );
  expect(await codes('danuan', VINTAGE)).toEqual(['451122109000']);
  expect(await codes(NOW, '2025-06-29')).toEqual([]);
  expect(await codes(NOW, VINTAGE)).toEqual([NOW]);
  expect(await codes(WAS, '2025-06-29')).toEqual([WAS]);
  expect(await codes(WAS, VINTAGE)).toEqual([]);
  const again = await importDivisions(test.db, asked);
  expect([again.added, again.ended, again.renamed, again.moved]).toEqual([[], [], [], []]);
  await expect(importDivisions(test.db, { ...asked, vintage: '2023-06-30' })).rejects.toThrow(
    'never overwrites',
  );
});

describe('what stands in ended divisions', () => {
  const later = '2025-12-31';
  let organisationId: string;
  let places: Record<'moved' | 'gone', string>;

  beforeAll(async () => {
    organisationId = await test.db.transaction((tx) => makeOrganisation(tx, 'centre', WAS));
    const placed = async (code: string) =>
      (await test.db.transaction((tx) => makePlace(tx, organisationId, 'centre', code))).id;
    places = { moved: await placed(WAS), gone: await placed(GONE) };
    const programmeId = await test.db.transaction((tx) =>
      makeProgramme(tx, places.gone, GONE, 'children'),
    );
    await test.owner`insert into request (id, programme_id, place_id, organisation_id, division_code,
      county_code, status, head_count, need_by, urgency, created_at) values
      (${newId()}, ${programmeId}, ${places.gone}, ${organisationId}, ${GONE}, '451122', 'submitted', 3,
        '2026-03-01', 'normal', now()),
      (${newId()}, ${programmeId}, ${places.gone}, ${organisationId}, ${GONE}, '451122', 'withdrawn', 3,
        '2026-03-01', 'normal', now())`;
    const household = (residence: string, hukou: string) => test.superuser`
      insert into household (id, county_code, organisation_id, residence_division_code,
        hukou_division_code, registered_on)
      values (${newId()}, '451122', ${organisationId}, ${residence}, ${hukou}, '2025-01-01')`;
    await household(WAS, WAS);
    await household(NOW, WAS);
    await household(NOW, NOW);
  });

  const ask = (apply: boolean) =>
    importDivisions(test.db, {
      rows: table.filter(({ code }) => code !== GONE),
      vintage: later,
      apply,
      today: TODAY,
    });
  const nameOf = (code: string) => guangxi.find((row) => row.code === code)?.name;

  it('is told before it is applied, after it, and until somebody has moved it', async () => {
    for (const apply of [false, true, true]) {
      const { standing } = await ask(apply);
      expect(standing.map(({ code, name, successors }) => [code, name, successors])).toEqual([
        [WAS, moved.name, [{ code: NOW, name: moved.name }]],
        [GONE, nameOf(GONE), []],
      ]);
      const [first, second] = standing;
      expect(first).toMatchObject({ households: 2, requests: 0 });
      expect(first?.organisations).toHaveLength(1);
      expect(first?.places).toHaveLength(1);
      expect(second).toMatchObject({ households: 0, requests: 1, organisations: [] });
      expect(second?.places).toHaveLength(1);
    }
  });

  it('is told in words: what, where it went, what to do', async () => {
    const text = reportLines(await ask(true), { applied: true, full: false }).join('\n');
    expect(text).toContain(`${WAS} ${moved.name} (大暖镇, 钟山县)`);
    expect(text).toMatch(/organisation centre \S+\n {4}place centre \S+ of centre/);
    expect(text).toContain('households: 2');
    expect(text).toContain(`Now ${NOW} ${moved.name} (钟山镇, 钟山县): choose it on the page`);
    expect(text).toContain('open requests: 1');
    expect(text).toContain('No successor is known: ask its civil-affairs bureau');
  });

  it('is told no longer once it was moved or ended', async () => {
    await test.owner`update place set division_code = ${NOW} where id = ${places.moved}`;
    await test.owner`update place set ended_on = '2026-01-01' where id = ${places.gone}`;
    await test.owner`update organisation set division_code = ${NOW} where id = ${organisationId}`;
    await test.owner`update request set status = 'closed'`;
    await test.superuser`update household set residence_division_code = ${NOW}, hukou_division_code = ${NOW}`;
    const report = await ask(false);
    expect(report.standing).toEqual([]);
    expect(reportLines(report, { applied: false, full: false })).toContain(
      'Nothing of ours stands in an ended division.',
    );
  });
});
