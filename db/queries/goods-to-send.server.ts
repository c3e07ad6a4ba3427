import { and, asc, eq, gt, isNull, ne, or, sql } from 'drizzle-orm';
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

/** Goods for a draft that is drawn up anew: what may go besides, and all that it lists, free stock and goods by way of a depot too. */
export async function listGoodsForDraft(
  db: Database | Tx,
  scope: Scope,
  { shipmentId, ...between }: { fromPlaceId: string; toPlaceId: string; shipmentId: string },
): Promise<GoodsForDraftRow[]> {
  const held = await listGoodsToSend(db, scope, { ...between, butForShipmentId: shipmentId });
  const listed = await goodsOfDraft(db, scope, shipmentId);
  const isHeld = (row: GoodsForDraftRow) =>
    held.some(
      (one) =>
        one.allocationLineId === row.allocationLineId &&
        one.lotId === row.lotId &&
        one.parcelId === row.parcelId,
    );
  return [...held, ...listed.filter((row) => !isHeld(row))];
}

/** The lines of a draft with what lies there for each, nothing of it too. */
function goodsOfDraft(db: Database | Tx, scope: Scope, shipmentId: string) {
  const drafted = quantityDrafted(db, shipmentId);
  return db
    .select({
      allocationLineId: shipmentLine.allocationLineId,
      lotId: lot.id,
      parcelId: shipmentLine.parcelId,
      parcelCode: parcel.code,
      itemId: lot.itemId,
      size: lot.size,
      bestBefore: lot.bestBefore,
      packSize: lot.packSize,
      programmeName: programme.name,
      left: sql<string>`greatest(0, coalesce(${balance.quantity}, 0) - (${drafted}))`.mapWith(
        Number,
      ),
    })
    .from(shipmentLine)
    .innerJoin(shipment, eq(shipment.id, shipmentLine.shipmentId))
    .innerJoin(place, eq(place.id, shipment.fromPlaceId))
    .innerJoin(lot, eq(lot.id, shipmentLine.lotId))
    .leftJoin(
      account,
      and(
        eq(account.placeId, place.id),
        or(
          eq(account.allocationLineId, shipmentLine.allocationLineId),
          and(isNull(shipmentLine.allocationLineId), eq(account.kind, 'stock')),
        ),
      ),
    )
    .leftJoin(
      balance,
      and(
        eq(balance.accountId, account.id),
        eq(balance.lotId, lot.id),
        eq(balance.parcelId, shipmentLine.parcelId),
      ),
    )
    .leftJoin(allocationLine, eq(allocationLine.id, shipmentLine.allocationLineId))
    .leftJoin(allocation, eq(allocation.id, allocationLine.allocationId))
    .leftJoin(request, eq(request.id, allocation.requestId))
    .leftJoin(programme, eq(programme.id, request.programmeId))
    .leftJoin(parcel, eq(parcel.id, shipmentLine.parcelId))
    .where(and(eq(shipment.id, shipmentId), eq(place.organisationId, scope.organisationId)))
    .orderBy(asc(shipmentLine.position));
}
export type GoodsForDraftRow = Awaited<ReturnType<typeof goodsOfDraft>>[number];

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
        // Not "is not distinct from", which no index serves.
        or(
          eq(shipmentLine.allocationLineId, account.allocationLineId),
          and(isNull(shipmentLine.allocationLineId), isNull(account.allocationLineId)),
        ),
        eq(shipmentLine.lotId, balance.lotId),
        eq(shipmentLine.parcelId, balance.parcelId),
      ),
    );
}
