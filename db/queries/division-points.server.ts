import { sql } from 'drizzle-orm';
import type { Database, Tx } from '~db/client.server';
import type { Point } from '~/domain/coordinates';

/**
 * A point (WGS-84) for each division: its own, or that of the smallest one round it that has one; a village stands at its
 * township's. Divisions are public: this reveals no place.
 */
export async function divisionPoints(
  db: Database | Tx,
  codes: readonly string[],
): Promise<Map<string, Point>> {
  if (codes.length === 0) return new Map();
  const rows = await db.execute<{ code: string; latitude: number; longitude: number }>(sql`
    select distinct on (c.code) c.code, p.latitude, p.longitude
    from unnest(${`{${codes.join(',')}}`}::text[]) c (code)
    cross join (values (9), (6), (4)) d (digits)
    join division_point p on p.division_code = rpad(left(c.code, d.digits), 12, '0')
    order by c.code, d.digits desc`);
  return new Map(rows.map(({ code, latitude, longitude }) => [code, { latitude, longitude }]));
}
