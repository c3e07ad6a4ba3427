import { sql } from 'drizzle-orm';
import {
  bigint,
  boolean,
  check,
  doublePrecision,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  timestamp,
  unique,
  uuid,
} from 'drizzle-orm/pg-core';
import type {
  AllocationPlanStatus,
  PlanAnswer,
  PlanChangeKind,
  PlanChoices,
} from '~/domain/allocation-plan';
import type { PlanReason } from '~/domain/allocation/plan-reason';
import type { PlanProblem } from '~/domain/allocation/problem';
import type { KeptPart } from '~/domain/plan-parts';
import { campaign, donationLine } from './donation';
import { organisation, place } from './organisation';
import { requestLine } from './request';

/** Who gets what of everything that is free, proposed as a whole and decided by people. */
export const allocationPlan = pgTable(
  'allocation_plan',
  {
    id: uuid('id').primaryKey(),
    /** The bureau that drafted it. */
    organisationId: uuid('organisation_id')
      .notNull()
      .references(() => organisation.id),
    /** The drafting bureau's division: goods are taken from its places, and its officers decide. */
    divisionCode: text('division_code').notNull(),
    countyCode: text('county_code').notNull(),
    /** Whose needs are served; the bureau's division or one below it. */
    needDivisionCode: text('need_division_code').notNull(),
    campaignId: uuid('campaign_id').references(() => campaign.id),
    /** Items the plan is about; none means all. */
    itemIds: uuid('item_ids').array().notNull(),
    status: text('status').$type<AllocationPlanStatus>().notNull(),
    /** The weights that were chosen, with all numbers they were chosen beside. */
    choices: jsonb('choices').$type<PlanChoices>().notNull(),
    /** The alternative that was picked; none until the first solving has ended. */
    solutionId: uuid('solution_id'),
    /** The plan this one was made anew from. */
    renewsPlanId: uuid('renews_plan_id'),
    draftedByUserId: uuid('drafted_by_user_id').notNull(),
    submittedByUserId: uuid('submitted_by_user_id'),
    decisionReason: text('decision_reason'),
    createdAt: timestamp('created_at', { withTimezone: true }).notNull(),
    version: integer('version').notNull().default(1),
  },
  (t) => [
    index('allocation_plan_scope').on(t.divisionCode, t.status),
    check('allocation_plan_county', sql`${t.countyCode} = left(${t.divisionCode}, 6)`),
  ],
);

/** What was free and what was needed at one moment, as the plan was solved on it. */
export const allocationPlanSnapshot = pgTable(
  'allocation_plan_snapshot',
  {
    id: uuid('id').primaryKey(),
    planId: uuid('plan_id')
      .notNull()
      .references(() => allocationPlan.id),
    takenAt: timestamp('taken_at', { withTimezone: true }).notNull(),
    supplies: jsonb('supplies').$type<PlanProblem['supplies']>().notNull(),
    needs: jsonb('needs').$type<PlanProblem['needs']>().notNull(),
  },
  (t) => [index('allocation_plan_snapshot_plan').on(t.planId)],
);

/** One answer to a snapshot: the alternatives differ by their fairness floor. */
export const allocationPlanSolution = pgTable(
  'allocation_plan_solution',
  {
    id: uuid('id').primaryKey(),
    planId: uuid('plan_id')
      .notNull()
      .references(() => allocationPlan.id),
    snapshotId: uuid('snapshot_id')
      .notNull()
      .references(() => allocationPlanSnapshot.id),
    /** 1 for the first solving of the plan, and so on. */
    round: integer('round').notNull(),
    floorShare: doublePrecision('floor_share').notNull(),
    /** Figures, reasons and what the pins cost: all that a page shows of it beside its lines. */
    answer: jsonb('answer').$type<PlanAnswer>().notNull(),
    /** What the solver needs to solve again only what changed; of the last round alone. */
    parts: jsonb('parts').$type<KeptPart[]>(),
    createdAt: timestamp('created_at', { withTimezone: true }).notNull(),
  },
  (t) => [unique('allocation_plan_solution_round').on(t.planId, t.round, t.floorShare)],
);

export const allocationPlanLine = pgTable(
  'allocation_plan_line',
  {
    id: uuid('id').primaryKey(),
    solutionId: uuid('solution_id')
      .notNull()
      .references(() => allocationPlanSolution.id),
    requestLineId: uuid('request_line_id')
      .notNull()
      .references(() => requestLine.id),
    donationLineId: uuid('donation_line_id')
      .notNull()
      .references(() => donationLine.id),
    /** None: a promise on a pledge not yet in. */
    lotId: uuid('lot_id'),
    /** The nil UUID for loose goods. */
    parcelId: uuid('parcel_id').notNull(),
    placeId: uuid('place_id')
      .notNull()
      .references(() => place.id),
    supplyId: text('supply_id').notNull(),
    quantity: bigint('quantity', { mode: 'number' }).notNull(),
    larger: boolean('larger').notNull(),
    km: doublePrecision('km'),
  },
  (t) => [
    index('allocation_plan_line_solution').on(t.solutionId),
    index('allocation_plan_line_request_line').on(t.requestLineId),
    check('allocation_plan_line_quantity', sql`${t.quantity} > 0`),
  ],
);

/** What a person changed of what was proposed, and why. Kept when it is taken back. */
export const allocationPlanChange = pgTable(
  'allocation_plan_change',
  {
    id: uuid('id').primaryKey(),
    planId: uuid('plan_id')
      .notNull()
      .references(() => allocationPlan.id),
    kind: text('kind').$type<PlanChangeKind>().notNull(),
    /** Need and goods that it is about; none where the weights were changed. */
    requestLineId: uuid('request_line_id').references(() => requestLine.id),
    supplyId: text('supply_id'),
    /** Smallest units; null where the goods are forbidden. */
    quantity: bigint('quantity', { mode: 'number' }),
    /** Weights that were taken over, and those that come back when the change is taken back. */
    choices: jsonb('choices').$type<PlanChoices>(),
    formerChoices: jsonb('former_choices').$type<PlanChoices>(),
    reason: text('reason').notNull(),
    /** Value of the plan lost by it, found when it was solved with it; null until then. */
    cost: doublePrecision('cost'),
    changedByUserId: uuid('changed_by_user_id').notNull(),
    changedAt: timestamp('changed_at', { withTimezone: true }).notNull(),
    undoneAt: timestamp('undone_at', { withTimezone: true }),
  },
  (t) => [
    index('allocation_plan_change_plan').on(t.planId),
    check(
      'allocation_plan_change_whole',
      sql`case when ${t.kind} = 'weights' then num_nulls(${t.choices}, ${t.formerChoices}) = 0
        else num_nulls(${t.requestLineId}, ${t.supplyId}) = 0 end`,
    ),
  ],
);

/** Why each need is given what it is, as an approved plan says it: looked up by the centre, whose need it is. */
export const allocationPlanReason = pgTable(
  'allocation_plan_reason',
  {
    planId: uuid('plan_id')
      .notNull()
      .references(() => allocationPlan.id),
    requestLineId: uuid('request_line_id')
      .notNull()
      .references(() => requestLine.id),
    reasons: jsonb('reasons').$type<PlanReason[]>().notNull(),
    approvedAt: timestamp('approved_at', { withTimezone: true }).notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.planId, t.requestLineId] }),
    index('allocation_plan_reason_request_line').on(t.requestLineId),
  ],
);
