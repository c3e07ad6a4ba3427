import { index, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import { place } from './organisation';

/** A labelled box or bag. What it holds and where it is are balances; this row is its label. */
export const parcel = pgTable(
  'parcel',
  {
    id: uuid('id').primaryKey(),
    code: text('code').notNull().unique(),
    kind: text('kind').$type<'box' | 'bag'>().notNull(),
    /** The place it was packed at. */
    placeId: uuid('place_id')
      .notNull()
      .references(() => place.id),
    countyCode: text('county_code').notNull(),
    packedByUserId: uuid('packed_by_user_id').notNull(),
    createdAt: timestamp('created_at', { withTimezone: true }).notNull(),
  },
  (t) => [index('parcel_place').on(t.countyCode, t.placeId)],
);
