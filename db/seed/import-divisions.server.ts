import { sql } from 'drizzle-orm';
import { countyCode, depthOf, parentOf } from '~/domain/division';
import { compareTables, type TableChanges, type TableRow } from '~/domain/division-table';
import { parseReadings } from '~/domain/pinyin';
import type { Database, Tx } from '~db/client.server';
import { saveReadings } from './seed-divisions.server';
import { readSeedFile } from './seed-file.server';

/** Rows a statement. */
const CHUNK = 10_000;

/**
 * Compares a newer table of divisions with what is held and, with `apply`, takes it over: all or nothing. Ended divisions
 * stay with the day they ended; a move names successor and predecessor.
 * @throws TableRefused, with nothing changed.
 */
export async function importDivisions(
  db: Database,
  { rows, vintage, apply }: { rows: readonly TableRow[]; vintage: string; apply: boolean },
): Promise<TableChanges> {
  return db.transaction(async (tx) => {
    // Two imports at once would each see the other's rows half done.
    if (apply) await tx.execute(sql`lock table division in share row exclusive mode`);
    const known = await tx.execute<{
      code: string;
      name: string;
      validTo: string | null;
      vintage: string;
    }>(sql`select code, name, valid_to::text as "validTo", vintage::text from division`);
    const changes = compareTables([...known], rows, vintage);
    if (apply) await save(tx, rows, changes, vintage);
    return changes;
  });
}

async function save(
  tx: Tx,
  rows: readonly TableRow[],
  { added, ended, renamed, moved }: TableChanges,
  vintage: string,
): Promise<void> {
  const begun = new Set(added.map(({ code }) => code));
  for (let from = 0; from < rows.length; from += CHUNK) {
    const chunk = rows.slice(from, from + CHUNK).map(({ code, name }) => ({
      code,
      name,
      level: depthOf(code),
      parent_code: parentOf(code) ?? null,
      county_code: countyCode(code),
      valid_from: begun.has(code) ? vintage : null,
    }));
    await tx.execute(sql`
      insert into division (code, name, level, parent_code, county_code, valid_from, vintage)
      select code, name, level, parent_code, county_code, valid_from, ${vintage}::date
      from jsonb_to_recordset(${JSON.stringify(chunk)}::jsonb)
        as t (code text, name text, level smallint, parent_code text, county_code text, valid_from date)
      on conflict (code) do update set name = excluded.name, vintage = excluded.vintage`);
  }
  const codes = JSON.stringify(ended.map(({ code }) => code));
  await tx.execute(sql`
    update division set valid_to = ${vintage}::date, vintage = ${vintage}::date
    where code in (select jsonb_array_elements_text(${codes}::jsonb))`);
  const moves = JSON.stringify(moved.map(({ from, to }) => ({ was: from.code, now: to.code })));
  const pairs = sql`jsonb_to_recordset(${moves}::jsonb) as m (was text, now text)`;
  await tx.execute(sql`
    update division d set successor_codes = array[m.now] from ${pairs} where d.code = m.was`);
  await tx.execute(sql`
    update division d set predecessor_codes = array[m.was] from ${pairs} where d.code = m.now`);
  const table = parseReadings(readSeedFile('divisions/readings.txt'));
  await saveReadings(tx, [...added, ...renamed], table, vintage);
}
