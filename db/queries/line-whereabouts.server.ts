import { sql, type SQL } from 'drizzle-orm';
import type { Database, Tx } from '~db/client.server';
import { nowhere, type LineWhereabouts } from '~/domain/request';

/**
 * SQL: where the goods of each allocation line are, one row a line. `condition` narrows `al`, the allocation line.
 * Promises are the documents' word, all else is the ledger's: the movement lines that name an allocation line,
 * arrivals less departures. The recipients' accounts are not looked into: whatever leaves for one is handed out.
 */
function allocationLineWhereabouts(condition: SQL): SQL {
  return sql`
    select al.id as allocation_line_id, al.request_line_id,
      case when al.lot_id is null then al.quantity - al.released_quantity else 0 end as promised,
      coalesce(net.held, 0) as held,
      coalesce(net.on_the_road, 0) as on_the_road,
      coalesce(net.at_centre, 0) as at_centre,
      coalesce(net.handed_out, 0) as handed_out
    from allocation_line al
    join allocation a on a.id = al.allocation_id
    join request r on r.id = a.request_id
    left join lateral (
      select
        sum(leg.quantity) filter (where leg.kind = 'hold' and leg.place_id <> r.place_id) as held,
        sum(leg.quantity) filter (where leg.kind = 'transit') as on_the_road,
        sum(leg.quantity) filter (where leg.kind = 'hold' and leg.place_id = r.place_id) as at_centre,
        sum(leg.quantity) filter (where leg.kind in ('recipient', 'unnamed', 'used')) as handed_out
      from movement_line ml
      left join account f on f.id = ml.from_account_id
      left join account t on t.id = ml.to_account_id
      cross join lateral (values
        (coalesce(f.kind, 'recipient'), f.place_id, -ml.quantity),
        (coalesce(t.kind, 'recipient'), t.place_id, ml.quantity)) as leg(kind, place_id, quantity)
      where ml.allocation_line_id = al.id
    ) net on al.lot_id is not null
    where ${condition}`;
}

const sums = sql`
  sum(promised)::float8 as promised, sum(held)::float8 as held, sum(on_the_road)::float8 as on_the_road,
  sum(at_centre)::float8 as at_centre, sum(handed_out)::float8 as handed_out`;

/** SQL: the same by request line; a line that nothing was allocated to has no row. `lines`: a subselect of ids. */
export function whereaboutsOf(lines: SQL): SQL {
  return sql`
    select request_line_id, ${sums}
    from (${allocationLineWhereabouts(sql`al.request_line_id in (${lines})`)}) each
    group by request_line_id`;
}

interface Row extends Record<string, unknown> {
  id: string;
  promised: number;
  held: number;
  on_the_road: number;
  at_centre: number;
  handed_out: number;
}

/** By request line; a line that nothing was allocated to has an entry of zeros. */
export async function findLineWhereabouts(
  db: Database | Tx,
  requestLineIds: readonly string[],
): Promise<Map<string, LineWhereabouts>> {
  const found = new Map(requestLineIds.map((id) => [id, nowhere]));
  if (requestLineIds.length === 0) return found;
  const ids = sql`select unnest(${`{${requestLineIds.join(',')}}`}::uuid[])`;
  const rows = await db.execute<Row>(
    sql`select request_line_id as id, w.* from (${whereaboutsOf(ids)}) w`,
  );
  for (const row of rows) found.set(row.id, toWhereabouts(row));
  return found;
}

/** By allocation line of one allocation. */
export async function findAllocationWhereabouts(
  db: Database | Tx,
  allocationId: string,
): Promise<Map<string, LineWhereabouts>> {
  const each = allocationLineWhereabouts(sql`al.allocation_id = ${allocationId}`);
  const rows = await db.execute<Row>(
    sql`select allocation_line_id as id, ${sums} from (${each}) each group by allocation_line_id`,
  );
  return new Map(rows.map((row) => [row.id, toWhereabouts(row)]));
}

function toWhereabouts(row: Row): LineWhereabouts {
  return {
    promised: row.promised,
    held: row.held,
    onTheRoad: row.on_the_road,
    atCentre: row.at_centre,
    handedOut: row.handed_out,
  };
}
