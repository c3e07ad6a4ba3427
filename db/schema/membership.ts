import { date, index, integer, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import type { Role } from '~/domain/actor';
import { authUser } from './auth';
import { organisation } from './organisation';

const instant = (name: string) => timestamp(name, { withTimezone: true });

/** A user's role at an organisation, with dates. One person may hold several. */
export const membership = pgTable(
  'membership',
  {
    id: uuid('id').primaryKey(),
    userId: uuid('user_id')
      .notNull()
      .references(() => authUser.id),
    organisationId: uuid('organisation_id')
      .notNull()
      .references(() => organisation.id),
    role: text('role').$type<Role>().notNull(),
    divisionCode: text('division_code').notNull(),
    validFrom: date('valid_from').notNull(),
    /** First day on which it no longer holds. */
    validTo: date('valid_to'),
    version: integer('version').notNull().default(1),
  },
  (t) => [
    index('membership_user').on(t.userId),
    index('membership_organisation').on(t.organisationId),
  ],
);

/** A one-time link by which an invited person sets a password. Only a hash of its token is kept. */
export const invitation = pgTable('invitation', {
  id: uuid('id').primaryKey(),
  tokenHash: text('token_hash').notNull().unique(),
  organisationId: uuid('organisation_id')
    .notNull()
    .references(() => organisation.id),
  role: text('role').$type<Role>().notNull(),
  divisionCode: text('division_code').notNull(),
  /** Staff, not helped people: name and phone as the administrator typed them; cleared once accepted. */
  displayName: text('display_name'),
  phone: text('phone'),
  createdByUserId: uuid('created_by_user_id').notNull(),
  createdAt: instant('created_at').notNull(),
  expiresAt: instant('expires_at').notNull(),
  acceptedAt: instant('accepted_at'),
  withdrawnAt: instant('withdrawn_at'),
});

/** A one-time link by which somebody who forgot the password sets a new one. Only a hash of its token is kept. */
export const passwordReset = pgTable(
  'password_reset',
  {
    id: uuid('id').primaryKey(),
    tokenHash: text('token_hash').notNull().unique(),
    userId: uuid('user_id')
      .notNull()
      .references(() => authUser.id),
    createdByUserId: uuid('created_by_user_id').notNull(),
    createdAt: instant('created_at').notNull(),
    expiresAt: instant('expires_at').notNull(),
    usedAt: instant('used_at'),
    /** A newer link takes its place. */
    withdrawnAt: instant('withdrawn_at'),
  },
  (t) => [index('password_reset_user').on(t.userId)],
);

/** The one-time set-up link of an empty database. */
export const setupLink = pgTable('setup_link', {
  id: uuid('id').primaryKey(),
  tokenHash: text('token_hash').notNull().unique(),
  createdAt: instant('created_at').notNull(),
  usedAt: instant('used_at'),
});

/** Failed sign-ins, by hash of the account name and by address, so that guessing waits. */
export const signInFailure = pgTable(
  'sign_in_failure',
  {
    id: uuid('id').primaryKey(),
    accountHash: text('account_hash').notNull(),
    addressHash: text('address_hash').notNull(),
    at: instant('at').notNull(),
  },
  (t) => [
    index('sign_in_failure_account').on(t.accountHash, t.at),
    index('sign_in_failure_address').on(t.addressHash, t.at),
  ],
);
