import { sql } from 'drizzle-orm';
import { bigint, check, index, integer, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import { allocationPlan } from './allocation-plan';
import { donationLine } from './donation';
import { organisation, place } from './organisation';
import { request, requestLine } from './request';

/** Who decided which goods go to one request. Goods held are in the ledger's hold accounts, by allocation line. */
export const allocation = pgTable(
  'allocation',
  {
    id: uuid('id').primaryKey(),
    requestId: uuid('request_id')
      .notNull()
      .references(() => request.id),
    /** The bureau that decided. */
    organisationId: uuid('organisation_id')
      .notNull()
      .references(() => organisation.id),
    /** The plan that it carries out; none where a person picked by hand. */
    planId: uuid('plan_id').references(() => allocationPlan.id),
    countyCode: text('county_code').notNull(),
    status: text('status').$type<'active' | 'released'>().notNull(),
    reason: text('reason'),
    allocatedByUserId: uuid('allocated_by_user_id').notNull(),
    createdAt: timestamp('created_at', { withTimezone: true }).notNull(),
    version: integer('version').notNull().default(1),
  },
  (t) => [index('allocation_request').on(t.requestId), index('allocation_plan_id').on(t.planId)],
);

/**
 * Goods for one request line. With a lot they are held; with `lotId` none it is a promise on a pledge not yet in,
 * held in the transaction of the intake.
 */
export const allocationLine = pgTable(
  'allocation_line',
  {
    id: uuid('id').primaryKey(),
    allocationId: uuid('allocation_id')
      .notNull()
      .references(() => allocation.id),
    requestLineId: uuid('request_line_id')
      .notNull()
      .references(() => requestLine.id),
    donationLineId: uuid('donation_line_id')
      .notNull()
      .references(() => donationLine.id),
    lotId: uuid('lot_id'),
    /** The place the goods lie at or will come in at. */
    placeId: uuid('place_id')
      .notNull()
      .references(() => place.id),
    quantity: bigint('quantity', { mode: 'number' }).notNull(),
    /** What was given back to free stock or never came; live quantity is quantity − released. */
    releasedQuantity: bigint('released_quantity', { mode: 'number' }).notNull().default(0),
  },
  (t) => [
    index('allocation_line_allocation').on(t.allocationId),
    index('allocation_line_request_line').on(t.requestLineId),
    index('allocation_line_donation_line').on(t.donationLineId),
    check('allocation_line_quantity', sql`${t.quantity} > 0`),
    check(
      'allocation_line_released',
      sql`${t.releasedQuantity} >= 0 and ${t.releasedQuantity} <= ${t.quantity}`,
    ),
  ],
);
