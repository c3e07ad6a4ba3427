import { setTimeout as pause } from 'node:timers/promises';
import type { Database } from '~db/client.server';
import { endJob, giveBackJob, leaseJob, reportProgress, type JobRow } from '~db/store/job.server';
import { savePlanOutcome } from './plan-outcome';
import type { JobFailure } from '~/domain/job';
import { FaultyPlan, readPlanTask } from './plan-task';
import { WorkerLost, type Solve } from './solve-task';

export interface JobEnv {
  db: Database;
  now: () => Date;
  /** UUIDv7. */
  newId: () => string;
  solve: Solve;
  /** Told of what went wrong and was not foreseen. */
  say: (error: unknown) => void;
  times?: Partial<typeof usualTimes>;
}

const usualTimes = {
  /** Between two looks at an empty queue. */
  pollMs: 700,
  /** Between two signs of life. */
  beatMs: 500,
  /** A job whose process is not heard of for so long is taken by another. */
  leaseSeconds: 15,
  /** A job that killed its process so often is not tried again. */
  maxAttempts: 3,
  /** A solving that takes longer is ended: nobody waits for it any more. */
  limitMs: 600_000,
};

/** Works on one job after the other until it is stopped; a job in hand then goes back to the queue. */
export function startJobs(env: JobEnv): { stop: () => Promise<void> } {
  const stopping = new AbortController();
  const { pollMs } = { ...usualTimes, ...env.times };
  const loop = async () => {
    while (!stopping.signal.aborted) {
      const worked = await workOnce(env, stopping.signal).catch((error: unknown) => {
        env.say(error);
        return false;
      });
      if (!worked) await pause(pollMs, undefined, { signal: stopping.signal }).catch(() => {});
    }
  };
  const running = loop();
  return {
    stop: async () => {
      stopping.abort();
      await running;
    },
  };
}

/** Takes the oldest job that nobody works on and sees it through. Answers false where there is none. */
export async function workOnce(
  env: JobEnv,
  stopped: AbortSignal = new AbortController().signal,
): Promise<boolean> {
  const { leaseSeconds, maxAttempts } = { ...usualTimes, ...env.times };
  const leaseId = env.newId();
  const job = await leaseJob(env.db, { leaseId, seconds: leaseSeconds, maxAttempts });
  if (!job) return false;
  await work(env, job, leaseId, stopped);
  return true;
}

type Why = 'stopped' | 'cancelled' | 'lost' | 'too_long';

async function work(
  env: JobEnv,
  job: JobRow,
  leaseId: string,
  stopped: AbortSignal,
): Promise<void> {
  const { beatMs, leaseSeconds, limitMs } = { ...usualTimes, ...env.times };
  const abort = new AbortController();
  let why: Why | undefined;
  let progress = 0;
  const end = (reason: Why) => {
    why ??= reason;
    abort.abort();
  };
  const onStop = () => end('stopped');
  stopped.addEventListener('abort', onStop);
  const beat = setInterval(() => {
    reportProgress(env.db, { id: job.id, leaseId, seconds: leaseSeconds, progress }).then(
      (answer) => answer !== 'go_on' && end(answer),
      env.say,
    );
  }, beatMs);
  const limit = setTimeout(() => end('too_long'), limitMs);
  try {
    const task = await readPlanTask(env, job);
    abort.signal.throwIfAborted();
    const solved = await env.solve(task.task, (share) => (progress = share), abort.signal);
    await savePlanOutcome(env, { job, leaseId }, task, solved);
  } catch (error) {
    if (why === undefined) {
      const failure = failureOf(error);
      if (!(error instanceof FaultyPlan)) env.say(error);
      await endJob(env.db, job.id, leaseId, { status: 'failed', failure });
    }
  } finally {
    clearInterval(beat);
    clearTimeout(limit);
    stopped.removeEventListener('abort', onStop);
  }
  if (why === 'stopped') await giveBackJob(env.db, job.id, leaseId);
  if (why === 'cancelled') await endJob(env.db, job.id, leaseId, { status: 'cancelled' });
  if (why === 'too_long') await endJob(env.db, job.id, leaseId, { status: 'failed', failure: why });
}

function failureOf(error: unknown): JobFailure {
  if (error instanceof FaultyPlan) return error.code;
  if (error instanceof WorkerLost) return 'worker_lost';
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'too_large' : 'not_solved';
}
