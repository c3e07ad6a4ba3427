import { and, asc, eq, gt, inArray, like, or, sql, type SQL } from 'drizzle-orm';
import type { Database, Tx } from '~db/client.server';
import { item } from '~db/schema/catalogue';
import { donation, donationLine } from '~db/schema/donation';
import { account, balance, lot } from '~db/schema/ledger';
import { organisation, place, programme } from '~db/schema/organisation';
import { parcel } from '~db/schema/parcel';
import { request, requestLine } from '~db/schema/request';
import type { Scope } from '~/domain/actor';
import type { Urgency } from '~/domain/request';
import { whereaboutsOf } from './line-whereabouts.server';
import { promisableOf } from './pledge-remainders.server';
import { countyName, requestInScope, townshipName, urgencyRank } from './requests.server';

type Reader = Database | Tx;

export interface NeedFilter {
  itemId?: string | undefined;
  /** Six digits. */
  countyCode?: string | undefined;
  urgency?: Urgency | undefined;
  campaignId?: string | undefined;
  requestId?: string | undefined;
  requestLineId?: string | undefined;
  limit: number;
  offset: number;
}

/**
 * Approved and not yet allocated, most urgent first, then by need-by, then the older. `total` counts all pages.
 * What was allocated is added up once for all open lines: per line it would be thousands of small searches.
 */
export async function listOpenNeeds(db: Reader, scope: Scope, filter: NeedFilter) {
  const open = and(
    eq(request.status, 'approved'),
    requestInScope(scope),
    filter.itemId ? eq(requestLine.itemId, filter.itemId) : undefined,
    filter.countyCode ? eq(request.countyCode, filter.countyCode) : undefined,
    filter.urgency ? eq(request.urgency, filter.urgency) : undefined,
    filter.campaignId ? eq(request.campaignId, filter.campaignId) : undefined,
    filter.requestId ? eq(request.id, filter.requestId) : undefined,
    filter.requestLineId ? eq(requestLine.id, filter.requestLineId) : undefined,
  );
  const openLines = sql`select ${requestLine.id} from ${requestLine}
    join ${request} on ${request.id} = ${requestLine.requestId} where ${open}`;
  const allocated = sql`(coalesce(w.promised + w.held + w.on_the_road + w.at_centre + w.handed_out, 0))`;
  const remainder = sql<number>`(${requestLine.approvedQuantity} - ${allocated})`;
  const rows = await db
    .select({
      requestLineId: requestLine.id,
      requestId: request.id,
      version: request.version,
      itemId: requestLine.itemId,
      size: requestLine.size,
      sizeScheme: item.sizeScheme,
      unitCode: requestLine.unitCode,
      largerSizeServes: requestLine.largerSizeServes,
      approved: sql<number>`${requestLine.approvedQuantity}::float8`,
      remainder: sql<number>`${remainder}::float8`,
      urgency: request.urgency,
      needBy: request.needBy,
      divisionCode: request.divisionCode,
      group: programme.group,
      programmeName: programme.name,
      placeId: place.id,
      placeName: place.name,
      townshipName,
      countyName,
      total: sql<number>`count(*) over ()`.mapWith(Number),
    })
    .from(requestLine)
    .innerJoin(request, eq(request.id, requestLine.requestId))
    .innerJoin(item, eq(item.id, requestLine.itemId))
    .innerJoin(programme, eq(programme.id, request.programmeId))
    .innerJoin(place, eq(place.id, request.placeId))
    .leftJoin(sql`(${whereaboutsOf(openLines)}) w`, sql`w.request_line_id = ${requestLine.id}`)
    .where(and(open, sql`${remainder} > 0`))
    .orderBy(sql`${urgencyRank} desc`, asc(request.needBy), asc(requestLine.id))
    .limit(filter.limit)
    .offset(filter.offset);
  return { rows, total: rows[0]?.total ?? 0 };
}
export type OpenNeed = Awaited<ReturnType<typeof listOpenNeeds>>['rows'][number];

/** Where an officer may take goods from: places of the division and all below. */
export function placeToTakeFrom(scope: Scope): SQL | undefined {
  if (scope.role === 'administrator') return undefined;
  return like(place.divisionCode, `${scope.divisionPrefix}%`);
}

const binding = {
  donationLineId: donationLine.id,
  donationCode: donation.code,
  donorName: organisation.name,
  restrictedDivisionCode: donationLine.restrictedDivisionCode,
  restrictedGroup: donationLine.restrictedGroup,
  purpose: donationLine.purpose,
  placeId: place.id,
  placeName: place.name,
};

/** Free stock and goods held back of these items, with what their donors bound them to. Smallest units. */
export async function listGoods(db: Reader, scope: Scope, itemIds: readonly string[]) {
  if (itemIds.length === 0) return [];
  return db
    .select({
      ...binding,
      kind: account.kind,
      itemId: lot.itemId,
      lotId: lot.id,
      size: lot.size,
      producedOn: lot.producedOn,
      bestBefore: lot.bestBefore,
      packSize: lot.packSize,
      parcelId: balance.parcelId,
      parcelCode: parcel.code,
      free: balance.quantity,
    })
    .from(lot)
    .innerJoin(balance, eq(balance.lotId, lot.id))
    .innerJoin(account, eq(account.id, balance.accountId))
    .innerJoin(place, eq(place.id, account.placeId))
    .innerJoin(donationLine, eq(donationLine.id, lot.donationLineId))
    .innerJoin(donation, eq(donation.id, donationLine.donationId))
    .leftJoin(organisation, eq(organisation.id, donation.donorOrganisationId))
    .leftJoin(parcel, eq(parcel.id, balance.parcelId))
    .where(
      and(
        inArray(lot.itemId, [...new Set(itemIds)]),
        or(eq(account.kind, 'stock'), eq(account.kind, 'quarantine')),
        gt(balance.quantity, 0),
        placeToTakeFrom(scope),
      ),
    );
}
export type Goods = Awaited<ReturnType<typeof listGoods>>[number];

/** Accepted pledges of an item that something could still be promised from. */
export async function listPledges(db: Reader, scope: Scope, itemId: string) {
  const accepted = and(
    eq(donationLine.itemId, itemId),
    eq(donation.status, 'accepted'),
    placeToTakeFrom(scope),
  );
  const lines = sql`select ${donationLine.id} from ${donationLine}
    join ${donation} on ${donation.id} = ${donationLine.donationId}
    join ${place} on ${place.id} = ${donation.placeId} where ${accepted}`;
  return db
    .select({
      ...binding,
      itemId: donationLine.itemId,
      size: donationLine.size,
      producedOn: donationLine.producedOn,
      bestBefore: donationLine.bestBefore,
      deliverOn: donation.deliverOn,
      free: sql<number>`left_over.promisable`,
    })
    .from(donationLine)
    .innerJoin(donation, eq(donation.id, donationLine.donationId))
    .innerJoin(place, eq(place.id, donation.placeId))
    .leftJoin(organisation, eq(organisation.id, donation.donorOrganisationId))
    .innerJoin(
      sql`(${promisableOf(lines)}) left_over`,
      sql`left_over.donation_line_id = ${donationLine.id} and left_over.promisable > 0`,
    )
    .where(accepted)
    .orderBy(sql`${donation.deliverOn} nulls last`, asc(donationLine.id));
}
export type Pledge = Awaited<ReturnType<typeof listPledges>>[number];
