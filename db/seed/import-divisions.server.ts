import { sql } from 'drizzle-orm';
import { countyCode, depthOf, parentOf } from '~/domain/division';
import { compareTables, type TableChanges } from '~/domain/division-changes';
import type { TableRow } from '~/domain/division-table';
import { parseReadings } from '~/domain/pinyin';
import { scopeSettings, type Database, type Tx } from '~db/client.server';
import { listStandingIn, type StandingInEnded } from '~db/queries/ended-divisions.server';
import { saveReadings } from './seed-divisions.server';
import { readSeedFile } from './seed-file.server';

/** Rows a statement. */
const CHUNK = 10_000;

export interface Import {
  rows: readonly TableRow[];
  /** The day the table is in force. */
  vintage: string;
  /** Otherwise the database is only looked at. */
  apply: boolean;
  today: string;
}

export interface ImportReport extends TableChanges {
  /** What stands in divisions ended now or earlier, until somebody has moved it. */
  standing: (StandingInEnded & { name: string; successors: TableRow[] })[];
  /** Of every division known or given, to tell namesakes apart. */
  names: ReadonlyMap<string, string>;
}

interface Held extends Record<string, unknown> {
  code: string;
  name: string;
  validTo: string | null;
  vintage: string;
  successors: string[];
}

/**
 * Compares a newer table of divisions with what is held and, with `apply`, takes it over: all or nothing. Ended divisions
 * stay with the day they ended; a move names successor and predecessor.
 * @throws TableRefused, with nothing changed.
 */
export async function importDivisions(db: Database, asked: Import): Promise<ImportReport> {
  const { rows, vintage, apply } = asked;
  return db.transaction(async (tx) => {
    // Two imports at once would each see the other's rows half done.
    if (apply) await tx.execute(sql`lock table division in share row exclusive mode`);
    const known = await tx.execute<Held>(sql`select code, name, valid_to::text as "validTo",
      vintage::text, successor_codes as successors from division`);
    const changes = compareTables([...known], rows, vintage);
    if (apply) await save(tx, rows, changes, vintage);
    const names = new Map([...known, ...rows].map(({ code, name }) => [code, name]));
    return { ...changes, names, standing: await standingIn(tx, asked, [...known], changes) };
  });
}

/** Digits of the provinces that are held. */
export async function heldProvinces(db: Database): Promise<string[]> {
  const rows = await db.execute<{ province: string }>(
    sql`select left(code, 2) as province from division where level = 1 order by 1`,
  );
  return rows.map(({ province }) => province);
}

async function standingIn(
  tx: Tx,
  { rows, today }: Import,
  known: readonly Held[],
  { ended, moved }: TableChanges,
): Promise<ImportReport['standing']> {
  const now = new Set(ended.map(({ code }) => code));
  const gone = new Map(
    known
      .filter(({ code, validTo }) => validTo !== null || now.has(code))
      .map(({ code, name, successors }) => [code, { name, successors }]),
  );
  for (const { from, to } of moved) {
    gone.set(from.code, { name: from.name, successors: [to.code] });
  }
  const names = new Map([...known, ...rows].map((row) => [row.code, row.name]));
  const provinces = new Set([...gone.keys()].map((code) => code.slice(0, 2)));
  const found: ImportReport['standing'] = [];
  for (const province of provinces) {
    // Row-level security: an officer over the whole province, so that the households of it are counted.
    await tx.execute(sql`select ${scopeSettings((name) => overseer(name, province))}`);
    const codes = [...gone.keys()].filter((code) => code.startsWith(province));
    for (const standing of await listStandingIn(tx, codes, today)) {
      const { name = '' } = gone.get(standing.code) ?? {};
      const successors = inForceAfter(standing.code, gone).map((code) => ({
        code,
        name: names.get(code) ?? '',
      }));
      found.push({ ...standing, name, successors });
    }
  }
  return found;
}

function overseer(name: string, province: string): string {
  return { role: 'bureau_officer', divisionPrefix: province }[name] ?? '';
}

/** Where a division went to, over ends that followed each other; a code is never used again, so that there is an end. */
function inForceAfter(
  code: string,
  gone: ReadonlyMap<string, { successors: readonly string[] }>,
): string[] {
  const successors = gone.get(code)?.successors ?? [];
  return successors.flatMap((next) => (gone.has(next) ? inForceAfter(next, gone) : [next]));
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
