import { sql } from 'drizzle-orm';
import { ancestry, isDivisionCode } from '~/domain/division';
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

export const divisionColumns = sql`d.code, d.name, d.level, d.parent_code as "parentCode",
  d.valid_from::text as "validFrom", d.valid_to::text as "validTo"`;

/** Undefined for what is no division, ended ones included in what is found. */
export async function findDivision(db: Reader, code: string): Promise<Division | undefined> {
  if (!isDivisionCode(code)) return undefined;
  const rows = await db.execute<Division & Record<string, unknown>>(
    sql`select ${divisionColumns} from division d where d.code = ${code}`,
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
    sql`select ${divisionColumns} from division d where ${under} and ${inForce(day)} order by d.code`,
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

/**
 * The one division in force that took over an ended one, with its way from the prefecture; undefined where none or several
 * did. Ends that followed each other are followed.
 */
export async function findSuccessor(
  db: Reader,
  code: string,
  day: string,
): Promise<{ code: string; label: string } | undefined> {
  const rows = await db.execute<{ code: string }>(sql`
    with recursive later (code) as (
      select unnest(successor_codes) from division where code = ${code}
      union select unnest(l.successor_codes) from later join division l on l.code = later.code)
    select d.code from later join division d on d.code = later.code where ${inForce(day)} limit 2`);
  const [only, ...others] = rows;
  if (!only || others.length > 0) return undefined;
  const path = await findPath(db, only.code);
  return {
    code: only.code,
    label: path
      .slice(1)
      .map(({ name }) => name)
      .join(''),
  };
}

/** In force on the calendar day, for conditions on `division d`. */
export function inForce(day: string) {
  return sql`(d.valid_from is null or d.valid_from <= ${day}::date)
    and (d.valid_to is null or d.valid_to > ${day}::date)`;
}
