import { parentPort, workerData } from 'node:worker_threads';
import { solveTask } from './solve-task';
import type { ThreadTask } from './thread-task';
import { wantedTask } from './wanted-task';

/** Runs in a thread of its own, so that a long solving never keeps a request waiting. */
const port = parentPort;
if (!port) throw new Error('the plan worker is not a program of its own');

let told = 0;
function report(share: number): void {
  if (share < told + 0.01) return;
  told = share;
  port?.postMessage({ kind: 'progress', share });
}
const asked = workerData as ThreadTask;
const answer =
  asked.kind === 'plan' ? solveTask(asked.task, report) : wantedTask(asked.task, report);
port.postMessage({ kind: 'solved', answer });
