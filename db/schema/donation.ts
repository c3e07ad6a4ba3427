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
import type { DeclineReason } from '~/domain/donation';
import type { DifferenceReason } from '~/domain/intake';
import type { ProgrammeGroup } from '~/domain/organisation';
import { item } from './catalogue';
import { organisation, place } from './organisation';

export const campaign = pgTable('campaign', {
  id: uuid('id').primaryKey(),
  name: text('name').notNull(),
  organisationId: uuid('organisation_id')
    .notNull()
    .references(() => organisation.id),
  /** The division the campaign is for. */
  divisionCode: text('division_code').notNull(),
  countyCode: text('county_code').notNull(),
  startsOn: date('starts_on').notNull(),
  endsOn: date('ends_on'),
  /** Closed by the bureau: takes no further donations and requests. */
  closedOn: date('closed_on'),
  version: integer('version').notNull().default(1),
  createdAt: timestamp('created_at', { withTimezone: true }).notNull(),
});

export const donation = pgTable(
  'donation',
  {
    id: uuid('id').primaryKey(),
    code: text('code').notNull().unique(),
    /** None where the source of found goods is unknown. */
    donorOrganisationId: uuid('donor_organisation_id').references(() => organisation.id),
    campaignId: uuid('campaign_id').references(() => campaign.id),
    /** Where the goods are to be delivered. */
    placeId: uuid('place_id')
      .notNull()
      .references(() => place.id),
    countyCode: text('county_code').notNull(),
    status: text('status')
      .$type<'pledged' | 'accepted' | 'declined' | 'withdrawn' | 'closed'>()
      .notNull(),
    deliverOn: date('deliver_on'),
    donorNameShown: boolean('donor_name_shown').notNull().default(true),
    pledgedByUserId: uuid('pledged_by_user_id').notNull(),
    /** Why it was declined, withdrawn, closed or, last of all, reopened: a fixed word, and what people wrote about the goods. */
    decisionReason: text('decision_reason'),
    decisionNote: text('decision_note'),
    createdAt: timestamp('created_at', { withTimezone: true }).notNull(),
    version: integer('version').notNull().default(1),
  },
  (t) => [
    index('donation_county').on(t.countyCode, t.status),
    index('donation_donor').on(t.donorOrganisationId),
    index('donation_place').on(t.placeId),
  ],
);

/** One item in one size: what a lot belongs to for ever. */
export const donationLine = pgTable(
  'donation_line',
  {
    id: uuid('id').primaryKey(),
    donationId: uuid('donation_id')
      .notNull()
      .references(() => donation.id),
    position: integer('position').notNull(),
    itemId: uuid('item_id')
      .notNull()
      .references(() => item.id),
    size: text('size').notNull().default(''),
    /** Smallest units pledged; 0 for goods found with no known source. */
    quantity: bigint('quantity', { mode: 'number' }).notNull(),
    /** The unit the donor wrote it in, for showing it back. */
    unitCode: text('unit_code').notNull(),
    /** The kit it was pledged as, where one was exploded. */
    kitItemId: uuid('kit_item_id').references(() => item.id),
    /** Smallest units a pack, where goods come in packs that stay whole. */
    packSize: bigint('pack_size', { mode: 'number' }),
    valueBasis: text('value_basis')
      .$type<'invoice' | 'agreement' | 'fair_value' | 'estimate'>()
      .notNull(),
    valueLowFen: bigint('value_low_fen', { mode: 'number' }).notNull(),
    valueHighFen: bigint('value_high_fen', { mode: 'number' }).notNull(),
    producedOn: date('produced_on'),
    bestBefore: date('best_before'),
    restrictedDivisionCode: text('restricted_division_code'),
    restrictedGroup: text('restricted_group').$type<ProgrammeGroup>(),
    /** Free words of the donor about the purpose; no matching is done on them, people read them. */
    purpose: text('purpose'),
    declinedQuantity: bigint('declined_quantity', { mode: 'number' }).notNull().default(0),
    /** The fixed word of what was declined at acceptance. */
    declinedReason: text('declined_reason').$type<DeclineReason>(),
    /** Why no more of the line will come, and the count that said so; both null while more may come. */
    closedReason: text('closed_reason').$type<DifferenceReason>(),
    closedIntakeId: uuid('closed_intake_id'),
  },
  (t) => [
    unique('donation_line_position').on(t.donationId, t.position),
    check('donation_line_quantity', sql`${t.quantity} >= 0`),
    check(
      'donation_line_value',
      sql`0 <= ${t.valueLowFen} and ${t.valueLowFen} <= ${t.valueHighFen}`,
    ),
    check('donation_line_closed', sql`(${t.closedReason} is null) = (${t.closedIntakeId} is null)`),
    check('donation_line_dates', sql`${t.bestBefore} >= ${t.producedOn}`),
  ],
);

/** One counting of one delivery, at any place. */
export const intake = pgTable(
  'intake',
  {
    id: uuid('id').primaryKey(),
    donationId: uuid('donation_id')
      .notNull()
      .references(() => donation.id),
    placeId: uuid('place_id')
      .notNull()
      .references(() => place.id),
    countyCode: text('county_code').notNull(),
    countedByUserId: uuid('counted_by_user_id').notNull(),
    occurredAt: timestamp('occurred_at', { withTimezone: true }).notNull(),
    recordedAt: timestamp('recorded_at', { withTimezone: true }).notNull(),
    movementId: uuid('movement_id'),
    /** Set when the count was undone; a count that only refused goods has no movement to reverse. */
    reversedAt: timestamp('reversed_at', { withTimezone: true }),
  },
  (t) => [index('intake_donation').on(t.donationId)],
);

/** Sound goods became `lotId`; refused ones were never received. */
export const intakeLine = pgTable(
  'intake_line',
  {
    id: uuid('id').primaryKey(),
    intakeId: uuid('intake_id')
      .notNull()
      .references(() => intake.id),
    donationLineId: uuid('donation_line_id')
      .notNull()
      .references(() => donationLine.id),
    lotId: uuid('lot_id'),
    soundQuantity: bigint('sound_quantity', { mode: 'number' }).notNull(),
    quarantinedQuantity: bigint('quarantined_quantity', { mode: 'number' }).notNull().default(0),
    refusedQuantity: bigint('refused_quantity', { mode: 'number' }).notNull().default(0),
    /** A fixed word: why the count differs from the pledge or goods were refused or held back. */
    reason: text('reason').$type<DifferenceReason>(),
  },
  (t) => [index('intake_line_donation_line').on(t.donationLineId)],
);
