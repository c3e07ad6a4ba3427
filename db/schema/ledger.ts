import { sql } from 'drizzle-orm';
import {
  bigint,
  boolean,
  check,
  date,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { item } from './catalogue';
import { donationLine } from './donation';

const LOOSE = sql.raw(`'00000000-0000-0000-0000-000000000000'`);
const OPENED = sql.raw(`'ffffffff-ffff-ffff-ffff-ffffffffffff'`);

/** One item, one size, one donation line, one production and best-before date; never changed once made. */
export const lot = pgTable(
  'lot',
  {
    id: uuid().primaryKey(),
    itemId: uuid('item_id')
      .notNull()
      .references(() => item.id),
    size: text().notNull().default(''),
    donationLineId: uuid('donation_line_id')
      .notNull()
      .references(() => donationLine.id),
    producedOn: date('produced_on'),
    bestBefore: date('best_before'),
    /** In the item's smallest unit; quantities are multiples of it until the packs are opened. */
    packSize: bigint('pack_size', { mode: 'number' }),
  },
  (t) => [
    index('lot_donation_line').on(t.donationLineId),
    index('lot_item').on(t.itemId, t.size, t.bestBefore),
    check('lot_pack_size', sql`${t.packSize} between 1 and 9999999999`),
    check('lot_dates', sql`${t.producedOn} <= ${t.bestBefore}`),
  ],
);

export const account = pgTable(
  'account',
  {
    id: uuid().primaryKey(),
    /** `accountKey` of app/domain/ledger. */
    key: text().notNull(),
    kind: text().notNull(),
    countyCode: text('county_code').notNull(),
    /** Where a parcel in this account is: the place of stock, quarantine and hold, the shipment of transit, else the account itself. */
    locationId: uuid('location_id').notNull(),
    placeId: uuid('place_id'),
    allocationLineId: uuid('allocation_line_id'),
    shipmentId: uuid('shipment_id'),
    organisationId: uuid('organisation_id'),
    programmeId: uuid('programme_id'),
    reason: text(),
  },
  (t) => [
    uniqueIndex('account_key').on(t.key),
    index('account_scope').on(t.countyCode, t.kind),
    index('account_place')
      .on(t.placeId, t.kind)
      .where(sql`${t.placeId} is not null`),
    index('account_allocation_line')
      .on(t.allocationLineId)
      .where(sql`${t.allocationLineId} is not null`),
  ],
);

/**
 * What an account holds of a lot, loose or in a parcel. Written by ledger_post alone; derived again from the lines it
 * must be equal. No foreign keys here and below: ledger_post, the one writer, has looked the rows up.
 */
export const balance = pgTable(
  'balance',
  {
    accountId: uuid('account_id').notNull(),
    lotId: uuid('lot_id').notNull(),
    parcelId: uuid('parcel_id').notNull(),
    quantity: bigint({ mode: 'number' }).notNull(),
    /** A donor's balance is what it has given, below zero. */
    isDonor: boolean('is_donor').notNull(),
    countyCode: text('county_code').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.accountId, t.lotId, t.parcelId] }),
    index('balance_scope').on(t.countyCode, t.lotId),
    index('balance_lot').on(t.lotId),
    index('balance_parcel')
      .on(t.parcelId)
      .where(sql`${t.parcelId} not in (${LOOSE}, ${OPENED})`),
    check('balance_not_negative', sql`${t.isDonor} or ${t.quantity} >= 0`),
  ],
);

/** Where a parcel's contents are now; its row is the lock under which a parcel is packed, moved and opened. */
export const parcelPosition = pgTable('parcel_position', {
  parcelId: uuid('parcel_id').primaryKey(),
  /** Null while the parcel holds nothing. */
  locationId: uuid('location_id'),
});

export const movement = pgTable(
  'movement',
  {
    id: uuid().primaryKey(),
    kind: text().notNull(),
    causeKind: text('cause_kind').notNull(),
    causeId: uuid('cause_id').notNull(),
    countyFrom: text('county_from').notNull(),
    countyTo: text('county_to').notNull(),
    occurredAt: timestamp('occurred_at', { withTimezone: true }).notNull(),
    recordedAt: timestamp('recorded_at', { withTimezone: true }).notNull(),
    reason: text(),
    reverses: uuid(),
    /** Of the whole content: the same id with another content is refused. */
    contentHash: uuid('content_hash').notNull(),
  },
  (t) => [
    index('movement_scope_from').on(t.countyFrom, t.recordedAt),
    // What stays in one county is found by county_from already.
    index('movement_scope_to')
      .on(t.countyTo, t.recordedAt)
      .where(sql`${t.countyTo} <> ${t.countyFrom}`),
    index('movement_cause').on(t.causeId),
    uniqueIndex('movement_reverses')
      .on(t.reverses)
      .where(sql`${t.reverses} is not null`),
  ],
);

export const movementLine = pgTable(
  'movement_line',
  {
    movementId: uuid('movement_id').notNull(),
    lineNo: integer('line_no').notNull(),
    lotId: uuid('lot_id').notNull(),
    fromAccountId: uuid('from_account_id').notNull(),
    fromParcelId: uuid('from_parcel_id').notNull(),
    toAccountId: uuid('to_account_id').notNull(),
    toParcelId: uuid('to_parcel_id').notNull(),
    quantity: bigint({ mode: 'number' }).notNull(),
    allocationLineId: uuid('allocation_line_id'),
  },
  (t) => [
    primaryKey({ columns: [t.movementId, t.lineNo] }),
    index('movement_line_lot').on(t.lotId, t.movementId),
    index('movement_line_from_parcel')
      .on(t.fromParcelId)
      .where(sql`${t.fromParcelId} not in (${LOOSE}, ${OPENED})`),
    index('movement_line_to_parcel')
      .on(t.toParcelId)
      .where(sql`${t.toParcelId} not in (${LOOSE}, ${OPENED})`),
    index('movement_line_allocation_line')
      .on(t.allocationLineId)
      .where(sql`${t.allocationLineId} is not null`),
    check('movement_line_quantity', sql`${t.quantity} between 1 and 9999999999`),
  ],
);
