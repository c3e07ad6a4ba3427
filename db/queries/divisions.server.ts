import { sql } from 'drizzle-orm';
import { ancestry, divisionPrefix, isDivisionCode } from '~/domain/division';
import type { Database, Tx } from '~db/client.server';

/** Divisions are public reference data: these reads take no Scope. Reading one never depends on who asks. */
type Reader = Database | Tx;

export interface Division {
  code: string;
  name: string;
  /** 1 province, 2 prefecture, 3 county, 4 township, 5 village. */
  level: number;
  parentCode: string | null;
  validFrom: string | null;
  validTo: string | null;
}

/** A division with its way from the province down to itself, for domain/division's `disambiguated`. */
export interface PlacedDivision extends Division {
  path: { code: string; name: string }[];
}

const columns = sql`d.code, d.name, d.level, d.parent_code as "parentCode",
  d.valid_from::text as "validFrom", d.valid_to::text as "validTo"`;

/** Undefined for what is no division, ended ones included in what is found. */
export async function findDivision(db: Reader, code: string): Promise<Division | undefined> {
  if (!isDivisionCode(code)) return undefined;
  const rows = await db.execute<Division & Record<string, unknown>>(
    sql`select ${columns} from division d where d.code = ${code}`,
  );
  return rows[0];
}

/** What lies right under a division and is in force on `day`, by code; the provinces when `parentCode` is null. */
export async function listChildren(
  db: Reader,
  parentCode: string | null,
  day: string,
): Promise<Division[]> {
  const under = parentCode === null ? sql`d.level = 1` : sql`d.parent_code = ${parentCode}`;
  const rows = await db.execute<Division & Record<string, unknown>>(
    sql`select ${columns} from division d where ${under} and ${inForce(day)} order by d.code`,
  );
  return [...rows];
}

/** From the province down to the division itself; empty for what is no division. */
export async function findPath(
  db: Reader,
  code: string,
): Promise<{ code: string; name: string }[]> {
  if (!isDivisionCode(code)) return [];
  return (await findPaths(db, [code])).get(code) ?? [];
}

/** The paths of many divisions in one query. */
export async function findPaths(
  db: Reader,
  codes: readonly string[],
): Promise<Map<string, { code: string; name: string }[]>> {
  const known = codes.filter(isDivisionCode);
  const wanted = [...new Set(known.flatMap(ancestry))];
  const rows = await db.execute<{ code: string; name: string }>(sql`
    select d.code, d.name from jsonb_array_elements_text(${JSON.stringify(wanted)}::jsonb) as w (code)
    join division d on d.code = w.code`);
  const names = new Map(rows.map((row) => [row.code, row.name]));
  return new Map(
    known
      .filter((code) => names.has(code))
      .map((code) => [
        code,
        ancestry(code).flatMap((step) => {
          const name = names.get(step);
          return name === undefined ? [] : [{ code: step, name }];
        }),
      ]),
  );
}

export interface DivisionSearch {
  /** As typed: a name or part of one, pinyin, initials, digits of a code; earlier words narrow ('zp taiping'). */
  text: string;
  /** Digits of the division to search in; '' everywhere. */
  within?: string;
  /** Only this deep and deeper, or not deeper: 1 to 5. */
  minLevel?: number;
  maxLevel?: number;
  day: string;
  limit?: number;
}

/** More than a person types; the rest is cut off. */
const MAX_TEXT = 40;
const MAX_WORDS = 4;
/** Places that an earlier word may mean, before the last word is looked for inside them. */
const MAX_AREAS = 20;

/**
 * Divisions in force by what a person types, the likeliest first: exact names and readings, then beginnings, then parts,
 * the higher level first. Empty for an empty text.
 */
export async function searchDivisions(
  db: Reader,
  search: DivisionSearch,
): Promise<PlacedDivision[]> {
  const typed = search.text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/\p{Cc}/gu, ' ');
  const words = typed.slice(0, MAX_TEXT).trim().split(/\s+/);
  const last = words.pop() ?? '';
  if (last === '') return [];
  let areas = [search.within ?? ''];
  for (const word of words.slice(0, MAX_WORDS)) {
    const found = await searchWord(
      db,
      word,
      areas,
      { ...search, minLevel: 1, maxLevel: 4 },
      MAX_AREAS,
    );
    areas = found.map((row) => divisionPrefix(row.code));
    if (areas.length === 0) return [];
  }
  const found = await searchWord(db, last, areas, search, search.limit ?? 20);
  const codes = found.map((row) => row.code);
  const paths = await findPaths(db, codes);
  return found.map((row) => ({ ...row, path: paths.get(row.code) ?? [] }));
}

async function searchWord(
  db: Reader,
  word: string,
  areas: readonly string[],
  search: DivisionSearch,
  limit: number,
): Promise<Division[]> {
  const rows = await db.execute<Division & Record<string, unknown>>(sql`
    select ${columns} from (${candidates(word)}) hit join division d on d.code = hit.code
    where ${inAreas(areas)} and ${inForce(search.day)}
      and d.level between ${search.minLevel ?? 1} and ${search.maxLevel ?? 5}
    order by hit.rank, d.level, d.code limit ${limit}`);
  return [...rows];
}

/** Codes with a rank: 0 exact, 1 beginning, 2 part. */
function candidates(word: string) {
  if (/^\d+$/.test(word)) {
    const low = word.slice(0, 12).padEnd(12, '0');
    const high = word.slice(0, 12).padEnd(12, '9');
    return sql`select code, 1 as rank from division where code between ${low} and ${high}`;
  }
  if (/^[a-z']+$/.test(word)) {
    const typed = word.replaceAll("'", '');
    const beginning = `${typed}%`;
    return sql`
      select division_code as code, min(case when ${typed} in (pinyin, initials) then 0 else 1 end) as rank
      from division_reading where pinyin like ${beginning} or initials like ${beginning}
      group by division_code`;
  }
  const pattern = word.replaceAll(/[\\%_]/g, (sign) => `\\${sign}`);
  return sql`
    select code, case when name = ${word} then 0 when name like ${`${pattern}%`} then 1 else 2 end as rank
    from division
    where string_to_array(name, null) @> string_to_array(${word}, null) and name like ${`%${pattern}%`}`;
}

function inAreas(areas: readonly string[]) {
  if (areas.includes('')) return sql`true`;
  const ranges = areas.map((prefix) => {
    const digits = prefix.replaceAll(/\D/g, '').slice(0, 12);
    return sql`d.code between ${digits.padEnd(12, '0')} and ${digits.padEnd(12, '9')}`;
  });
  return sql`(${sql.join(ranges, sql` or `)})`;
}

function inForce(day: string) {
  return sql`(d.valid_from is null or d.valid_from <= ${day}::date)
    and (d.valid_to is null or d.valid_to > ${day}::date)`;
}
