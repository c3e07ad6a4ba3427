import { sql } from 'drizzle-orm';
import type { Database, Tx } from '~db/client.server';

/**
 * SQL: what is still to come of each donation line and what of that may still be promised, smallest units: pledged, less
 * what was declined, came in, or (the latter) is promised already; nothing once the donation is no longer accepted or no more of the line will come. `lines` is a subselect of donation line ids. What was returned to the donor
 * did come in.
 */
export function promisableOf(lines: ReturnType<typeof sql>) {
  return sql`
    select dl.id as donation_line_id, open.quantity::float8 as to_come,
      greatest(0, open.quantity - coalesce(promised.quantity, 0))::float8 as promisable
    from donation_line dl
    join donation d on d.id = dl.donation_id
    left join lateral (
      select sum(came_in.quantity) as quantity from lot l
      cross join lateral (
        select -b.quantity as quantity from balance b where b.lot_id = l.id and b.is_donor
        union all
        select case when m.kind = 'return' then ml.quantity else -ml.quantity end
        from movement_line ml
        join movement m on m.id = ml.movement_id
        left join movement undone on undone.id = m.reverses
        join account donor on donor.kind = 'donor'
          and donor.id = case when m.kind = 'return' then ml.to_account_id else ml.from_account_id end
        where ml.lot_id = l.id and 'return' in (m.kind, undone.kind)
      ) came_in
      where l.donation_line_id = dl.id
    ) came on true
    cross join lateral (
      select case when d.status = 'accepted' and dl.closed_reason is null
        then greatest(0, dl.quantity - dl.declined_quantity - coalesce(came.quantity, 0)) else 0 end as quantity
    ) open
    left join lateral (
      select sum(al.quantity - al.released_quantity) as quantity from allocation_line al
      where al.donation_line_id = dl.id and al.lot_id is null
    ) promised on true
    where dl.id in (${lines})`;
}

/** By donation line. */
export async function findPromisable(
  db: Database | Tx,
  donationLineIds: readonly string[],
): Promise<Map<string, number>> {
  if (donationLineIds.length === 0) return new Map();
  const ids = sql`select unnest(${sql.param(`{${donationLineIds.join(',')}}`)}::uuid[])`;
  const rows = await db.execute<{ donation_line_id: string; promisable: number }>(
    promisableOf(ids),
  );
  return new Map(rows.map((row) => [row.donation_line_id, row.promisable]));
}
