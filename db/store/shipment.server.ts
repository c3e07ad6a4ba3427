import { and, asc, eq, gt, inArray, ne, sql } from 'drizzle-orm';
import type { Tx } from '~db/client.server';
import { allocation, allocationLine } from '~db/schema/allocation';
import { event } from '~db/schema/event';
import { account, balance, lot } from '~db/schema/ledger';
import { request } from '~db/schema/request';
import { overClaim, receipt, receiptLine, shipment, shipmentLine } from '~db/schema/shipment';
import { foldShipment, type ShipmentEvent, type ShipmentState } from '~/domain/shipment';
import { findGoodsPlace, type GoodsPlace } from './goods-place.server';

export type ShipmentRow = typeof shipment.$inferSelect;
export type ShipmentLineRow = typeof shipmentLine.$inferSelect;
export type NewShipmentLine = typeof shipmentLine.$inferInsert;

export interface LockedShipment {
  row: ShipmentRow;
  lines: (ShipmentLineRow & { packSize: number | null })[];
  from: GoodsPlace;
  to: GoodsPlace;
  /** What its events made of it. */
  state: ShipmentState;
}

/** Locks the shipment until the transaction ends; lines, receipts and claims are written under that lock alone. */
export async function lockShipment(tx: Tx, id: string): Promise<LockedShipment | undefined> {
  const [row] = await tx.select().from(shipment).where(eq(shipment.id, id)).for('update');
  if (!row) return undefined;
  const [lines, from, to, events] = await Promise.all([
    tx
      .select({ line: shipmentLine, packSize: lot.packSize })
      .from(shipmentLine)
      .innerJoin(lot, eq(lot.id, shipmentLine.lotId))
      .where(eq(shipmentLine.shipmentId, id))
      .orderBy(asc(shipmentLine.position)),
    findGoodsPlace(tx, row.fromPlaceId),
    findGoodsPlace(tx, row.toPlaceId),
    tx
      .select({ type: event.type, payload: event.payload })
      .from(event)
      .where(and(eq(event.aggregate, 'shipment'), eq(event.aggregateId, id)))
      .orderBy(asc(event.version)),
  ]);
  if (!from || !to) throw new Error(`shipment ${id} without its places`);
  return {
    row,
    lines: lines.map(({ line, packSize }) => ({ ...line, packSize })),
    from,
    to,
    state: foldShipment(events as ShipmentEvent[]),
  };
}

export async function insertShipment(
  tx: Tx,
  row: typeof shipment.$inferInsert,
  lines: NewShipmentLine[],
): Promise<void> {
  await tx.insert(shipment).values(row);
  await tx.insert(shipmentLine).values(lines);
}

/** Only while it is a draft: nothing refers to the lines yet. */
export async function replaceShipmentLines(
  tx: Tx,
  shipmentId: string,
  lines: NewShipmentLine[],
): Promise<void> {
  await tx.delete(shipmentLine).where(eq(shipmentLine.shipmentId, shipmentId));
  await tx.insert(shipmentLine).values(lines);
}

/** Writes what an event made of the shipment; status and version change nowhere else. */
export async function saveShipment(
  tx: Tx,
  id: string,
  next: Pick<ShipmentState, 'status' | 'version'>,
  changes: Partial<typeof shipment.$inferInsert> = {},
): Promise<void> {
  await tx
    .update(shipment)
    .set({ ...changes, status: next.status, version: next.version })
    .where(eq(shipment.id, id));
}

export async function insertReceipt(
  tx: Tx,
  row: typeof receipt.$inferInsert,
  lines: (typeof receiptLine.$inferInsert)[],
): Promise<void> {
  await tx.insert(receipt).values(row);
  await tx.insert(receiptLine).values(lines);
}

export async function markReceiptReversed(tx: Tx, id: string, now: Date): Promise<void> {
  await tx.update(receipt).set({ reversedAt: now }).where(eq(receipt.id, id));
}

/** Users who have received something of the shipment. */
export async function listReceivers(tx: Tx, shipmentId: string): Promise<string[]> {
  const rows = await tx
    .selectDistinct({ userId: receipt.receivedByUserId })
    .from(receipt)
    .where(eq(receipt.shipmentId, shipmentId));
  return rows.map((row) => row.userId);
}

export async function insertOverClaim(tx: Tx, row: typeof overClaim.$inferInsert): Promise<void> {
  await tx.insert(overClaim).values(row);
}

export async function findOverClaim(tx: Tx, id: string) {
  const [row] = await tx.select().from(overClaim).where(eq(overClaim.id, id));
  return row;
}

export async function saveOverClaim(
  tx: Tx,
  id: string,
  status: 'claimed' | 'confirmed' | 'refused',
  decidedByUserId: string | null,
): Promise<void> {
  await tx.update(overClaim).set({ status, decidedByUserId }).where(eq(overClaim.id, id));
}

/** Goods at a place that may go on a shipment: held for an allocation line, or free (`allocationLineId` null). */
export interface ShippableGoods {
  allocationLineId: string | null;
  lotId: string;
  parcelId: string;
  quantity: number;
  /** The place that the need is of; null for free goods. */
  destinationPlaceId: string | null;
  bestBefore: string | null;
}

export async function listShippable(
  tx: Tx,
  placeId: string,
  lotIds: readonly string[],
): Promise<ShippableGoods[]> {
  if (lotIds.length === 0) return [];
  return tx
    .select({
      allocationLineId: account.allocationLineId,
      lotId: balance.lotId,
      parcelId: balance.parcelId,
      quantity: balance.quantity,
      destinationPlaceId: request.placeId,
      bestBefore: lot.bestBefore,
    })
    .from(account)
    .innerJoin(balance, eq(balance.accountId, account.id))
    .innerJoin(lot, eq(lot.id, balance.lotId))
    .leftJoin(allocationLine, eq(allocationLine.id, account.allocationLineId))
    .leftJoin(allocation, eq(allocation.id, allocationLine.allocationId))
    .leftJoin(request, eq(request.id, allocation.requestId))
    .where(
      and(
        eq(account.placeId, placeId),
        inArray(account.kind, ['hold', 'stock']),
        inArray(balance.lotId, [...new Set(lotIds)]),
        gt(balance.quantity, 0),
      ),
    );
}

/** What other drafts from the place already list of these lots. */
export async function listDrafted(
  tx: Tx,
  placeId: string,
  lotIds: readonly string[],
  exceptShipmentId: string,
) {
  if (lotIds.length === 0) return [];
  return tx
    .select({
      allocationLineId: shipmentLine.allocationLineId,
      lotId: shipmentLine.lotId,
      parcelId: shipmentLine.parcelId,
      quantity: shipmentLine.quantity,
    })
    .from(shipmentLine)
    .innerJoin(shipment, eq(shipment.id, shipmentLine.shipmentId))
    .where(
      and(
        eq(shipment.fromPlaceId, placeId),
        eq(shipment.status, 'draft'),
        ne(shipment.id, exceptShipmentId),
        inArray(shipmentLine.lotId, [...new Set(lotIds)]),
      ),
    );
}

/** Everything that these parcels hold, wherever it stands. */
export async function listParcelContents(tx: Tx, parcelIds: readonly string[]) {
  if (parcelIds.length === 0) return [];
  return tx
    .select({ lotId: balance.lotId, parcelId: balance.parcelId, quantity: balance.quantity })
    .from(balance)
    .where(and(inArray(balance.parcelId, [...new Set(parcelIds)]), gt(balance.quantity, 0)));
}

/** What is on the road with a shipment now, by lot and parcel. */
export async function listInTransit(tx: Tx, shipmentId: string) {
  return tx
    .select({ lotId: balance.lotId, parcelId: balance.parcelId, quantity: balance.quantity })
    .from(account)
    .innerJoin(balance, eq(balance.accountId, account.id))
    .where(
      and(
        eq(account.kind, 'transit'),
        eq(account.shipmentId, shipmentId),
        sql`${balance.quantity} > 0`,
      ),
    )
    .orderBy(asc(balance.lotId), asc(balance.parcelId));
}
