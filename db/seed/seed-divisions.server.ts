import { sql } from 'drizzle-orm';
import { countyCode, depthOf, parentOf } from '~/domain/division';
import { parseReadings, readingsOf, typedNames } from '~/domain/pinyin';
import type { Tx } from '~db/client.server';
import { readSeedFile } from './seed-file.server';

/** The day the committed table was in force (db/seed/divisions/SOURCE.md). */
const VINTAGE = '2023-06-30';
const PROVINCES = ['44', '45'];
/** Rows a statement: one statement of everything would be 10 MB of JSON. */
const CHUNK = 10_000;

interface SeedDivision {
  code: string;
  name: string;
}

/** The committed table, parents before children. */
export function readDivisionTable(): SeedDivision[] {
  return PROVINCES.flatMap((province) =>
    readSeedFile(`divisions/${province}.csv.gz`)
      .trimEnd()
      .split('\n')
      .slice(1)
      .map((line) => ({ code: line.slice(0, 12), name: line.slice(13) })),
  );
}

/**
 * Loads the committed divisions with their readings. Run again it changes nothing; rows from a newer table, loaded by an
 * operator since, are left as they are. Returns how many rows were written.
 */
export async function seedDivisions(tx: Tx): Promise<number> {
  const all = readDivisionTable();
  const [loaded] = await tx.execute<{ count: number }>(
    sql`select count(*)::int as count from division
      where vintage >= ${VINTAGE}::date and left(code, 2) in ('44', '45')`,
  );
  if (loaded?.count === all.length) return 0;
  const current = await tx.execute<{ code: string }>(
    sql`select code from division where vintage >= ${VINTAGE}::date`,
  );
  const known = new Set(current.map((row) => row.code));
  const divisions = all.filter((row) => !known.has(row.code));
  const table = parseReadings(readSeedFile('divisions/readings.txt'));
  let written = 0;
  for (let from = 0; from < divisions.length; from += CHUNK) {
    const chunk = divisions.slice(from, from + CHUNK);
    written += await saveDivisions(tx, chunk);
    await saveReadings(tx, chunk, table, VINTAGE);
  }
  await countReadings(tx);
  return written;
}

/**
 * Statistics of 300 are drawn from 90,000 rows, more than there are readings: what a beginning fits is known and not
 * guessed from a sample, so that the same letters are looked up in the same way on every installation.
 */
async function countReadings(tx: Tx): Promise<void> {
  await tx.execute(sql`alter table division_reading
    alter column pinyin set statistics 300, alter column initials set statistics 300`);
  await tx.execute(sql`analyze division, division_reading`);
}

async function saveDivisions(tx: Tx, chunk: SeedDivision[]): Promise<number> {
  const rows = chunk.map(({ code, name }) => ({
    code,
    name,
    level: depthOf(code),
    parent_code: parentOf(code) ?? null,
    county_code: countyCode(code),
  }));
  const written = await tx.execute(sql`
    insert into division (code, name, level, parent_code, county_code, vintage)
    select code, name, level, parent_code, county_code, ${VINTAGE}::date
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as t (code text, name text, level smallint, parent_code text, county_code text)
    on conflict (code) do update set name = excluded.name, vintage = excluded.vintage`);
  return written.count;
}

/** Readings follow the name in force: those of a row from a newer table stay, those of a name just replaced go. */
export async function saveReadings(
  tx: Tx,
  chunk: readonly SeedDivision[],
  table: ReturnType<typeof parseReadings>,
  vintage: string,
): Promise<void> {
  const rows = chunk.flatMap(({ code, name }) =>
    typedNames(name, depthOf(code))
      .flatMap((typed) => readingsOf(typed, table))
      .map((reading) => ({ code, name, ...reading })),
  );
  const json = JSON.stringify(rows);
  await tx.execute(sql`
    delete from division_reading r using division d
    where d.code = r.division_code and d.vintage = ${vintage}::date
      and d.code in (select jsonb_array_elements_text(${JSON.stringify(chunk.map((row) => row.code))}::jsonb))`);
  await tx.execute(sql`
    insert into division_reading (division_code, pinyin, initials)
    select t.code, t.pinyin, t.initials
    from jsonb_to_recordset(${json}::jsonb) as t (code text, name text, pinyin text, initials text)
    join division d on d.code = t.code and d.name = t.name
    on conflict do nothing`);
}
