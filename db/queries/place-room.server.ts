import { sql } from 'drizzle-orm';
import type { Database, Tx } from '~db/client.server';

/**
 * Room left at places that have one set, in millilitres, by place: less what lies there, what is on the road there, what is
 * held elsewhere for it and what is promised to it of pledges not yet in. Never below 0.
 */
export async function findRoomLeft(
  db: Database | Tx,
  placeIds: readonly string[],
): Promise<Map<string, number>> {
  if (placeIds.length === 0) return new Map();
  const ids = `{${[...new Set(placeIds)].join(',')}}`;
  const rows = await db.execute<{ id: string; left: number }>(sql`
    with ours as (
      select id, capacity_l from place where id = any(${ids}::uuid[]) and capacity_l is not null
    ), taken as (
      select o.id, a.id as account_id from ours o
      join account a on a.place_id = o.id and a.kind in ('stock', 'quarantine', 'hold')
      union all
      select o.id, a.id from ours o
      join shipment s on s.to_place_id = o.id and s.status in ('dispatched', 'partly_received')
      join account a on a.key = 'transit:' || s.id
      union all
      select o.id, a.id from ours o
      join request r on r.place_id = o.id
      join request_line rl on rl.request_id = r.id
      join allocation_line al on al.request_line_id = rl.id
      join account a on a.allocation_line_id = al.id
      where a.kind = 'hold' and a.place_id <> o.id
    ), volume as (
      select t.id, b.quantity * i.volume_ul as ul from taken t
      join balance b on b.account_id = t.account_id and b.quantity > 0
      join lot l on l.id = b.lot_id
      join item i on i.id = l.item_id
      union all
      select o.id, (al.quantity - al.released_quantity) * i.volume_ul from ours o
      join request r on r.place_id = o.id
      join request_line rl on rl.request_id = r.id
      join allocation_line al on al.request_line_id = rl.id and al.lot_id is null
      join item i on i.id = rl.item_id
    )
    select o.id, greatest(0, o.capacity_l * 1000.0 - coalesce(sum(v.ul), 0) / 1000)::float8 as left
    from ours o left join volume v on v.id = o.id
    group by o.id, o.capacity_l`);
  return new Map(rows.map((row) => [row.id, row.left]));
}
