import { resolve as resolvePath } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { GiftEffect } from '~/domain/allocation/gift-effects';
import { WorkerLost, type Solve, type Solved } from './solve-task';
import type { ThreadTask } from './thread-task';
import type { WantedTask } from './wanted-task';

type Told<T> = { kind: 'progress'; share: number } | { kind: 'solved'; answer: T };

type OpenWorker = (workerData: ThreadTask) => Worker;

/**
 * The worker as it is bundled, or, where nothing is built, its source: a worker does not take over its parent's loader, so
 * it asks tsx itself.
 */
export function openPlanWorker(built: boolean): OpenWorker {
  if (built) return (workerData) => new Worker(resolvePath('build/plan-worker.js'), { workerData });
  const source = pathToFileURL(resolvePath('app/jobs/plan-worker.ts')).href;
  const start = `import('tsx/esm/api').then((tsx) => tsx.tsImport('${source}', '${source}'))`;
  return (workerData) => new Worker(start, { eval: true, workerData });
}

/** Solves in a thread that is opened for the task and ended with it. */
export function solveInThread(open: OpenWorker): Solve {
  return (task, report, signal) => answerOf<Solved[]>(open({ kind: 'plan', task }), report, signal);
}

/** What should be given, found in a thread of its own. */
export function wantedInThread(
  open: OpenWorker,
): (task: WantedTask, signal: AbortSignal) => Promise<GiftEffect[]> {
  return (task, signal) => answerOf<GiftEffect[]>(open({ kind: 'wanted', task }), () => {}, signal);
}

function answerOf<T>(
  worker: Worker,
  report: (share: number) => void,
  signal: AbortSignal,
): Promise<T> {
  return new Promise((resolve, reject) => {
    const settle = (end: () => void) => {
      signal.removeEventListener('abort', stop);
      void worker.terminate();
      end();
    };
    const stop = () => settle(() => reject(new Error('stopped')));
    signal.addEventListener('abort', stop);
    worker.on('message', (told: Told<T>) => {
      if (told.kind === 'progress') report(told.share);
      else settle(() => resolve(told.answer));
    });
    worker.on('error', (error) => settle(() => reject(error)));
    worker.on('exit', () => settle(() => reject(new WorkerLost('the plan worker ended early'))));
    if (signal.aborted) stop();
  });
}
