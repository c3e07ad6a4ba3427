import { lockPlan, savePlan, type AllocationPlanRow } from '~db/store/allocation-plan.server';
import { hasOpenJob, insertJob } from '~db/store/job.server';
import {
  applyAllocationPlan,
  type AllocationPlanEvent,
  type AllocationPlanState,
} from '~/domain/allocation-plan';
import type { JobTask } from '~/domain/job';
import { refusal, type Action } from '~/domain/policy';
import { ok, refuse, type Result } from '~/domain/result';
import type { CommandContext } from './command.server';

export interface PlanStepInput {
  planId: string;
  /** Version the form was drawn from. */
  version: number;
}

/** The plan locked, where this actor may take this step on it as it stands now, and nothing is being solved. */
export async function planFor(
  { tx, actor }: CommandContext,
  action: Action,
  input: PlanStepInput,
): Promise<Result<AllocationPlanRow>> {
  const plan = await lockPlan(tx, input.planId);
  if (!plan) return refuse('access.not_found');
  const error = refusal(action, actor, {
    status: plan.status,
    organisationId: plan.organisationId,
    divisionCode: plan.divisionCode,
    doneBy: plan.submittedByUserId ? [plan.submittedByUserId] : [],
  });
  // Another's plan looks like none; somebody else's step explains a wrong status better than the status does.
  if (error?.code === 'access.division') return refuse('access.not_found');
  const stale = plan.version !== input.version;
  if (stale && (!error || error.code === 'record.status')) {
    return refuse('record.stale', { version: plan.version });
  }
  if (error) return { ok: false, error };
  if (await hasOpenJob(tx, 'solve_plan', plan.id)) return refuse('plan.solving');
  return ok(plan);
}

export function planState({ status, version, solutionId }: AllocationPlanRow): AllocationPlanState {
  return { status, version, solutionId };
}

/** Saves what the event makes of the plan, with its columns, and notes the event. */
export async function takePlanStep(
  context: CommandContext,
  plan: AllocationPlanRow,
  event: AllocationPlanEvent,
  changes: Parameters<typeof savePlan>[3] = {},
): Promise<Result<{ planId: string; version: number }>> {
  const next = applyAllocationPlan(planState(plan), event);
  await savePlan(context.tx, plan.id, next, changes);
  context.event('allocation_plan', plan.id, next.version, event.type, event.payload);
  return ok({ planId: plan.id, version: next.version });
}

/** Puts the plan in line to be solved, outside the request. */
export async function queueSolving(
  context: CommandContext,
  planId: string,
  task: JobTask = {},
): Promise<string> {
  const id = context.newId();
  await insertJob(context.tx, {
    id,
    kind: 'solve_plan',
    subjectId: planId,
    task,
    createdByUserId: context.actor.userId,
    createdAt: context.now,
  });
  return id;
}
