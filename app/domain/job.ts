import type { PlanChoices } from './allocation-plan';
import type { LeastServed, PlanFigures } from './allocation/plan-figures';

export const jobStatuses = ['queued', 'running', 'done', 'failed', 'cancelled'] as const;
export type JobStatus = (typeof jobStatuses)[number];
/** Why a job came to nothing; the page says it in a sentence, with what to do. */
export const jobFailures = [
  // What was to be solved
  'no_needs',
  'no_goods',
  'weights_all_zero',
  'not_a_weight',
  'segments',
  'pin',
  // How it went
  'too_large',
  'too_long',
  'worker_lost',
  'too_many_attempts',
  'not_solved',
] as const;
export type JobFailure = (typeof jobFailures)[number];

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
  /** Answers kept before have none. */
  leastNeed?: LeastServed;
  /** The solution that it was compared with; answers kept before do not say, null: the plan had none. */
  solutionId?: string | null;
  /** Needs that would be given another quantity than in the plan, smallest units. */
  changed: { needId: string; given: number }[];
}

export function isOpenJob(status: JobStatus): boolean {
  return status === 'queued' || status === 'running';
}
