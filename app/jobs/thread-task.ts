import type { SolveTask } from './solve-task';
import type { WantedTask } from './wanted-task';

/** What the plan worker is opened for. */
export type ThreadTask = { kind: 'plan'; task: SolveTask } | { kind: 'wanted'; task: WantedTask };
