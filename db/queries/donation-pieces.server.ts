import { sql } from 'drizzle-orm';
import type { Database, Tx } from '~db/client.server';

/** Where a part of a donation is. */
export type PieceAt =
  | 'stock'
  | 'quarantine'
  | 'held'
  | 'on_the_road'
  | 'at_centre'
  | 'handed_out'
  | 'used'
  | 'lost'
  | 'returned';

export interface DonationPiece {
  donationLineId: string;
  at: PieceAt;
  /** The place, the place a shipment goes to, or the centre that handed out; never a household. */
  placeName: string | null;
  fromPlaceName: string | null;
  /** Why it was lost: a fixed word. */
  reason: string | null;
  bestBefore: string | null;
  parcelCode: string | null;
  quantity: number;
  /** Recipients of what was handed out from here by name; the caller hides small groups. */
  recipients: number;
}

type Row = { [K in keyof DonationPiece]: DonationPiece[K] };

/** Goods at places, on the road and lost, straight from the balances. */
const lying = sql`
  select l.donation_line_id as "donationLineId",
    case
      when a.kind = 'transit' then 'on_the_road' when a.kind = 'loss' then 'lost'
      when p.kind = 'centre' then 'at_centre' when a.kind = 'hold' then 'held'
      else a.kind
    end as at,
    coalesce(p.name, goes_to.name) as "placeName", comes_from.name as "fromPlaceName", a.reason,
    l.best_before::text as "bestBefore", c.code as "parcelCode",
    sum(b.quantity)::float8 as quantity, 0 as recipients
  from lot l
  join balance b on b.lot_id = l.id and b.quantity > 0
  join account a on a.id = b.account_id and a.kind in ('stock', 'quarantine', 'hold', 'transit', 'loss')
  left join place p on p.id = a.place_id
  left join shipment s on s.id = a.shipment_id
  left join place goes_to on goes_to.id = s.to_place_id
  left join place comes_from on comes_from.id = s.from_place_id
  left join parcel c on c.id = b.parcel_id`;

/**
 * Handed out and used, by the centre it left: arrivals at recipients less what came back, because a recipient's account
 * says nothing of a place.
 */
const given = sql`
  select l.donation_line_id as "donationLineId",
    case when leg.kind = 'used' then 'used' else 'handed_out' end as at,
    p.name as "placeName", null as "fromPlaceName", null as reason, null as "bestBefore", null as "parcelCode",
    sum(leg.quantity)::float8 as quantity,
    (count(distinct leg.account_id) filter (where leg.kind = 'recipient' and exists (
      select from balance b where b.account_id = leg.account_id and b.lot_id = l.id and b.quantity > 0)))::int as recipients
  from lot l
  join movement_line ml on ml.lot_id = l.id
  join account f on f.id = ml.from_account_id
  join account t on t.id = ml.to_account_id
  cross join lateral (values
    (t.kind, t.id, f.place_id, ml.quantity),
    (f.kind, f.id, t.place_id, -ml.quantity)) as leg(kind, account_id, place_id, quantity)
  join place p on p.id = leg.place_id`;

const returned = sql`
  select l.donation_line_id as "donationLineId", 'returned' as at, null as "placeName", p.name as "fromPlaceName",
    null as reason, null as "bestBefore", null as "parcelCode", sum(ml.quantity)::float8 as quantity, 0 as recipients
  from lot l
  join movement_line ml on ml.lot_id = l.id
  join movement m on m.id = ml.movement_id and m.kind = 'return'
  join account f on f.id = ml.from_account_id
  join account t on t.id = ml.to_account_id and t.kind = 'donor'
  left join place p on p.id = f.place_id`;

/**
 * Every piece of these donation lines and where it is now, down to the centre. Takes no Scope: the caller has found the
 * lines through one.
 */
export async function listDonationPieces(
  db: Database | Tx,
  donationLineIds: readonly string[],
): Promise<DonationPiece[]> {
  if (donationLineIds.length === 0) return [];
  const among = sql`l.donation_line_id = any (${`{${donationLineIds.join(',')}}`}::uuid[])`;
  const rows = await db.execute<Row & Record<string, unknown>>(sql`
    select * from (
      ${lying} where ${among} group by 1, 2, 3, 4, 5, 6, 7
      union all
      ${given} where ${among} and leg.kind in ('recipient', 'unnamed', 'used') group by 1, 2, p.id, p.name
      union all
      ${returned} where ${among} and not exists (select from movement r where r.reverses = m.id) group by 1, p.name
    ) piece
    where quantity > 0
    order by "donationLineId",
      array_position(array['stock', 'quarantine', 'held', 'on_the_road', 'at_centre', 'handed_out', 'used', 'lost',
        'returned'], at), "placeName", "bestBefore", "parcelCode"`);
  return [...rows];
}
