import { and, eq, inArray, like, sql } from 'drizzle-orm';
import type { Database, Tx } from '~db/client.server';
import { item } from '~db/schema/catalogue';
import { donation, donationLine } from '~db/schema/donation';
import { place, programme } from '~db/schema/organisation';
import { request, requestLine } from '~db/schema/request';
import type { Scope } from '~/domain/actor';
import type { PlanNeed, PlanPoint, PlanProblem, PlanSupply } from '~/domain/allocation/problem';
import { divisionPrefix } from '~/domain/division';
import { wholeOf } from '~/domain/fefo';
import { LOOSE } from '~/domain/ledger';
import { listGoods, placeToTakeFrom } from './desk.server';
import { listItemsById } from './items.server';
import { whereaboutsOf } from './line-whereabouts.server';
import { placePoints } from './place-points.server';
import { findRoomLeft } from './place-room.server';
import { promisableOf } from './pledge-remainders.server';

type Reader = Database | Tx;

export interface PlanReach {
  /** Whose needs are served, 12 digits; '' for all. */
  needDivisionCode: string;
  campaignId: string | null;
  /** None: all that is needed. */
  itemIds: readonly string[];
  /** What a programme was given in so many days still counts. */
  receivedWindowDays: number;
}

/**
 * What is free and what is needed, as a plan is solved on it. Goods are taken from places within the scope. Read it in a
 * transaction of repeatable read, so that all of it is of one moment.
 */
export async function readPlanGoods(
  db: Reader,
  scope: Scope,
  reach: PlanReach,
): Promise<Pick<PlanProblem, 'supplies' | 'needs'>> {
  const needs = await listNeeds(db, reach);
  const itemIds = [...new Set(needs.map((need) => need.itemId))];
  const stock = await listStock(db, scope, itemIds);
  const pledged = await listPledged(db, scope, itemIds);
  return { needs, supplies: [...stock, ...pledged] };
}

async function listNeeds(db: Reader, reach: PlanReach): Promise<PlanNeed[]> {
  const open = and(
    eq(request.status, 'approved'),
    like(
      request.divisionCode,
      `${reach.needDivisionCode === '' ? '' : divisionPrefix(reach.needDivisionCode)}%`,
    ),
    reach.campaignId ? eq(request.campaignId, reach.campaignId) : undefined,
    reach.itemIds.length > 0 ? inArray(requestLine.itemId, [...reach.itemIds]) : undefined,
  );
  const openLines = sql`select ${requestLine.id} from ${requestLine}
    join ${request} on ${request.id} = ${requestLine.requestId} where ${open}`;
  const allocated = sql<number>`coalesce(w.promised + w.held + w.on_the_road + w.at_centre + w.handed_out, 0)::float8`;
  const rows = await db
    .select({
      id: requestLine.id,
      requestId: request.id,
      placeId: request.placeId,
      programmeId: request.programmeId,
      itemId: requestLine.itemId,
      size: requestLine.size,
      sizeScheme: item.sizeScheme,
      largerSizeServes: requestLine.largerSizeServes,
      approved: requestLine.approvedQuantity,
      allocated,
      earlier: sql<number>`coalesce(earlier.quantity, 0)::float8`,
      urgency: request.urgency,
      needBy: request.needBy,
      headCount: request.headCount,
      divisionCode: request.divisionCode,
      group: programme.group,
    })
    .from(requestLine)
    .innerJoin(request, eq(request.id, requestLine.requestId))
    .innerJoin(item, eq(item.id, requestLine.itemId))
    .innerJoin(programme, eq(programme.id, request.programmeId))
    .innerJoin(place, eq(place.id, request.placeId))
    .leftJoin(sql`(${whereaboutsOf(openLines)}) w`, sql`w.request_line_id = ${requestLine.id}`)
    .leftJoin(sql`lateral (${givenOnOtherRequests(reach.receivedWindowDays)}) earlier`, sql`true`)
    .where(and(open, sql`${requestLine.approvedQuantity} > ${allocated}`))
    .orderBy(requestLine.id);
  const points = await pointsOf(db, rows);
  const room = await findRoomLeft(
    db,
    rows.map((row) => row.placeId),
  );
  return rows.map(({ approved, allocated: given, earlier, divisionCode, group, ...row }) => ({
    id: row.id,
    requestId: row.requestId,
    placeId: row.placeId,
    programmeId: row.programmeId,
    itemId: row.itemId,
    size: row.size,
    sizeScheme: row.sizeScheme,
    largerSizeServes: row.largerSizeServes,
    quantity: (approved ?? 0) - given,
    receivedBefore: given + earlier,
    urgency: row.urgency,
    needBy: row.needBy,
    headCount: row.headCount,
    use: { divisionCode, group },
    ...pointIn(points, row.placeId),
    ...(room.has(row.placeId) && { capacityLeftMl: room.get(row.placeId) }),
  }));
}

/** SQL: what the same programme was given of the same item and size on its other requests, lately. */
function givenOnOtherRequests(days: number) {
  return sql`
    select sum(al.quantity - al.released_quantity) as quantity
    from request r2
    join request_line rl2 on rl2.request_id = r2.id
    join allocation_line al on al.request_line_id = rl2.id
    join allocation a on a.id = al.allocation_id
    where r2.programme_id = ${request.programmeId} and r2.id <> ${request.id}
      and rl2.item_id = ${requestLine.itemId} and rl2.size = ${requestLine.size}
      and a.created_at > now() - make_interval(days => ${days})`;
}

async function listStock(
  db: Reader,
  scope: Scope,
  itemIds: readonly string[],
): Promise<PlanSupply[]> {
  const goods = await listGoods(db, scope, itemIds);
  const items = new Map((await listItemsById(db, itemIds)).map((one) => [one.id, one]));
  const points = await pointsOf(db, goods);
  return goods
    .map((one): PlanSupply => ({
      id: `${one.lotId}.${one.parcelId}.${one.placeId}${one.kind === 'quarantine' ? '.q' : ''}`,
      lotId: one.lotId,
      donationLineId: one.donationLineId,
      parcelId: one.parcelId,
      placeId: one.placeId,
      itemId: one.itemId,
      size: one.size,
      quantity: one.free,
      packSize: wholeOf({ parcelId: one.parcelId, packSize: one.packSize ?? undefined }),
      ...(one.producedOn && { producedOn: one.producedOn }),
      ...(one.bestBefore && { bestBefore: one.bestBefore }),
      quarantined: one.kind === 'quarantine',
      restriction: restrictionOf(one),
      ...pointIn(points, one.placeId),
      unitWeightMg: items.get(one.itemId)?.weightMg ?? 0,
      unitVolumeUl: items.get(one.itemId)?.volumeUl ?? 0,
    }))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** What accepted pledges still hold, not yet in. */
async function listPledged(
  db: Reader,
  scope: Scope,
  itemIds: readonly string[],
): Promise<PlanSupply[]> {
  if (itemIds.length === 0) return [];
  const accepted = and(
    inArray(donationLine.itemId, [...itemIds]),
    eq(donation.status, 'accepted'),
    placeToTakeFrom(scope),
  );
  const lines = sql`select ${donationLine.id} from ${donationLine}
    join ${donation} on ${donation.id} = ${donationLine.donationId}
    join ${place} on ${place.id} = ${donation.placeId} where ${accepted}`;
  const rows = await db
    .select({
      donationLineId: donationLine.id,
      itemId: donationLine.itemId,
      size: donationLine.size,
      producedOn: donationLine.producedOn,
      bestBefore: donationLine.bestBefore,
      restrictedDivisionCode: donationLine.restrictedDivisionCode,
      restrictedGroup: donationLine.restrictedGroup,
      purpose: donationLine.purpose,
      deliverOn: donation.deliverOn,
      placeId: place.id,
      unitWeightMg: item.weightMg,
      unitVolumeUl: item.volumeUl,
      left: sql<number>`left_over.promisable`,
    })
    .from(donationLine)
    .innerJoin(donation, eq(donation.id, donationLine.donationId))
    .innerJoin(place, eq(place.id, donation.placeId))
    .innerJoin(item, eq(item.id, donationLine.itemId))
    .innerJoin(
      sql`(${promisableOf(lines)}) left_over`,
      sql`left_over.donation_line_id = ${donationLine.id} and left_over.promisable > 0`,
    )
    .where(accepted)
    .orderBy(donationLine.id);
  const points = await pointsOf(db, rows);
  return rows.map((row) => ({
    id: `pledge.${row.donationLineId}`,
    lotId: null,
    donationLineId: row.donationLineId,
    parcelId: LOOSE,
    placeId: row.placeId,
    itemId: row.itemId,
    size: row.size,
    quantity: row.left,
    packSize: 1,
    ...(row.producedOn && { producedOn: row.producedOn }),
    ...(row.bestBefore && { bestBefore: row.bestBefore }),
    quarantined: false,
    restriction: restrictionOf(row),
    ...pointIn(points, row.placeId),
    unitWeightMg: row.unitWeightMg,
    unitVolumeUl: row.unitVolumeUl,
    ...(row.deliverOn && { arrivesOn: row.deliverOn }),
  }));
}

function restrictionOf(
  row: Pick<
    typeof donationLine.$inferSelect,
    'restrictedDivisionCode' | 'restrictedGroup' | 'purpose'
  >,
): PlanSupply['restriction'] {
  const { restrictedDivisionCode, restrictedGroup, purpose } = row;
  return {
    ...(restrictedDivisionCode && { divisionCode: restrictedDivisionCode }),
    ...(restrictedGroup && { group: restrictedGroup }),
    ...(purpose && { purpose }),
  };
}

/** Where a place is, as far as it is known; a cluster of villages has at least its township's point. */
function pointIn(points: ReadonlyMap<string, PlanPoint>, placeId: string): { point?: PlanPoint } {
  const point = points.get(placeId);
  return point ? { point: { latitude: point.latitude, longitude: point.longitude } } : {};
}

function pointsOf(db: Reader, rows: readonly { placeId: string }[]) {
  return placePoints(db, [...new Set(rows.map((row) => row.placeId))]);
}
