import { sql } from 'drizzle-orm';
import { bigint, check, index, integer, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import { allocationLine } from './allocation';
import { place } from './organisation';

export const shipment = pgTable(
  'shipment',
  {
    id: uuid('id').primaryKey(),
    code: text('code').notNull().unique(),
    fromPlaceId: uuid('from_place_id')
      .notNull()
      .references(() => place.id),
    toPlaceId: uuid('to_place_id')
      .notNull()
      .references(() => place.id),
    fromCountyCode: text('from_county_code').notNull(),
    toCountyCode: text('to_county_code').notNull(),
    status: text('status')
      .$type<'draft' | 'dispatched' | 'partly_received' | 'received' | 'cancelled'>()
      .notNull(),
    carrier: text('carrier'),
    vehiclePlate: text('vehicle_plate'),
    driverName: text('driver_name'),
    driverPhone: text('driver_phone'),
    waybillNumber: text('waybill_number'),
    dispatchedByUserId: uuid('dispatched_by_user_id'),
    dispatchedAt: timestamp('dispatched_at', { withTimezone: true }),
    createdByUserId: uuid('created_by_user_id').notNull(),
    createdAt: timestamp('created_at', { withTimezone: true }).notNull(),
    version: integer('version').notNull().default(1),
  },
  (t) => [
    index('shipment_from').on(t.fromCountyCode, t.fromPlaceId, t.status),
    index('shipment_to').on(t.toCountyCode, t.toPlaceId, t.status),
  ],
);

/** What is to go, or went: from the hold of an allocation line, loose or in a parcel. */
export const shipmentLine = pgTable(
  'shipment_line',
  {
    id: uuid('id').primaryKey(),
    shipmentId: uuid('shipment_id')
      .notNull()
      .references(() => shipment.id),
    position: integer('position').notNull(),
    allocationLineId: uuid('allocation_line_id').references(() => allocationLine.id),
    lotId: uuid('lot_id').notNull(),
    /** The nil UUID for loose goods, as in the ledger. */
    parcelId: uuid('parcel_id').notNull(),
    quantity: bigint('quantity', { mode: 'number' }).notNull(),
  },
  (t) => [
    index('shipment_line_shipment').on(t.shipmentId),
    index('shipment_line_allocation').on(t.allocationLineId),
    check('shipment_line_quantity', sql`${t.quantity} > 0`),
  ],
);

/** One receiving; a shipment may have many. */
export const receipt = pgTable(
  'receipt',
  {
    id: uuid('id').primaryKey(),
    shipmentId: uuid('shipment_id')
      .notNull()
      .references(() => shipment.id),
    receivedByUserId: uuid('received_by_user_id').notNull(),
    occurredAt: timestamp('occurred_at', { withTimezone: true }).notNull(),
    recordedAt: timestamp('recorded_at', { withTimezone: true }).notNull(),
    /** A mistaken receipt is undone by reversal: it stays, and counts no more. */
    reversedAt: timestamp('reversed_at', { withTimezone: true }),
  },
  (t) => [index('receipt_shipment').on(t.shipmentId)],
);

/** What one receiving found of one shipment line. What is neither is still on the road. */
export const receiptLine = pgTable(
  'receipt_line',
  {
    id: uuid('id').primaryKey(),
    receiptId: uuid('receipt_id')
      .notNull()
      .references(() => receipt.id),
    shipmentLineId: uuid('shipment_line_id')
      .notNull()
      .references(() => shipmentLine.id),
    receivedQuantity: bigint('received_quantity', { mode: 'number' }).notNull().default(0),
    damagedQuantity: bigint('damaged_quantity', { mode: 'number' }).notNull().default(0),
    lostQuantity: bigint('lost_quantity', { mode: 'number' }).notNull().default(0),
    /** A fixed word, where something was short, damaged or lost. */
    reason: text('reason'),
  },
  (t) => [index('receipt_line_shipment_line').on(t.shipmentLineId)],
);

/** More came than was sent: nobody's balance until the sender confirms, which posts it as an extra dispatch. */
export const overClaim = pgTable(
  'over_claim',
  {
    id: uuid('id').primaryKey(),
    shipmentId: uuid('shipment_id')
      .notNull()
      .references(() => shipment.id),
    shipmentLineId: uuid('shipment_line_id')
      .notNull()
      .references(() => shipmentLine.id),
    quantity: bigint('quantity', { mode: 'number' }).notNull(),
    status: text('status').$type<'claimed' | 'confirmed' | 'refused'>().notNull(),
    claimedByUserId: uuid('claimed_by_user_id').notNull(),
    decidedByUserId: uuid('decided_by_user_id'),
    createdAt: timestamp('created_at', { withTimezone: true }).notNull(),
  },
  (t) => [index('over_claim_shipment').on(t.shipmentId)],
);
