import { and, asc, eq, inArray, isNull } from 'drizzle-orm';
import type { Scope } from '~/domain/actor';
import type { ShipmentEvent, ShipmentState } from '~/domain/shipment';
import { foldShipment, sendersOf } from '~/domain/shipment';
import type { Database, Tx } from '~db/client.server';
import { allocation, allocationLine } from '~db/schema/allocation';
import { authUser } from '~db/schema/auth';
import { donation, donationLine } from '~db/schema/donation';
import { event } from '~db/schema/event';
import { lot } from '~db/schema/ledger';
import { programme } from '~db/schema/organisation';
import { parcel } from '~db/schema/parcel';
import { request } from '~db/schema/request';
import { overClaim, receipt, receiptLine, shipment, shipmentLine } from '~db/schema/shipment';
import { fromPlace, shipmentInScope, toPlace } from './shipments.server';

type Reader = Database | Tx;

/** One shipment with its lines, or undefined where it is none the reader may see. */
export async function findShipment(db: Reader, scope: Scope, id: string) {
  const [row] = await db
    .select({
      head: shipment,
      from: {
        name: fromPlace.name,
        organisationId: fromPlace.organisationId,
        divisionCode: fromPlace.divisionCode,
      },
      to: {
        name: toPlace.name,
        kind: toPlace.kind,
        organisationId: toPlace.organisationId,
        divisionCode: toPlace.divisionCode,
      },
    })
    .from(shipment)
    .innerJoin(fromPlace, eq(fromPlace.id, shipment.fromPlaceId))
    .innerJoin(toPlace, eq(toPlace.id, shipment.toPlaceId))
    .where(and(eq(shipment.id, id), shipmentInScope(scope)));
  if (!row) return undefined;
  const { head, from, to } = row;
  const [lines, state, receipts, claims] = await Promise.all([
    linesOf(db, scope, id),
    stateOf(db, id),
    receiptsOf(db, id),
    db.select().from(overClaim).where(eq(overClaim.shipmentId, id)).orderBy(asc(overClaim.id)),
  ]);
  return {
    id,
    code: head.code,
    status: head.status,
    version: head.version,
    fromPlaceId: head.fromPlaceId,
    toPlaceId: head.toPlaceId,
    from,
    to,
    createdAt: head.createdAt.toISOString(),
    dispatchedAt: head.dispatchedAt?.toISOString() ?? null,
    senders: sendersOf(head),
    carrier: head.carrier,
    vehiclePlate: head.vehiclePlate,
    waybillNumber: head.waybillNumber,
    driver: seesDriver(scope) ? { name: head.driverName, phone: head.driverPhone } : undefined,
    lines,
    state,
    receipts,
    claims: claims.map((claim) => ({
      id: claim.id,
      lineId: claim.shipmentLineId,
      quantity: claim.quantity,
      status: claim.status,
    })),
  };
}
export type ShipmentFound = NonNullable<Awaited<ReturnType<typeof findShipment>>>;

/** Who has to find the lorry: both ends and their bureaus. */
function seesDriver(scope: Scope): boolean {
  return scope.role !== 'foundation_staff' && scope.role !== 'administrator';
}

/** A donor sees its own goods alone. */
async function linesOf(db: Reader, scope: Scope, shipmentId: string) {
  return db
    .select({
      id: shipmentLine.id,
      allocationLineId: shipmentLine.allocationLineId,
      lotId: shipmentLine.lotId,
      parcelId: shipmentLine.parcelId,
      parcelCode: parcel.code,
      quantity: shipmentLine.quantity,
      itemId: lot.itemId,
      size: lot.size,
      bestBefore: lot.bestBefore,
      packSize: lot.packSize,
      donationCode: donation.code,
      programmeName: programme.name,
    })
    .from(shipmentLine)
    .innerJoin(lot, eq(lot.id, shipmentLine.lotId))
    .innerJoin(donationLine, eq(donationLine.id, lot.donationLineId))
    .innerJoin(donation, eq(donation.id, donationLine.donationId))
    .leftJoin(parcel, eq(parcel.id, shipmentLine.parcelId))
    .leftJoin(allocationLine, eq(allocationLine.id, shipmentLine.allocationLineId))
    .leftJoin(allocation, eq(allocation.id, allocationLine.allocationId))
    .leftJoin(request, eq(request.id, allocation.requestId))
    .leftJoin(programme, eq(programme.id, request.programmeId))
    .where(
      and(
        eq(shipmentLine.shipmentId, shipmentId),
        scope.role === 'foundation_staff'
          ? eq(donation.donorOrganisationId, scope.organisationId)
          : undefined,
      ),
    )
    .orderBy(asc(shipmentLine.position));
}

async function stateOf(db: Reader, shipmentId: string): Promise<ShipmentState> {
  const events = await db
    .select({ type: event.type, payload: event.payload })
    .from(event)
    .where(and(eq(event.aggregate, 'shipment'), eq(event.aggregateId, shipmentId)))
    .orderBy(asc(event.version));
  return foldShipment(events as ShipmentEvent[]);
}

async function receiptsOf(db: Reader, shipmentId: string) {
  const rows = await db
    .select({
      id: receipt.id,
      occurredAt: receipt.occurredAt,
      receivedBy: authUser.name,
    })
    .from(receipt)
    .leftJoin(authUser, eq(authUser.id, receipt.receivedByUserId))
    .where(and(eq(receipt.shipmentId, shipmentId), isNull(receipt.reversedAt)))
    .orderBy(asc(receipt.id));
  if (rows.length === 0) return [];
  const lines = await db
    .select({
      receiptId: receiptLine.receiptId,
      lineId: receiptLine.shipmentLineId,
      received: receiptLine.receivedQuantity,
      damaged: receiptLine.damagedQuantity,
      lost: receiptLine.lostQuantity,
      reason: receiptLine.reason,
    })
    .from(receiptLine)
    .where(
      inArray(
        receiptLine.receiptId,
        rows.map((row) => row.id),
      ),
    )
    .orderBy(asc(receiptLine.id));
  return rows.map((row) => ({
    ...row,
    occurredAt: row.occurredAt.toISOString(),
    lines: lines.filter((line) => line.receiptId === row.id),
  }));
}
