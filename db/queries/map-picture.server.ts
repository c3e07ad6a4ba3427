import { sql, type SQL } from 'drizzle-orm';
import type { Database, Tx } from '~db/client.server';
import { dayInShanghai } from '~/domain/calendar';
import type { Gift, Need, NeedLine, Road, StockItem } from '~/domain/map/picture';
import type { ProgrammeGroup } from '~/domain/organisation';
import type { Urgency } from '~/domain/request';
import type { ShipmentStatus } from '~/domain/shipment';

/*
 * The picture that maps are drawn from (app/domain/map/picture): of all organisations, because it is kept once and every
 * reader's scope is applied to it in the domain (`lensOf`) before anything else. No page may send it as it is.
 * Everything is read for all places, or for some that have changed.
 */
type Reader = Database | Tx;
/** Undefined: all places. */
type PlaceIds = readonly string[] | undefined;

function among(column: SQL, placeIds: PlaceIds): SQL {
  return placeIds ? sql`${column} = any(${`{${placeIds.join(',')}}`}::uuid[])` : sql`true`;
}

interface NeedRow extends Record<string, unknown> {
  line: string;
  request: string;
  place: string;
  campaign: string | null;
  group: ProgrammeGroup;
  urgency: Urgency;
  need_by: string;
  head_count: number;
  open: boolean;
  item: string;
  approved: number;
}

/** Approved and closed requests by place, with what has come of it. */
export async function readNeeds(db: Reader, placeIds?: PlaceIds): Promise<Map<string, Need[]>> {
  const decided = sql`r.status in ('approved', 'closed') and ${among(sql`r.place_id`, placeIds)}`;
  const [rows, gifts] = await Promise.all([
    db.execute<NeedRow>(sql`
      select rl.id as line, r.id as request, r.place_id as place, r.campaign_id as campaign, p."group", r.urgency,
        r.need_by::text, r.head_count, r.status = 'approved' as open, rl.item_id as item,
        rl.approved_quantity::float8 as approved
      from request r join programme p on p.id = r.programme_id join request_line rl on rl.request_id = r.id
      where rl.approved_quantity > 0 and ${decided}
      order by r.id, rl.position`),
    readGifts(db, decided),
  ]);
  const needs = new Map<string, Need[]>();
  let need: Need | undefined;
  for (const row of rows) {
    if (need?.requestId !== row.request) {
      need = needOf(row);
      const here = needs.get(row.place);
      if (here) here.push(need);
      else needs.set(row.place, [need]);
    }
    const line: NeedLine = { itemId: row.item, approved: row.approved, gifts: [] };
    line.gifts = gifts.get(row.line) ?? line.gifts;
    need.lines.push(line);
  }
  return needs;
}

function needOf(row: NeedRow): Need {
  return {
    requestId: row.request,
    campaignId: row.campaign,
    group: row.group,
    urgency: row.urgency,
    needBy: row.need_by,
    headCount: row.head_count,
    open: row.open,
    lines: [],
  };
}

interface GiftRow extends Record<string, unknown> {
  line: string;
  donation: string;
  donor: string | null;
  from_place: string;
  allocated: number;
  arrived: number;
  value: number;
}

/** By request line. Where the goods are is the ledger's word, as in line-whereabouts; here it is added up in one pass. */
async function readGifts(db: Reader, decided: SQL): Promise<Map<string, Gift[]>> {
  const rows = await db.execute<GiftRow>(sql`
    with al as (
      select al.*, r.place_id as centre_id from allocation_line al
      join request_line rl on rl.id = al.request_line_id
      join request r on r.id = rl.request_id
      where ${decided}),
    net as (
      select al.id,
        sum(leg.quantity) filter (where coalesce(a.kind, 'recipient') in ('hold', 'transit', 'recipient', 'unnamed', 'used'))
          as allocated,
        sum(leg.quantity) filter (where coalesce(a.kind, 'recipient') in ('recipient', 'unnamed', 'used')
          or (a.kind = 'hold' and a.place_id = al.centre_id)) as arrived
      from al join movement_line ml on ml.allocation_line_id = al.id
      cross join lateral (values (ml.from_account_id, -ml.quantity), (ml.to_account_id, ml.quantity))
        as leg(account_id, quantity)
      left join account a on a.id = leg.account_id
      group by al.id)
    select al.request_line_id as line, dl.donation_id as donation, d.donor_organisation_id as donor,
      al.place_id as from_place,
      sum(case when al.lot_id is null then al.quantity - al.released_quantity else coalesce(net.allocated, 0) end)::float8
        as allocated,
      coalesce(sum(net.arrived), 0)::float8 as arrived,
      coalesce(sum(net.arrived * (dl.value_low_fen + dl.value_high_fen) / 2.0 / nullif(dl.quantity, 0)), 0)::float8 as value
    from al
    join donation_line dl on dl.id = al.donation_line_id
    join donation d on d.id = dl.donation_id
    left join net on net.id = al.id
    group by 1, 2, 3, 4`);
  const gifts = new Map<string, Gift[]>();
  for (const row of rows) {
    const { line, donation, donor, from_place, allocated, arrived, value } = row;
    if (allocated <= 0) continue;
    const gift = { donationId: donation, donorId: donor, fromPlaceId: from_place };
    const here = gifts.get(line) ?? [];
    here.push({ ...gift, allocated, arrived, valueFen: value });
    gifts.set(line, here);
  }
  return gifts;
}

interface StockRow extends Record<string, unknown> {
  place: string;
  item: string;
  donation: string;
  donor: string | null;
}

/** What lies free at depots, by place. */
export async function readStock(
  db: Reader,
  placeIds?: PlaceIds,
): Promise<Map<string, StockItem[]>> {
  const rows = await db.execute<StockRow>(sql`
    select distinct a.place_id as place, l.item_id as item, dl.donation_id as donation,
      d.donor_organisation_id as donor
    from place p join account a on a.place_id = p.id and a.kind = 'stock'
    join balance b on b.account_id = a.id and b.quantity > 0
    join lot l on l.id = b.lot_id
    join donation_line dl on dl.id = l.donation_line_id
    join donation d on d.id = dl.donation_id
    where p.kind = 'depot' and ${among(sql`p.id`, placeIds)}`);
  const stock = new Map<string, StockItem[]>();
  for (const { place, item, donation, donor } of rows) {
    const here = stock.get(place) ?? [];
    here.push({ itemId: item, donationId: donation, donorId: donor });
    stock.set(place, here);
  }
  return stock;
}

interface RoadRow extends Record<string, unknown> {
  id: string;
  from_place: string;
  to_place: string;
  status: ShipmentStatus;
  dispatched_at: Date | string;
  need_by: string | null;
  donations: string[];
  donors: string[];
  items: string[];
  campaigns: string[];
}

/** Shipments on the road that begin or end at the places. */
export async function readRoads(db: Reader, placeIds?: PlaceIds): Promise<Road[]> {
  const here = sql`(${among(sql`s.from_place_id`, placeIds)} or ${among(sql`s.to_place_id`, placeIds)})`;
  const distinct = (column: SQL) =>
    sql`coalesce(array_agg(distinct ${column}) filter (where ${column} is not null), '{}')`;
  const rows = await db.execute<RoadRow>(sql`
    select s.id, s.from_place_id as from_place, s.to_place_id as to_place, s.status,
      coalesce(s.dispatched_at, s.created_at) as dispatched_at, min(r.need_by)::text as need_by,
      ${distinct(sql`dl.donation_id`)} as donations, ${distinct(sql`d.donor_organisation_id`)} as donors,
      ${distinct(sql`l.item_id`)} as items, ${distinct(sql`r.campaign_id`)} as campaigns
    from shipment s
    left join shipment_line sl on sl.shipment_id = s.id
    left join lot l on l.id = sl.lot_id
    left join donation_line dl on dl.id = l.donation_line_id
    left join donation d on d.id = dl.donation_id
    left join allocation_line al on al.id = sl.allocation_line_id
    left join request_line rl on rl.id = al.request_line_id
    left join request r on r.id = rl.request_id
    where s.status in ('dispatched', 'partly_received') and ${here}
    group by s.id`);
  return rows.map((row) => ({
    shipmentId: row.id,
    fromPlaceId: row.from_place,
    toPlaceId: row.to_place,
    status: row.status,
    dispatchedOn: dayInShanghai(new Date(row.dispatched_at)),
    needBy: row.need_by,
    donationIds: row.donations,
    donorIds: row.donors,
    itemIds: row.items,
    campaignIds: row.campaigns,
  }));
}
