import { sql } from 'drizzle-orm';
import type { Database, Tx } from '~db/client.server';

/** Names behind the ids of a plan that the reader has found through its scope: these reads take none. */
type Reader = Database | Tx;

export interface NeedNames {
  placeName: string;
  programmeName: string;
  townshipName: string | null;
  countyName: string | null;
}

/** Names for the needs of a plan that the reader has found. By request line. */
export async function findNeedNames(
  db: Reader,
  requestLineIds: readonly string[],
): Promise<Record<string, NeedNames>> {
  if (requestLineIds.length === 0) return {};
  const ids = `{${[...new Set(requestLineIds)].join(',')}}`;
  const rows = await db.execute<{ id: string } & Record<string, string | null>>(sql`
    select rl.id, p.name as place, g.name as programme, township.name as township, county.name as county
    from request_line rl
    join request r on r.id = rl.request_id
    join place p on p.id = r.place_id
    join programme g on g.id = r.programme_id
    left join lateral (select d.name from division d
      where d.code = rpad(left(r.division_code, 9), 12, '0') and length(rtrim(r.division_code, '0')) > 6 limit 1) township on true
    left join lateral (select d.name from division d
      where d.code = rpad(left(r.division_code, 6), 12, '0') limit 1) county on true
    where rl.id = any(${ids}::uuid[])`);
  return Object.fromEntries(
    rows.map(({ id, place, programme, township, county }) => [
      id,
      {
        placeName: place ?? '',
        programmeName: programme ?? '',
        townshipName: township ?? null,
        countyName: county ?? null,
      },
    ]),
  );
}

/** Names of places and donors behind the goods of a plan that the reader has found. */
export async function findGoodsNames(
  db: Reader,
  donationLineIds: readonly string[],
): Promise<Record<string, string>> {
  if (donationLineIds.length === 0) return {};
  const ids = `{${[...new Set(donationLineIds)].join(',')}}`;
  const rows = await db.execute<{ id: string; donor: string | null }>(sql`
    select dl.id, o.name as donor from donation_line dl
    join donation d on d.id = dl.donation_id
    left join organisation o on o.id = d.donor_organisation_id
    where dl.id = any(${ids}::uuid[])`);
  return Object.fromEntries(rows.map((row) => [row.id, row.donor ?? '']));
}

export async function findPlaceNames(
  db: Reader,
  placeIds: readonly string[],
): Promise<Record<string, string>> {
  if (placeIds.length === 0) return {};
  const ids = `{${[...new Set(placeIds)].join(',')}}`;
  const rows = await db.execute<{ id: string; name: string }>(
    sql`select id, name from place where id = any(${ids}::uuid[])`,
  );
  return Object.fromEntries(rows.map((row) => [row.id, row.name]));
}

/** County names by their six digits. */
export async function findCountyNames(
  db: Reader,
  codes: readonly string[],
): Promise<Record<string, string>> {
  if (codes.length === 0) return {};
  const full = `{${[...new Set(codes)].map((code) => code.padEnd(12, '0')).join(',')}}`;
  const rows = await db.execute<{ code: string; name: string }>(
    sql`select distinct on (code) code, name from division where code = any(${full}::text[])`,
  );
  return Object.fromEntries(rows.map((row) => [row.code.slice(0, 6), row.name]));
}
