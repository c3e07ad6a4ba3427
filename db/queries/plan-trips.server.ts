import { sql } from 'drizzle-orm';
import type { Database, Tx } from '~db/client.server';
import type { Scope } from '~/domain/actor';
import type { PlacePoint } from '~/domain/coordinates';
import { wholeOf } from '~/domain/fefo';
import { goodsToSend, type HeldForPlan } from '~/domain/plan-sending';
import { findPlaceNames } from './plan-names.server';
import { placePoints } from './place-points.server';

type Reader = Database | Tx;

interface Row extends Record<string, unknown> {
  allocation_line_id: string;
  lot_id: string;
  parcel_id: string;
  parcel_code: string | null;
  item_id: string;
  size: string;
  from_place_id: string;
  to_place_id: string;
  to_division_code: string;
  quantity: number;
  pack_size: number | null;
  weight_mg: number;
  volume_ul: number;
  parcel_holds: number | null;
  parcel_held_for_place: number | null;
}

/** What an applied plan holds and no draft lists yet: what can go, and the parcels that cannot go as they are. */
export async function listPlanGoodsToSend(db: Reader, planId: string, ofOrganisationId?: string) {
  const rows = await db.execute<Row>(sql`
    select al.id as allocation_line_id, b.lot_id, b.parcel_id, l.item_id, l.size,
      a.place_id as from_place_id, r.place_id as to_place_id, r.division_code as to_division_code,
      (b.quantity - coalesce(drafted.quantity, 0))::float8 as quantity, l.pack_size::float8 as pack_size,
      i.weight_mg::float8 as weight_mg, i.volume_ul::float8 as volume_ul,
      box.code as parcel_code, inside.holds as parcel_holds, inside.held_for_place as parcel_held_for_place
    from allocation made
    join allocation_line al on al.allocation_id = made.id
    join request r on r.id = made.request_id
    join account a on a.allocation_line_id = al.id and a.kind = 'hold'
    join place p on p.id = a.place_id
    join balance b on b.account_id = a.id and b.quantity > 0
    join lot l on l.id = b.lot_id
    join item i on i.id = l.item_id
    left join parcel box on box.id = b.parcel_id
    left join lateral (
      select sum(b2.quantity)::float8 as holds,
        coalesce(sum(b2.quantity) filter (where r2.place_id = r.place_id), 0)::float8 as held_for_place
      from balance b2
      join account a2 on a2.id = b2.account_id
      left join allocation_line al2 on al2.id = a2.allocation_line_id and a2.kind = 'hold'
      left join request_line rl2 on rl2.id = al2.request_line_id
      left join request r2 on r2.id = rl2.request_id
      where b2.parcel_id = box.id and b2.quantity > 0
    ) inside on true
    left join lateral (
      select sum(sl.quantity) as quantity from shipment_line sl
      join shipment s on s.id = sl.shipment_id and s.status = 'draft'
      where sl.allocation_line_id = al.id and sl.lot_id = b.lot_id and sl.parcel_id = b.parcel_id
    ) drafted on true
    where made.plan_id = ${planId} and a.place_id <> r.place_id
      and ${ofOrganisationId ? sql`p.organisation_id = ${ofOrganisationId}` : sql`true`}
    order by al.id, b.lot_id, b.parcel_id`);
  return goodsToSend(rows.filter((row) => row.quantity > 0).map(toHeld));
}

function toHeld(row: Row): HeldForPlan {
  return {
    allocationLineId: row.allocation_line_id,
    lotId: row.lot_id,
    parcelId: row.parcel_id,
    itemId: row.item_id,
    size: row.size,
    fromPlaceId: row.from_place_id,
    toPlaceId: row.to_place_id,
    toDivisionCode: row.to_division_code,
    quantity: row.quantity,
    packSize: wholeOf({ parcelId: row.parcel_id, packSize: row.pack_size ?? undefined }),
    unitWeightMg: row.weight_mg,
    unitVolumeUl: row.volume_ul,
    parcelCode: row.parcel_code,
    parcelHolds: row.parcel_holds ?? 0,
    parcelHeldForPlace: row.parcel_held_for_place ?? 0,
  };
}

/** Does a depot of the reader's organisation hold anything for this applied plan? */
export async function isPlanOfDepot(db: Reader, scope: Scope, planId: string): Promise<boolean> {
  const rows = await db.execute(sql`
    select 1 from allocation made
    join allocation_line al on al.allocation_id = made.id
    join place p on p.id = al.place_id
    where made.plan_id = ${planId} and p.organisation_id = ${scope.organisationId} limit 1`);
  return rows.length > 0;
}

/** Applied plans that a depot of the reader's organisation still has goods to send for. */
export async function listPlansToSend(db: Reader, scope: Scope) {
  const rows = await db.execute<{ id: string; name: string | null; at: string; held: number }>(sql`
    select plan.id, d.name, plan.created_at as at, count(*)::int as held
    from allocation_plan plan
    join allocation made on made.plan_id = plan.id
    join allocation_line al on al.allocation_id = made.id
    join account a on a.allocation_line_id = al.id and a.kind = 'hold'
    join place p on p.id = a.place_id and p.organisation_id = ${scope.organisationId} and p.kind = 'depot'
    join balance b on b.account_id = a.id and b.quantity > 0
    left join division d on d.code = plan.need_division_code
    group by plan.id, d.name, plan.created_at
    order by plan.created_at desc`);
  return rows.map(({ id, name, held }) => ({ id, divisionName: name ?? '', held }));
}

export interface TripPlace {
  id: string;
  name: string;
  point: PlacePoint | undefined;
}

export async function listTripPlaces(
  db: Reader,
  placeIds: readonly string[],
): Promise<Map<string, TripPlace>> {
  const ids = [...new Set(placeIds)];
  const [names, points] = await Promise.all([findPlaceNames(db, ids), placePoints(db, ids)]);
  return new Map(ids.map((id) => [id, { id, name: names[id] ?? '', point: points.get(id) }]));
}

/** Names of townships by their nine digits. */
export async function findTownshipNames(
  db: Reader,
  codes: readonly string[],
): Promise<Record<string, string>> {
  const full = `{${[...new Set(codes)].map((code) => code.padEnd(12, '0')).join(',')}}`;
  const rows = await db.execute<{ code: string; name: string }>(
    sql`select code, name from division where code = any(${full}::text[])`,
  );
  return Object.fromEntries(rows.map((row) => [row.code.slice(0, 9), row.name]));
}
