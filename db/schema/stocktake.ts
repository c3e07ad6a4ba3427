import { bigint, index, integer, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import { place } from './organisation';

/** A counting of free stock at one place; differences post as adjust, lose or find. */
export const stocktake = pgTable(
  'stocktake',
  {
    id: uuid('id').primaryKey(),
    placeId: uuid('place_id')
      .notNull()
      .references(() => place.id),
    countyCode: text('county_code').notNull(),
    countedByUserId: uuid('counted_by_user_id').notNull(),
    occurredAt: timestamp('occurred_at', { withTimezone: true }).notNull(),
    recordedAt: timestamp('recorded_at', { withTimezone: true }).notNull(),
    version: integer('version').notNull().default(1),
  },
  (t) => [index('stocktake_place').on(t.countyCode, t.placeId)],
);

export const stocktakeLine = pgTable(
  'stocktake_line',
  {
    id: uuid('id').primaryKey(),
    stocktakeId: uuid('stocktake_id')
      .notNull()
      .references(() => stocktake.id),
    lotId: uuid('lot_id').notNull(),
    parcelId: uuid('parcel_id').notNull(),
    bookQuantity: bigint('book_quantity', { mode: 'number' }).notNull(),
    countedQuantity: bigint('counted_quantity', { mode: 'number' }).notNull(),
    reason: text('reason'),
  },
  (t) => [index('stocktake_line_stocktake').on(t.stocktakeId)],
);
