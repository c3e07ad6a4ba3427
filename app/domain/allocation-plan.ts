import type { LineReasons } from './allocation/explain-line';
import type { LeastServed, PlanFigures } from './allocation/plan-figures';
import type { PlanReason } from './allocation/plan-reason';
import type { NeedOutcome, PlanRules } from './allocation/problem';
import type { LeftOutPin } from './plan-pin';

export const allocationPlanStatuses = [
  'draft',
  'submitted',
  'approved',
  'applied',
  'rejected',
  'superseded',
] as const;
export type AllocationPlanStatus = (typeof allocationPlanStatuses)[number];

/**
 * What a person may do to a line that was proposed: keep it as it is, give another quantity, or allow it nothing; or give a
 * need goods that the plan gave it none of.
 */
export const lineChangeKinds = ['pin', 'quantity', 'forbid', 'give'] as const;
export type LineChangeKind = (typeof lineChangeKinds)[number];
/** Or to the plan as a whole: other weights, as they were tried out. */
export type PlanChangeKind = LineChangeKind | 'weights';

/** The weights of a plan, as they were chosen; kept with it, so that it can be read in ten years. */
export type PlanChoices = Omit<PlanRules, 'today' | 'pinned' | 'forbidden'>;

/** Floors that are always solved beside the plan's own: the price of fairness is read from them. */
export const floorAlternatives = [0, 0.5, 0.8, 1] as const;

/** What is kept of a solving beside its lines. */
export interface PlanAnswer {
  figures: PlanFigures;
  level: number;
  /** The least fill that the plan leaves among the needs that any goods may serve; answers kept before have none. */
  least?: number;
  /** Whose fill that is; answers kept before, and a county's share of one, have none. */
  leastNeed?: LeastServed;
  bound: number;
  needs: NeedOutcome[];
  /** Why each need is given what it is. */
  reasons: { needId: string; reasons: PlanReason[] }[];
  /** Why these goods. */
  lineReasons: LineReasons[];
  /** What a person had fixed and could not be held to any more; none where nothing was. */
  leftOut?: LeftOutPin[];
}

type Solved = { solutionId: string; snapshotId: string; round: number };

export type AllocationPlanEvent =
  | { type: 'drafted'; payload: { renewsPlanId: string | null } }
  | { type: 'solved'; payload: Solved }
  | { type: 'chosen'; payload: { solutionId: string } }
  | { type: 'changed'; payload: { changeId: string; kind: PlanChangeKind } }
  | { type: 'change_undone'; payload: { changeId: string } }
  | { type: 'submitted' | 'approved'; payload: Record<string, never> }
  | { type: 'rejected'; payload: { reasonGiven: boolean } }
  | { type: 'applied'; payload: { allocationIds: string[] } }
  | { type: 'superseded'; payload: { byPlanId: string } };

export interface AllocationPlanState {
  status: AllocationPlanStatus;
  version: number;
  /** The alternative that would be applied. */
  solutionId: string | null;
}

const statusesBefore: Record<
  AllocationPlanEvent['type'],
  readonly (AllocationPlanStatus | 'none')[]
> = {
  drafted: ['none'],
  solved: ['draft'],
  chosen: ['draft'],
  changed: ['draft'],
  change_undone: ['draft'],
  submitted: ['draft'],
  approved: ['submitted'],
  rejected: ['submitted'],
  applied: ['approved'],
  superseded: ['submitted', 'approved', 'rejected'],
};

/** The state after all events; throws where their order is impossible. */
export function foldAllocationPlan(events: readonly AllocationPlanEvent[]): AllocationPlanState {
  const state = events.reduce<AllocationPlanState | undefined>(applyAllocationPlan, undefined);
  if (!state) throw new Error('An allocation plan without events.');
  return state;
}

export function applyAllocationPlan(
  state: AllocationPlanState | undefined,
  event: AllocationPlanEvent,
): AllocationPlanState {
  const before = state?.status ?? 'none';
  if (!statusesBefore[event.type].includes(before)) {
    throw new Error(`An allocation plan that is ${before} cannot be ${event.type}.`);
  }
  const version = (state?.version ?? 0) + 1;
  const solutionId = state?.solutionId ?? null;
  switch (event.type) {
    case 'drafted':
      return { status: 'draft', version, solutionId: null };
    case 'solved':
    case 'chosen':
      return { status: 'draft', version, solutionId: event.payload.solutionId };
    case 'changed':
    case 'change_undone':
      return { status: 'draft', version, solutionId };
    case 'submitted':
    case 'approved':
    case 'rejected':
    case 'applied':
    case 'superseded':
      return { status: event.type, version, solutionId };
  }
}
