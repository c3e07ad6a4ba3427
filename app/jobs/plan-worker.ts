import { parentPort, workerData } from 'node:worker_threads';
import { solveTask, type SolveTask } from './solve-task';

/** Runs in a thread of its own, so that a long solving never keeps a request waiting. */
const port = parentPort;
if (!port) throw new Error('the plan worker is not a program of its own');

let told = 0;
const solved = solveTask(workerData as SolveTask, (share) => {
  if (share < told + 0.01) return;
  told = share;
  port.postMessage({ kind: 'progress', share });
});
port.postMessage({ kind: 'solved', solved });
