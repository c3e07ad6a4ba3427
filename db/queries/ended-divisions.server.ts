import { sql, type SQL } from 'drizzle-orm';
import type { Tx } from '~db/client.server';

/** What stands in one ended division and should be moved to the one that took it over. */
export interface StandingInEnded {
  code: string;
  organisations: { name: string }[];
  places: { name: string; organisation: string }[];
  /** Of persons only the number is told. */
  households: number;
  /** In force today. */
  memberships: number;
  /** Neither withdrawn nor closed. */
  requests: number;
  campaigns: number;
}

/**
 * What still stands in any of the given divisions on `day`, by code; divisions with nothing in them are left out. Row-level
 * security counts the households that the transaction's scope oversees.
 */
export async function listStandingIn(
  tx: Tx,
  codes: readonly string[],
  day: string,
): Promise<StandingInEnded[]> {
  const ended = JSON.stringify(codes);
  const inEnded = (column: SQL) =>
    sql`${column} in (select jsonb_array_elements_text(${ended}::jsonb))`;
  const places = await tx.execute<{ code: string; name: string; organisation: string }>(sql`
    select p.division_code as code, p.name, o.name as organisation from place p
    join organisation o on o.id = p.organisation_id
    where p.ended_on is null and ${inEnded(sql`p.division_code`)} order by 1, 3, 2`);
  const organisations = await tx.execute<{ code: string; name: string }>(sql`
    select division_code as code, name from organisation
    where ended_on is null and ${inEnded(sql`division_code`)} order by 1, 2`);
  const counts = await tx.execute<{ code: string; what: Counted; count: number }>(sql`
    select code, what, count(distinct id)::int as count from (
      select residence_division_code as code, 'households' as what, id from household where ended_on is null
      union all
      select hukou_division_code, 'households', id from household where ended_on is null
      union all
      select division_code, 'memberships', id from membership where valid_to is null or valid_to > ${day}::date
      union all
      select division_code, 'requests', id from request where status not in ('withdrawn', 'closed')
      union all
      select division_code, 'campaigns', id from campaign where closed_on is null
    ) standing where ${inEnded(sql`code`)} group by code, what`);
  const all = new Map<string, StandingInEnded>();
  const at = (code: string) => {
    const standing = all.get(code) ?? { code, organisations: [], places: [], ...none };
    all.set(code, standing);
    return standing;
  };
  for (const { code, name, organisation } of places) at(code).places.push({ name, organisation });
  for (const { code, name } of organisations) at(code).organisations.push({ name });
  for (const { code, what, count } of counts) at(code)[what] = count;
  return [...all.values()].sort((a, b) => (a.code < b.code ? -1 : 1));
}

const none = { households: 0, memberships: 0, requests: 0, campaigns: 0 };
type Counted = keyof typeof none;
