import { resolve as resolvePath } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Solve, Solved, SolveTask } from './solve-task';

type Told = { kind: 'progress'; share: number } | { kind: 'solved'; solved: Solved[] };

type OpenWorker = (workerData: SolveTask) => Worker;

/** The worker as it is bundled, or, where nothing is built, its source. */
export function openPlanWorker(built: boolean): OpenWorker {
  return built
    ? (workerData) => new Worker(resolvePath('build/plan-worker.js'), { workerData })
    : (workerData) =>
        new Worker(resolvePath('app/jobs/plan-worker.ts'), {
          workerData,
          execArgv: ['--import', 'tsx'],
        });
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
