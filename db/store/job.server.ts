import { and, eq, sql } from 'drizzle-orm';
import type { Database, Tx } from '~db/client.server';
import { job } from '~db/schema/job';
import type { JobFailure, JobKind, JobResult, JobTask } from '~/domain/job';

export type JobRow = typeof job.$inferSelect;

export async function insertJob(
  tx: Tx,
  row: {
    id: string;
    kind: JobKind;
    subjectId: string;
    task: JobTask;
    createdByUserId: string;
    createdAt: Date;
  },
): Promise<void> {
  await tx.insert(job).values({ ...row, status: 'queued' });
}

/** Is anything about this record still to be done? */
export async function hasOpenJob(tx: Tx, kind: JobKind, subjectId: string): Promise<boolean> {
  const rows = await tx
    .select({ id: job.id })
    .from(job)
    .where(
      and(
        eq(job.kind, kind),
        eq(job.subjectId, subjectId),
        sql`${job.status} in ('queued', 'running')`,
      ),
    )
    .limit(1);
  return rows.length > 0;
}

/**
 * The oldest job that nobody works on: queued, or left behind by a process whose lease has run out. Several processes
 * may ask at once; each gets another.
 */
export async function leaseJob(
  db: Database,
  lease: { leaseId: string; seconds: number; maxAttempts: number },
): Promise<JobRow | undefined> {
  const until = sql`clock_timestamp() + make_interval(secs => ${lease.seconds})`;
  return db.transaction(async (tx) => {
    const [free] = await tx
      .select({ id: job.id, attempts: job.attempts })
      .from(job)
      .where(
        sql`${job.status} = 'queued' or (${job.status} = 'running' and ${job.leaseUntil} < clock_timestamp())`,
      )
      .orderBy(job.createdAt, job.id)
      .limit(1)
      .for('update', { skipLocked: true });
    if (!free) return undefined;
    const tooOften = free.attempts >= lease.maxAttempts;
    const [row] = await tx
      .update(job)
      .set(
        tooOften
          ? { status: 'failed', failure: 'too_many_attempts', endedAt: sql`clock_timestamp()` }
          : {
              status: 'running',
              leaseId: lease.leaseId,
              leaseUntil: until,
              attempts: free.attempts + 1,
            },
      )
      .where(eq(job.id, free.id))
      .returning();
    return tooOften ? undefined : row;
  });
}

/** Says how far the work is and keeps the lease. Answers whether to go on: not when cancelled, or when another has it. */
export async function reportProgress(
  db: Database,
  held: { id: string; leaseId: string; seconds: number; progress: number },
): Promise<'go_on' | 'cancelled' | 'lost'> {
  const [row] = await db
    .update(job)
    .set({
      progress: sql`greatest(${job.progress}, ${Math.min(1, held.progress)})`,
      leaseUntil: sql`clock_timestamp() + make_interval(secs => ${held.seconds})`,
    })
    .where(and(eq(job.id, held.id), eq(job.leaseId, held.leaseId), eq(job.status, 'running')))
    .returning({ cancelRequested: job.cancelRequested });
  if (!row) return 'lost';
  return row.cancelRequested ? 'cancelled' : 'go_on';
}

/** Locks the job if this lease still holds it and it was not cancelled: only then may its outcome be saved. */
export async function lockHeldJob(tx: Tx, id: string, leaseId: string): Promise<boolean> {
  const rows = await tx
    .select({ id: job.id })
    .from(job)
    .where(
      and(
        eq(job.id, id),
        eq(job.leaseId, leaseId),
        eq(job.status, 'running'),
        eq(job.cancelRequested, false),
      ),
    )
    .for('update');
  return rows.length > 0;
}

export async function endJob(
  tx: Tx | Database,
  id: string,
  leaseId: string,
  end:
    | { status: 'done'; result?: JobResult }
    | { status: 'failed'; failure: JobFailure }
    | { status: 'cancelled' },
): Promise<void> {
  await tx
    .update(job)
    .set({
      ...end,
      ...(end.status === 'done' && { progress: 1 }),
      endedAt: sql`clock_timestamp()`,
    })
    .where(and(eq(job.id, id), eq(job.leaseId, leaseId), eq(job.status, 'running')));
}

/** Back to the queue: this process stops, another one takes it at once. */
export async function giveBackJob(db: Database, id: string, leaseId: string): Promise<void> {
  await db
    .update(job)
    .set({
      status: 'queued',
      leaseId: null,
      leaseUntil: null,
      attempts: sql`${job.attempts} - 1`,
    })
    .where(and(eq(job.id, id), eq(job.leaseId, leaseId), eq(job.status, 'running')));
}

/** A queued job ends at once; a running one is told. */
export async function cancelJob(tx: Tx, id: string): Promise<void> {
  await tx
    .update(job)
    .set({
      cancelRequested: true,
      status: sql`case when ${job.status} = 'queued' then 'cancelled' else ${job.status} end`,
      endedAt: sql`case when ${job.status} = 'queued' then clock_timestamp() else ${job.endedAt} end`,
    })
    .where(and(eq(job.id, id), sql`${job.status} in ('queued', 'running')`));
}

export async function findJob(tx: Tx, id: string): Promise<JobRow | undefined> {
  const [row] = await tx.select().from(job).where(eq(job.id, id));
  return row;
}
