import { sql } from 'drizzle-orm';
import {
  bigint,
  boolean,
  check,
  date,
  index,
  integer,
  pgTable,
  text,
  timestamp,
  unique,
  uuid,
} from 'drizzle-orm/pg-core';
import type { CutReason } from '~/domain/request';
import { item } from './catalogue';
import { campaign } from './donation';
import { organisation, place, programme } from './organisation';

export const request = pgTable(
  'request',
  {
    id: uuid('id').primaryKey(),
    programmeId: uuid('programme_id')
      .notNull()
      .references(() => programme.id),
    placeId: uuid('place_id')
      .notNull()
      .references(() => place.id),
    organisationId: uuid('organisation_id')
      .notNull()
      .references(() => organisation.id),
    campaignId: uuid('campaign_id').references(() => campaign.id),
    divisionCode: text('division_code').notNull(),
    countyCode: text('county_code').notNull(),
    status: text('status')
      .$type<'draft' | 'submitted' | 'returned' | 'approved' | 'withdrawn' | 'closed'>()
      .notNull(),
    headCount: integer('head_count').notNull(),
    needBy: date('need_by').notNull(),
    urgency: text('urgency').$type<'normal' | 'urgent' | 'critical'>().notNull(),
    urgencyReason: text('urgency_reason'),
    /** What the bureau wrote when it returned or cut the request. */
    decisionReason: text('decision_reason'),
    submittedByUserId: uuid('submitted_by_user_id'),
    createdAt: timestamp('created_at', { withTimezone: true }).notNull(),
    version: integer('version').notNull().default(1),
  },
  (t) => [
    index('request_county').on(t.countyCode, t.status, t.needBy),
    index('request_place').on(t.placeId),
    check('request_head_count', sql`${t.headCount} > 0`),
  ],
);

export const requestLine = pgTable(
  'request_line',
  {
    id: uuid('id').primaryKey(),
    requestId: uuid('request_id')
      .notNull()
      .references(() => request.id),
    position: integer('position').notNull(),
    itemId: uuid('item_id')
      .notNull()
      .references(() => item.id),
    size: text('size').notNull().default(''),
    quantity: bigint('quantity', { mode: 'number' }).notNull(),
    unitCode: text('unit_code').notNull(),
    largerSizeServes: boolean('larger_size_serves').notNull().default(false),
    /** Set at approval; less than `quantity` where the bureau cut it. */
    approvedQuantity: bigint('approved_quantity', { mode: 'number' }),
    cutReason: text('cut_reason').$type<CutReason>(),
  },
  (t) => [
    unique('request_line_position').on(t.requestId, t.position),
    index('request_line_item').on(t.itemId),
    check('request_line_quantity', sql`${t.quantity} > 0`),
    check(
      'request_line_approved',
      sql`${t.approvedQuantity} >= 0 and ${t.approvedQuantity} <= ${t.quantity}`,
    ),
  ],
);
