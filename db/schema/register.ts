import { sql } from 'drizzle-orm';
import {
  boolean,
  customType,
  date,
  index,
  integer,
  pgTable,
  text,
  timestamp,
  unique,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import type { IdentityField } from '~/domain/identity';
import type { ProgrammeGroup } from '~/domain/organisation';
import type { MemberRelationship, PersonCategory } from '~/domain/register';

const bytea = customType<{ data: Buffer }>({ dataType: () => 'bytea' });

/*
 * The register. Every table here is under row-level security (db/sql): without a scope set in the transaction it is
 * empty. Names, numbers, phones and addresses stand in person_identity alone, encrypted, read by one module.
 */

/** What row-level security reads of every row: its county, and the centre that keeps it. */
const keptBy = () => ({
  countyCode: text('county_code').notNull(),
  organisationId: uuid('organisation_id').notNull(),
});

/** Where a household or person lives, and where it is registered (hukou). */
const livesAt = () => ({
  residenceDivisionCode: text('residence_division_code').notNull(),
  hukouDivisionCode: text('hukou_division_code').notNull(),
});

export const household = pgTable(
  'household',
  {
    id: uuid('id').primaryKey(),
    ...keptBy(),
    ...livesAt(),
    /** The opaque ledger account its goods go to; the link can be cut. */
    recipientAccountId: uuid('recipient_account_id').unique(),
    registeredOn: date('registered_on').notNull(),
    endedOn: date('ended_on'),
    version: integer('version').notNull().default(1),
  },
  (t) => [index('household_county').on(t.countyCode, t.organisationId)],
);

export const person = pgTable(
  'person',
  {
    id: uuid('id').primaryKey(),
    ...keptBy(),
    ...livesAt(),
    bornOn: date('born_on'),
    recipientAccountId: uuid('recipient_account_id').unique(),
    registeredOn: date('registered_on').notNull(),
    endedOn: date('ended_on'),
    version: integer('version').notNull().default(1),
  },
  (t) => [index('person_county').on(t.countyCode, t.organisationId)],
);

export const householdMember = pgTable(
  'household_member',
  {
    id: uuid('id').primaryKey(),
    householdId: uuid('household_id')
      .notNull()
      .references(() => household.id),
    personId: uuid('person_id')
      .notNull()
      .references(() => person.id),
    ...keptBy(),
    relationship: text('relationship').$type<MemberRelationship>().notNull(),
    isHead: boolean('is_head').notNull().default(false),
    validFrom: date('valid_from').notNull(),
    validTo: date('valid_to'),
  },
  (t) => [
    index('household_member_household').on(t.householdId),
    index('household_member_person').on(t.personId),
  ],
);

/** Dated: a left-behind child of 15 is none at 16. */
export const personCategory = pgTable(
  'person_category',
  {
    id: uuid('id').primaryKey(),
    personId: uuid('person_id')
      .notNull()
      .references(() => person.id),
    ...keptBy(),
    category: text('category').$type<PersonCategory>().notNull(),
    group: text('group').$type<ProgrammeGroup>(),
    validFrom: date('valid_from').notNull(),
    validTo: date('valid_to'),
  },
  (t) => [index('person_category_person').on(t.personId)],
);

export const personIdentity = pgTable(
  'person_identity',
  {
    id: uuid('id').primaryKey(),
    personId: uuid('person_id')
      .notNull()
      .references(() => person.id),
    ...keptBy(),
    field: text('field').$type<IdentityField>().notNull(),
    algorithm: text('algorithm').notNull(),
    keyId: text('key_id').notNull(),
    bytes: bytea('bytes').notNull(),
    /** HMAC for exact look-up within a county; only for id_number and phone. */
    blindIndex: bytea('blind_index'),
  },
  (t) => [
    unique('person_identity_field').on(t.personId, t.field),
    index('person_identity_blind').on(t.countyCode, t.field, t.blindIndex),
    // One person in a county has one entry, whichever centre keeps it: checked here, where row-level security does
    // not look, so that a centre is told of an entry it may not see. Cleared when the entry ends.
    uniqueIndex('person_identity_one_id_number')
      .on(t.countyCode, t.blindIndex)
      .where(sql`${t.field} = 'id_number' and ${t.blindIndex} is not null`),
  ],
);

/** Free text and signatures about a person, by id, so that they can be erased without touching the books. */
export const personalText = pgTable('personal_text', {
  id: uuid('id').primaryKey(),
  ...keptBy(),
  kind: text('kind').$type<'signature' | 'proxy_name' | 'note'>().notNull(),
  algorithm: text('algorithm').notNull(),
  keyId: text('key_id').notNull(),
  bytes: bytea('bytes').notNull(),
  createdAt: timestamp('created_at', { withTimezone: true }).notNull(),
});

/** Who opened whose identity, when and why (PIPL 55; minors' network rules 36). */
export const identityAccess = pgTable(
  'identity_access',
  {
    id: uuid('id').primaryKey(),
    userId: uuid('user_id').notNull(),
    membershipId: uuid('membership_id').notNull(),
    countyCode: text('county_code').notNull(),
    /** A list opened, or one person. */
    subject: text('subject').notNull(),
    subjectId: uuid('subject_id'),
    personCount: integer('person_count').notNull(),
    at: timestamp('at', { withTimezone: true }).notNull(),
  },
  (t) => [index('identity_access_county').on(t.countyCode, t.at)],
);
