import { and, asc, eq, gt, ne, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { Scope } from '~/domain/actor';
import type { Database, Tx } from '~db/client.server';
import { allocation, allocationLine } from '~db/schema/allocation';
import { account, balance, lot } from '~db/schema/ledger';
import { place, programme } from '~db/schema/organisation';
import { parcel } from '~db/schema/parcel';
import { request } from '~db/schema/request';
import { shipment, shipmentLine } from '~db/schema/shipment';

const to = alias(place, 'to_place');

/**
 * Goods held at the reader's own places for needs elsewhere, first expired first; what drafts list already is taken off.
 * Quantities in smallest units.
 */
export async function listGoodsToSend(
  db: Database | Tx,
  scope: Scope,
  between: {
    fromPlaceId?: string | undefined;
    toPlaceId?: string | undefined;
    /** A draft that is drawn up anew: what it lists itself is still there to choose from. */
    butForShipmentId?: string | undefined;
  } = {},
) {
  const drafted = quantityDrafted(db, between.butForShipmentId);
  const rows = await db
    .select({
      fromPlaceId: place.id,
      fromName: place.name,
      toPlaceId: to.id,
      toName: to.name,
      allocationLineId: allocationLine.id,
      lotId: lot.id,
      parcelId: balance.parcelId,
      parcelCode: parcel.code,
      itemId: lot.itemId,
      size: lot.size,
      bestBefore: lot.bestBefore,
      packSize: lot.packSize,
      programmeName: programme.name,
      needBy: request.needBy,
      left: sql<string>`${balance.quantity} - (${drafted})`.mapWith(Number),
    })
    .from(account)
    .innerJoin(place, eq(place.id, account.placeId))
    .innerJoin(balance, eq(balance.accountId, account.id))
    .innerJoin(lot, eq(lot.id, balance.lotId))
    .innerJoin(allocationLine, eq(allocationLine.id, account.allocationLineId))
    .innerJoin(allocation, eq(allocation.id, allocationLine.allocationId))
    .innerJoin(request, eq(request.id, allocation.requestId))
    .innerJoin(programme, eq(programme.id, request.programmeId))
    .innerJoin(to, eq(to.id, request.placeId))
    .leftJoin(parcel, eq(parcel.id, balance.parcelId))
    .where(
      and(
        eq(account.kind, 'hold'),
        gt(balance.quantity, 0),
        eq(place.organisationId, scope.organisationId),
        ne(to.id, place.id),
        between.fromPlaceId ? eq(place.id, between.fromPlaceId) : undefined,
        between.toPlaceId ? eq(to.id, between.toPlaceId) : undefined,
      ),
    )
    .orderBy(
      asc(request.needBy),
      asc(to.name),
      sql`${lot.bestBefore} nulls last`,
      asc(lot.id),
      asc(balance.parcelId),
    );
  return rows.filter((row) => row.left > 0);
}
export type GoodsToSendRow = Awaited<ReturnType<typeof listGoodsToSend>>[number];

/** What drafts list of the goods of a row, one of them left out. */
function quantityDrafted(db: Database | Tx, butForShipmentId: string | undefined) {
  return db
    .select({ quantity: sql`coalesce(sum(${shipmentLine.quantity}), 0)`.as('quantity') })
    .from(shipmentLine)
    .innerJoin(shipment, eq(shipment.id, shipmentLine.shipmentId))
    .where(
      and(
        eq(shipment.status, 'draft'),
        butForShipmentId ? ne(shipment.id, butForShipmentId) : undefined,
        eq(shipment.fromPlaceId, account.placeId),
        eq(shipmentLine.allocationLineId, account.allocationLineId),
        eq(shipmentLine.lotId, balance.lotId),
        eq(shipmentLine.parcelId, balance.parcelId),
      ),
    );
}
