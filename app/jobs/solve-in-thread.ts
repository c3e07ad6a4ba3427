import { resolve as resolvePath } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { Solve, Solved, SolveTask } from './solve-task';

type Told = { kind: 'progress'; share: number } | { kind: 'solved'; solved: Solved[] };

type OpenWorker = (workerData: SolveTask) => Worker;

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
  return (task, report, signal) =>
    new Promise((resolve, reject) => {
      const worker = open(task);
      const settle = (end: () => void) => {
        signal.removeEventListener('abort', stop);
        void worker.terminate();
        end();
      };
      const stop = () => settle(() => reject(new Error('stopped')));
      signal.addEventListener('abort', stop);
      worker.on('message', (told: Told) => {
        if (told.kind === 'progress') report(told.share);
        else settle(() => resolve(told.solved));
      });
      worker.on('error', (error) => settle(() => reject(error)));
      worker.on('exit', () => settle(() => reject(new Error('the plan worker ended early'))));
      if (signal.aborted) stop();
    });
}
