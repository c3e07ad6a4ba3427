import { sql } from 'drizzle-orm';
import type { OrganisationStanding, PlaceStanding } from '~/domain/standing';
import type { Database, Tx } from '~db/client.server';

/*
 * What is still under way, for ending a place or an organisation. These reads take no Scope: they count what stands
 * in the way, wherever it belongs, for somebody who found the record through his own.
 */
type Reader = Database | Tx;

export async function readPlaceStanding(db: Reader, placeId: string): Promise<PlaceStanding> {
  const [row] = await db.execute<PlaceStanding & Record<string, unknown>>(sql`
    select
      (select count(distinct l.item_id) from account a join balance b on b.account_id = a.id and b.quantity > 0
        join lot l on l.id = b.lot_id
        where a.place_id = ${placeId} and a.kind in ('stock', 'quarantine', 'hold'))::int as goods,
      (select count(*) from donation d
        where d.place_id = ${placeId} and d.status in ('pledged', 'accepted'))::int as donations,
      (select count(*) from request r
        where r.place_id = ${placeId} and r.status in ('draft', 'submitted', 'returned', 'approved'))::int as requests,
      (select count(*) from shipment s where ${placeId} in (s.from_place_id, s.to_place_id)
        and s.status in ('draft', 'dispatched', 'partly_received'))::int as shipments,
      (select count(*) from handout h where h.place_id = ${placeId} and h.status = 'open')::int as handouts,
      (select count(*) from sign_off s join handout h on h.id = s.handout_id
        where h.place_id = ${placeId} and s.status = 'disputed')::int as sign_offs`);
  if (!row) throw new Error('a count without a row');
  return row;
}

export async function readOrganisationStanding(
  db: Reader,
  organisationId: string,
): Promise<OrganisationStanding> {
  const [row] = await db.execute<OrganisationStanding & Record<string, unknown>>(sql`
    select
      (select count(*) from place p
        where p.organisation_id = ${organisationId} and p.ended_on is null)::int as places,
      (select count(*) from donation d
        where d.donor_organisation_id = ${organisationId} and d.status in ('pledged', 'accepted'))::int as donations`);
  if (!row) throw new Error('a count without a row');
  return row;
}
