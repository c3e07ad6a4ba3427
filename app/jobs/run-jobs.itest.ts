import { v7 as newId } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listParameters } from '~db/queries/parameters.server';
import { leaseJob } from '~db/store/job.server';
import { makeNeed, seedPlanning } from '~db/testing/needs-world.server';
import { createTestDatabase, type TestDatabase } from '~db/testing/test-database.server';
import {
  actorOf,
  HEZHOU,
  makePledge,
  makeStock,
  makeWorld,
  VILLAGE,
  type World,
} from '~db/testing/world.server';
import { cancelSolving } from '~/commands/cancel-solving.server';
import { draftAllocationPlan } from '~/commands/draft-allocation-plan.server';
import type { Actor } from '~/domain/actor';
import { planChoicesOf } from '~/domain/plan-parameters';
import { startJobs, workOnce, type JobEnv } from './run-jobs';
import { openPlanWorker, solveInThread } from './solve-in-thread';
import { solveHere, WorkerLost, type Solve } from './solve-task';

let database: TestDatabase;
let world: World;
let officer: Actor;
let env: JobEnv;

beforeAll(async () => {
  database = await createTestDatabase();
  world = await makeWorld(database);
  await seedPlanning(database.db, world);
  officer = actorOf('bureau_officer', HEZHOU, world.bureau);
  const say = (error: unknown) => expect.fail(String(error));
  env = { db: database.db, now: () => new Date(), newId, solve: solveHere, say };
  await makeNeed(database.db, { itemId: world.riceId, quantity: 50, divisionCode: VILLAGE });
  await database.db.transaction(async (tx) => {
    const rice = { itemId: world.riceId, quantity: 30 };
    const donationLineId = await makePledge(tx, world, rice);
    await makeStock(tx, world, { donationLineId, ...rice });
  });
});
afterAll(() => database.drop());

const as = () => ({ actor: officer, key: newId() });

async function queued(): Promise<{ planId: string; jobId: string }> {
  const parameters = await listParameters(database.db);
  const drafted = await draftAllocationPlan(env, as(), {
    needDivisionCode: HEZHOU,
    campaignId: undefined,
    itemIds: [],
    choices: planChoicesOf(parameters, '2026-11-10', HEZHOU),
  });
  if (!drafted.ok) throw new Error(drafted.error.code);
  const { planId } = drafted.value;
  const [job] = await database.superuser<{ id: string }[]>`
    select id from job where subject_id = ${planId}`;
  return { planId, jobId: job?.id ?? '' };
}

async function jobOf(id: string) {
  const [job] = await database.superuser`
    select status, progress, attempts from job where id = ${id}`;
  return job;
}
async function solutionOf(planId: string): Promise<unknown> {
  const [plan] = await database.superuser`
    select solution_id from allocation_plan where id = ${planId}`;
  return plan?.['solution_id'];
}

/** Solves only once it is let go; rejects when it is stopped, as a thread does. */
function waiting(): { solve: Solve; begun: Promise<void> } {
  let tell = () => {};
  const begun = new Promise<void>((resolve) => (tell = resolve));
  const solve: Solve = (_task, report, signal) =>
    new Promise((_resolve, reject) => {
      report(0.5);
      signal.addEventListener('abort', () => reject(new Error('stopped')));
      tell();
    });
  return { solve, begun };
}

describe('a job', () => {
  it('is solved in a thread of its own', async () => {
    const { planId, jobId } = await queued();
    await workOnce({ ...env, solve: solveInThread(openPlanWorker(false)) });
    expect(await jobOf(jobId)).toMatchObject({ status: 'done', progress: 1, attempts: 1 });
    expect(await solutionOf(planId)).not.toBeNull();
  });

  it('stops in the middle when it is cancelled, having said how far it was', async () => {
    const { planId, jobId } = await queued();
    const { solve, begun } = waiting();
    const working = workOnce({ ...env, solve, times: { beatMs: 20 } });
    await begun;
    await expect.poll(async () => (await jobOf(jobId))?.['progress']).toBe(0.5);
    await cancelSolving(env, as(), { jobId });
    await working;
    expect(await jobOf(jobId)).toMatchObject({ status: 'cancelled' });
    expect(await solutionOf(planId)).toBeNull();
  });

  it('is taken by another once the process that held it is not heard of', async () => {
    const { planId, jobId } = await queued();
    // A process takes it and dies at once.
    await leaseJob(database.db, { leaseId: newId(), seconds: 60, maxAttempts: 3 });
    expect(await workOnce(env)).toBe(false);
    await database.superuser`update job set lease_until = now() - interval '1 second'
      where id = ${jobId}`;
    expect(await workOnce(env)).toBe(true);
    expect(await jobOf(jobId)).toMatchObject({ status: 'done', attempts: 2 });
    expect(await solutionOf(planId)).not.toBeNull();
  });

  it('is not saved by a process whose lease another has taken', async () => {
    const { planId, jobId } = await queued();
    const solve: Solve = async (task, report, signal) => {
      await database.superuser`update job set lease_id = ${newId()} where id = ${jobId}`;
      return solveHere(task, report, signal);
    };
    await workOnce({ ...env, solve, times: { beatMs: 60_000 } });
    expect(await jobOf(jobId)).toMatchObject({ status: 'running' });
    expect(await solutionOf(planId)).toBeNull();
    await database.superuser`delete from job where id = ${jobId}`;
  });

  it('goes back to the queue when the server stops', async () => {
    const { jobId } = await queued();
    const { solve, begun } = waiting();
    const jobs = startJobs({ ...env, solve });
    await begun;
    await jobs.stop();
    expect(await jobOf(jobId)).toMatchObject({ status: 'queued', attempts: 0 });
    await workOnce(env);
  });

  it('is given up after it has failed too often', async () => {
    const { jobId } = await queued();
    await database.superuser`update job set attempts = 3 where id = ${jobId}`;
    expect(await workOnce(env)).toBe(false);
    expect(await jobOf(jobId)).toMatchObject({ status: 'failed' });
  });

  it('that cannot be solved says so, and is told of', async () => {
    const { jobId } = await queued();
    const told: unknown[] = [];
    const solve: Solve = () => Promise.reject(new Error('no answer'));
    await workOnce({ ...env, solve, say: (error) => told.push(error) });
    expect(await jobOf(jobId)).toMatchObject({ status: 'failed' });
    expect(told).toHaveLength(1);
  });

  const outOfMemory = Object.assign(new Error('x'), { code: 'ERR_WORKER_OUT_OF_MEMORY' });
  it.each([
    ['the thread is gone', new WorkerLost('x'), 'worker_lost'],
    ['the thread has no memory left', outOfMemory, 'too_large'],
    ['nobody foresaw it', new Error('x'), 'not_solved'],
  ])('keeps why it failed: %s', async (_why, error, failure) => {
    const { jobId } = await queued();
    await workOnce({ ...env, solve: () => Promise.reject(error), say: () => {} });
    expect(await failureOf(jobId)).toBe(failure);
  });

  it('keeps that it took too long, and that it was tried too often', async () => {
    const { jobId } = await queued();
    await workOnce({ ...env, solve: waiting().solve, times: { limitMs: 1 } });
    expect(await failureOf(jobId)).toBe('too_long');
    const again = await queued();
    await database.superuser`update job set attempts = 3 where id = ${again.jobId}`;
    await workOnce(env);
    expect(await failureOf(again.jobId)).toBe('too_many_attempts');
  });

  it('keeps that no needs, or no goods, are left', async () => {
    const { jobId } = await queued();
    await database.superuser`update request set status = 'closed'`;
    await workOnce(env);
    expect(await failureOf(jobId)).toBe('no_needs');
    await database.superuser`update request set status = 'approved'`;
    const again = await queued();
    await database.superuser`update balance set quantity = 0 where not is_donor`;
    await workOnce(env);
    expect(await failureOf(again.jobId)).toBe('no_goods');
  });
});

async function failureOf(id: string): Promise<unknown> {
  const [job] = await database.superuser`select failure from job where id = ${id}`;
  return job?.['failure'];
}
