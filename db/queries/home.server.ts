import { eq, sql, type SQL } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import { donationInScope, placeInScope } from '~db/queries/balances.server';
import { requestInScope } from '~db/queries/requests.server';
import type { Database, Tx } from '~db/client.server';
import { donation } from '~db/schema/donation';
import { handout, signOff } from '~db/schema/handout';
import { account, balance, lot } from '~db/schema/ledger';
import { place } from '~db/schema/organisation';
import { request } from '~db/schema/request';
import { shipment } from '~db/schema/shipment';
import type { Scope } from '~/domain/actor';
import { homeKeys, type HomeKey } from '~/domain/home';

export type HomeCounts = Partial<Record<HomeKey, number>>;

/** What waits for the reader and what goes on, counted in one statement. @param today calendar day in Shanghai. */
export async function countHome(
  db: Database | Tx,
  scope: Scope,
  today: string,
): Promise<HomeCounts> {
  const { waiting, going } = homeKeys(scope.role);
  const counts = countsFor(scope, today);
  const columns = [...waiting, ...going].map(
    (key) => sql`(${counts[key]})::int as ${sql.identifier(key)}`,
  );
  const [row] = await db.execute<HomeCounts & Record<string, unknown>>(
    sql`select ${sql.join(columns, sql`, `)}`,
  );
  return row ?? {};
}

const from = alias(place, 'from_place');
const to = alias(place, 'to_place');

function countsFor(scope: Scope, today: string): Record<HomeKey, SQL> {
  const own = sql`${scope.organisationId}::uuid`;
  const donations = (status: string) => sql`
    select count(*) from ${donation} join ${place} on ${place.id} = ${donation.placeId}
    where ${donation.status} = ${status} and (${donationInScope(scope) ?? sql`true`})`;
  /** Meant for one of the reader's own places. */
  const donationsHere = (status: string) => sql`
    select count(*) from ${donation} join ${place} on ${place.id} = ${donation.placeId}
    where ${donation.status} = ${status} and (${placeInScope(scope) ?? sql`true`})`;
  const requests = (status: string) => sql`
    select count(*) from ${request} where ${request.status} = ${status} and (${requestInScope(scope) ?? sql`true`})`;
  const shipments = (where: SQL) => sql`
    select count(*) from ${shipment} join place ${from} on ${from.id} = ${shipment.fromPlaceId}
    join place ${to} on ${to.id} = ${shipment.toPlaceId} where ${where}`;
  const onRoad = sql`${shipment.status} in ('dispatched', 'partly_received')`;
  const handoutsSeen = sql`join ${place} on ${place.id} = ${handout.placeId} and (${placeInScope(scope) ?? sql`true`})`;
  return {
    pledges_unanswered: donations('pledged'),
    pledges_to_answer: donationsHere('pledged'),
    donations_to_count: donationsHere('accepted'),
    donations_accepted: donations('accepted'),
    donations_closed: donations('closed'),
    goods_to_send: goodsToSend(scope),
    shipments_draft: shipments(
      sql`${shipment.status} = 'draft' and ${eq(from.organisationId, scope.organisationId)}`,
    ),
    shipments_coming: shipments(sql`${onRoad} and ${to.organisationId} = ${own}`),
    shipments_gone: shipments(sql`${onRoad} and ${from.organisationId} = ${own}`),
    shipments_on_road: shipments(sql`${onRoad} and (${shipmentSeen(scope)})`),
    requests_returned: requests('returned'),
    requests_draft: requests('draft'),
    requests_submitted: requests('submitted'),
    requests_to_decide: requests('submitted'),
    requests_approved: requests('approved'),
    needs_open: needsOpen(scope),
    handouts_open: sql`
      select count(*) from ${handout} ${handoutsSeen} where ${handout.status} = 'open'`,
    sign_offs_disputed: sql`
      select count(*) from ${signOff} join ${handout} on ${handout.id} = ${signOff.handoutId} ${handoutsSeen}
      where ${signOff.status} = 'disputed'`,
    items_in_stock: sql`
      select count(distinct ${lot.itemId}) from ${account} join ${place} on ${place.id} = ${account.placeId}
      join ${balance} on ${balance.accountId} = ${account.id} and ${balance.quantity} > 0
      join ${lot} on ${lot.id} = ${balance.lotId}
      where ${account.kind} = 'stock' and (${placeInScope(scope) ?? sql`true`})`,
    invitations_open: sql`
      select count(*) from invitation i where i.accepted_at is null and i.withdrawn_at is null
        and i.expires_at > ${`${today}T00:00:00+08:00`}::timestamptz`,
    people: sql`
      select count(distinct m.user_id) from membership m
      where m.valid_from <= ${today}::date and (m.valid_to is null or m.valid_to > ${today}::date)`,
    organisations: sql`
      select count(*) from organisation o where o.ended_on is null or o.ended_on > ${today}::date`,
    places: sql`select count(*) from place p where p.ended_on is null or p.ended_on > ${today}::date`,
  };
}

/** Centres that wait for goods which lie, held for them, at the reader's own places. */
function goodsToSend(scope: Scope): SQL {
  return sql`
    select count(distinct r.place_id) from ${account} join ${place} on ${place.id} = ${account.placeId}
    join ${balance} on ${balance.accountId} = ${account.id} and ${balance.quantity} > 0
    join allocation_line al on al.id = ${account.allocationLineId}
    join allocation a on a.id = al.allocation_id join request r on r.id = a.request_id
    where ${account.kind} = 'hold' and r.place_id <> ${place.id} and (${placeInScope(scope) ?? sql`true`})`;
}

/** Approved lines of which something is not allocated. */
function needsOpen(scope: Scope): SQL {
  return sql`
    select count(*) from ${request} join request_line rl on rl.request_id = ${request.id}
    where ${request.status} = 'approved' and (${requestInScope(scope) ?? sql`true`})
      and rl.approved_quantity > (select coalesce(sum(al.quantity - al.released_quantity), 0)
        from allocation_line al where al.request_line_id = rl.id)`;
}

/** A donor's goods are on it, or it begins or ends in the division. */
function shipmentSeen(scope: Scope): SQL {
  if (scope.role === 'foundation_staff') {
    return sql`exists (select from shipment_line sl join lot l on l.id = sl.lot_id
      join donation_line dl on dl.id = l.donation_line_id join donation d on d.id = dl.donation_id
      where sl.shipment_id = ${shipment.id} and d.donor_organisation_id = ${scope.organisationId}::uuid)`;
  }
  const below = `${scope.divisionPrefix}%`;
  return sql`${from.divisionCode} like ${below} or ${to.divisionCode} like ${below}`;
}
