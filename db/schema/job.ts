import { sql } from 'drizzle-orm';
import {
  boolean,
  check,
  index,
  integer,
  jsonb,
  pgTable,
  real,
  text,
  timestamp,
  uuid,
} from 'drizzle-orm/pg-core';
import type { JobFailure, JobKind, JobResult, JobStatus, JobTask } from '~/domain/job';

/**
 * Long work, done outside every request. Whoever holds the lease works on it; a process that dies lets the lease run
 * out, and another takes the row.
 */
export const job = pgTable(
  'job',
  {
    id: uuid('id').primaryKey(),
    kind: text('kind').$type<JobKind>().notNull(),
    /** The plan it is about. */
    subjectId: uuid('subject_id').notNull(),
    task: jsonb('task').$type<JobTask>().notNull(),
    status: text('status').$type<JobStatus>().notNull(),
    /** 0 to 1. */
    progress: real('progress').notNull().default(0),
    cancelRequested: boolean('cancel_requested').notNull().default(false),
    leaseId: uuid('lease_id'),
    leaseUntil: timestamp('lease_until', { withTimezone: true }),
    attempts: integer('attempts').notNull().default(0),
    /** A code, never a message. */
    failure: text('failure').$type<JobFailure>(),
    result: jsonb('result').$type<JobResult>(),
    createdByUserId: uuid('created_by_user_id').notNull(),
    createdAt: timestamp('created_at', { withTimezone: true }).notNull(),
    endedAt: timestamp('ended_at', { withTimezone: true }),
  },
  (t) => [
    index('job_open')
      .on(t.createdAt)
      .where(sql`${t.status} in ('queued', 'running')`),
    index('job_subject').on(t.subjectId),
    check('job_progress', sql`${t.progress} between 0 and 1`),
  ],
);
