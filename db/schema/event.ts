import {
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
import type { AggregateName, EventPayload } from '~/domain/event';

/** Append-only: who did what when, of every aggregate. Payloads hold ids, codes, integers and fixed words. */
export const event = pgTable(
  'event',
  {
    id: uuid('id').primaryKey(),
    aggregate: text('aggregate').$type<AggregateName>().notNull(),
    aggregateId: uuid('aggregate_id').notNull(),
    version: integer('version').notNull(),
    type: text('type').notNull(),
    /** None where the product itself did it (a promise held at its intake). */
    actorUserId: uuid('actor_user_id'),
    membershipId: uuid('membership_id'),
    recordedAt: timestamp('recorded_at', { withTimezone: true }).notNull(),
    payloadVersion: integer('payload_version').notNull().default(1),
    payload: jsonb('payload').$type<EventPayload>().notNull(),
  },
  (t) => [
    unique('event_version').on(t.aggregate, t.aggregateId, t.version),
    index('event_user').on(t.actorUserId),
  ],
);

/** One row a command that took effect: same key and request → the stored answer; other request → a conflict. */
export const commandLog = pgTable(
  'command_log',
  {
    organisationId: uuid('organisation_id').notNull(),
    command: text('command').notNull(),
    key: uuid('key').notNull(),
    requestHash: text('request_hash').notNull(),
    result: jsonb('result'),
    recordedAt: timestamp('recorded_at', { withTimezone: true }).notNull(),
  },
  (t) => [primaryKey({ columns: [t.organisationId, t.command, t.key] })],
);
