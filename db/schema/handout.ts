import { sql } from 'drizzle-orm';
import {
  bigint,
  check,
  date,
  foreignKey,
  index,
  integer,
  pgTable,
  text,
  timestamp,
  unique,
  uuid,
} from 'drizzle-orm/pg-core';
import { item } from './catalogue';
import { place, programme } from './organisation';
import { requestLine } from './request';

/** A hand-out list: one programme, one day. */
export const handout = pgTable(
  'handout',
  {
    id: uuid('id').primaryKey(),
    programmeId: uuid('programme_id')
      .notNull()
      .references(() => programme.id),
    placeId: uuid('place_id')
      .notNull()
      .references(() => place.id),
    organisationId: uuid('organisation_id').notNull(),
    countyCode: text('county_code').notNull(),
    handoutOn: date('handout_on').notNull(),
    status: text('status').$type<'open' | 'closed'>().notNull(),
    createdByUserId: uuid('created_by_user_id').notNull(),
    createdAt: timestamp('created_at', { withTimezone: true }).notNull(),
    version: integer('version').notNull().default(1),
  },
  (t) => [index('handout_place').on(t.countyCode, t.placeId, t.handoutOn)],
);

/** One person's or household's due (应发) of one item; the size is free within stock until it is handed out. */
export const handoutLine = pgTable(
  'handout_line',
  {
    id: uuid('id').primaryKey(),
    handoutId: uuid('handout_id')
      .notNull()
      .references(() => handout.id),
    position: integer('position').notNull(),
    personId: uuid('person_id'),
    householdId: uuid('household_id'),
    /** How many people, where the programme's recipients are not kept by name. */
    unnamedCount: integer('unnamed_count'),
    requestLineId: uuid('request_line_id')
      .notNull()
      .references(() => requestLine.id),
    itemId: uuid('item_id')
      .notNull()
      .references(() => item.id),
    entitledQuantity: bigint('entitled_quantity', { mode: 'number' }).notNull(),
  },
  (t) => [
    unique('handout_line_position').on(t.handoutId, t.position),
    unique('handout_line_of_handout').on(t.id, t.handoutId),
    index('handout_line_request_line').on(t.requestLineId),
    index('handout_line_person').on(t.personId),
    index('handout_line_household').on(t.householdId),
    check('handout_line_quantity', sql`${t.entitledQuantity} > 0`),
    check(
      'handout_line_whose',
      sql`num_nonnulls(${t.personId}, ${t.householdId}, ${t.unnamedCount}) = 1 and coalesce(${t.unnamedCount}, 1) > 0`,
    ),
  ],
);

/** A sign-off with its id from the device. `disputed`: signed, but the goods could not be posted. */
export const signOff = pgTable(
  'sign_off',
  {
    id: uuid('id').primaryKey(),
    handoutLineId: uuid('handout_line_id').notNull(),
    handoutId: uuid('handout_id').notNull(),
    countyCode: text('county_code').notNull(),
    status: text('status').$type<'posted' | 'disputed' | 'reversed'>().notNull(),
    outcome: text('outcome').$type<'full' | 'partial' | 'refused' | 'absent'>().notNull(),
    lotId: uuid('lot_id'),
    allocationLineId: uuid('allocation_line_id'),
    quantity: bigint('quantity', { mode: 'number' }).notNull(),
    /** The size that was named in signing; none where there was one alone, or none. */
    size: text('size'),
    collectedBy: text('collected_by').$type<'self' | 'proxy'>().notNull(),
    /** Fixed word: guardian, spouse, child, relative, neighbour, teacher, other. The proxy's name is erasable text. */
    proxyRelationship: text('proxy_relationship'),
    signatureTextId: uuid('signature_text_id'),
    proxyNameTextId: uuid('proxy_name_text_id'),
    movementId: uuid('movement_id'),
    reversalMovementId: uuid('reversal_movement_id'),
    reversalReason: text('reversal_reason'),
    disputeCode: text('dispute_code'),
    signedAt: timestamp('signed_at', { withTimezone: true }).notNull(),
    recordedAt: timestamp('recorded_at', { withTimezone: true }).notNull(),
    recordedByUserId: uuid('recorded_by_user_id').notNull(),
    version: integer('version').notNull().default(1),
  },
  (t) => [
    // The line with its list in one check: of the list's row alone, all who sign on one day would queue for the lock.
    foreignKey({
      name: 'sign_off_line_of_handout',
      columns: [t.handoutLineId, t.handoutId],
      foreignColumns: [handoutLine.id, handoutLine.handoutId],
    }),
    index('sign_off_line').on(t.handoutLineId),
    index('sign_off_handout').on(t.handoutId),
    check('sign_off_quantity', sql`${t.quantity} >= 0`),
  ],
);
