import type { PlanChoices } from './allocation-plan';
import type { PlanFigures } from './allocation/plan-figures';

export const jobStatuses = ['queued', 'running', 'done', 'failed', 'cancelled'] as const;
export type JobStatus = (typeof jobStatuses)[number];
export type JobKind = 'solve_plan' | 'what_if';

/** Goods that nobody has given, to see what they would do. */
export interface ExtraGoods {
  itemId: string;
  size: string;
  /** Smallest units. */
  quantity: number;
  placeId: string;
}

/** What is asked of the solver beside what the plan itself says. */
export interface JobTask {
  /** The snapshot to solve on; a new one is taken where none is named. */
  snapshotId?: string | undefined;
  /** Solved because of this change, whose cost is then known. */
  changeId?: string | undefined;
  choices?: PlanChoices | undefined;
  extra?: ExtraGoods | undefined;
}

/** A what-if's answer: kept with its job alone. */
export interface JobResult {
  figures: PlanFigures;
  level: number;
  /** Needs that would be given another quantity than in the plan, smallest units. */
  changed: { needId: string; given: number }[];
}

export function isOpenJob(status: JobStatus): boolean {
  return status === 'queued' || status === 'running';
}
