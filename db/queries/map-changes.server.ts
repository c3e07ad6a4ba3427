import { sql } from 'drizzle-orm';
import type { Database, Tx } from '~db/client.server';

type Reader = Database | Tx;

/*
 * What has been written lately: events and movements. Their ids are UUIDs in the order of time, made before their
 * transaction commits. Whoever looks again and again must therefore look back over more than the longest transaction
 * and know what it has seen already. They are found by the primary keys, however long the books are.
 */

/** The least UUID (version 7) of an instant; as text it compares as the database does. */
export function leastUuidAt(instant: Date): string {
  const hex = Math.max(0, instant.getTime()).toString(16).padStart(12, '0');
  return `${hex.slice(0, 8)}-${hex.slice(8)}-7000-8000-000000000000`;
}

export interface MapVersion {
  /** Events and movements with this id or a later one. */
  written: number;
  /** Changes with every place that is registered or amended. */
  places: string;
}

/** Costs about a millisecond: asked before every map is drawn. */
export async function readMapVersion(db: Reader, leastId: string): Promise<MapVersion> {
  const [row] = await db.execute<{ written: number; places: string }>(sql`
    select ((select count(*) from event e where e.id >= ${leastId}::uuid)
        + (select count(*) from movement m where m.id >= ${leastId}::uuid))::int as written,
      (select count(*) || ' ' || coalesce(sum(p.version), 0) from place p) as places`);
  if (!row) throw new Error('a version without a row');
  return row;
}

/** Ids of the events and movements with this id or a later one. */
export async function readWrittenIds(db: Reader, leastId: string): Promise<string[]> {
  const rows = await db.execute<{ id: string }>(sql`
    select e.id from event e where e.id >= ${leastId}::uuid
    union all select m.id from movement m where m.id >= ${leastId}::uuid`);
  return rows.map((row) => row.id);
}

/** The places whose needs, stock or deliveries may have changed with these events and movements. */
export async function placesTouchedBy(db: Reader, ids: readonly string[]): Promise<string[]> {
  const among = sql`any(${`{${ids.join(',')}}`}::uuid[])`;
  const rows = await db.execute<{ id: string }>(sql`
    with e as (select aggregate, aggregate_id as id from event where id = ${among}),
    ml as (select * from movement_line where movement_id = ${among}),
    asked as (
      select id as request_id from e where aggregate = 'request'
      union select a.request_id from e join allocation a on a.id = e.id where e.aggregate = 'allocation'
      union select a.request_id from e join shipment_line sl on sl.shipment_id = e.id
        join allocation_line al on al.id = sl.allocation_line_id
        join allocation a on a.id = al.allocation_id where e.aggregate = 'shipment'
      union select a.request_id from ml join allocation_line al on al.id = ml.allocation_line_id
        join allocation a on a.id = al.allocation_id)
    select r.place_id as id from asked join request r on r.id = asked.request_id
    union select unnest(array[s.from_place_id, s.to_place_id])
      from e join shipment s on s.id = e.id where e.aggregate = 'shipment'
    union select a.place_id from ml join account a on a.id in (ml.from_account_id, ml.to_account_id)
      where a.place_id is not null`);
  return rows.map((row) => row.id);
}
