import { inTransaction, type Tx } from '~db/client.server';
import {
  forgetParts,
  findChange,
  findLatestRound,
  findSolution,
  insertSnapshot,
  insertSolution,
  listSolutionLines,
  lockPlan,
  saveChangeCost,
  savePlan,
  type AllocationPlanRow,
} from '~db/store/allocation-plan.server';
import { appendEvents } from '~db/store/command.server';
import { endJob, lockHeldJob, type JobRow } from '~db/store/job.server';
import { planFigures } from '~/domain/allocation/figures';
import type { PlanSupply } from '~/domain/allocation/problem';
import { applyAllocationPlan, type AllocationPlanEvent } from '~/domain/allocation-plan';
import type { JobResult } from '~/domain/job';
import { ok } from '~/domain/result';
import type { JobEnv } from './run-jobs';
import type { PlanTask } from './plan-task';
import type { Solved } from './solve-task';

interface Held {
  job: JobRow;
  leaseId: string;
}

/** Keeps what was solved, in one transaction with the end of the job; nothing where the lease is no longer held. */
export async function savePlanOutcome(
  env: JobEnv,
  { job, leaseId }: Held,
  { snapshot, leftOut, task }: PlanTask,
  solved: readonly Solved[],
): Promise<void> {
  await inTransaction(env.db, async (tx) => {
    const plan = await lockPlan(tx, job.subjectId);
    if (!plan || !(await lockHeldJob(tx, job.id, leaseId))) {
      // Cancelled at the last moment; where the lease is another's, this changes nothing.
      await endJob(tx, job.id, leaseId, { status: 'cancelled' });
      return ok(undefined);
    }
    if (job.kind === 'what_if') {
      const result = await compareWithPlan(tx, plan, solved[0]);
      await endJob(tx, job.id, leaseId, { status: 'done', result });
      return ok(undefined);
    }
    if (snapshot.fresh) {
      const { id, takenAt, supplies, needs } = snapshot;
      await insertSnapshot(tx, { id, planId: plan.id, takenAt, supplies, needs });
    }
    const round = (await findLatestRound(tx, plan.id)) + 1;
    await forgetParts(tx, plan.id);
    const supplies = new Map(snapshot.supplies.map((supply) => [supply.id, supply]));
    let chosen: { id: string; solved: Solved } | undefined;
    for (const [at, one] of solved.entries()) {
      const floorShare = task.rules[at]?.floorShare ?? 0;
      const id = env.newId();
      const made = { planId: plan.id, snapshotId: snapshot.id, createdAt: env.now() };
      await insertSolution(
        tx,
        { id, ...made, round, floorShare, answer: { ...one.answer, leftOut }, parts: one.parts },
        one.lines.map((line) => lineRow(env.newId(), id, line, supplies)),
      );
      if (floorShare === plan.choices.floorShare) chosen = { id, solved: one };
    }
    if (!chosen) throw new Error('the plan’s own floor was not solved');
    await saveCost(tx, plan, job.task.changeId, { task, solved: chosen.solved });
    await noteSolved(env, tx, plan, {
      type: 'solved',
      payload: { solutionId: chosen.id, snapshotId: snapshot.id, round },
    });
    await endJob(tx, job.id, leaseId, { status: 'done' });
    return ok(undefined);
  });
}

async function noteSolved(
  env: JobEnv,
  tx: Tx,
  plan: AllocationPlanRow,
  event: AllocationPlanEvent,
): Promise<void> {
  const next = applyAllocationPlan(plan, event);
  await savePlan(tx, plan.id, next);
  await appendEvents(tx, [
    {
      id: env.newId(),
      aggregate: 'allocation_plan',
      aggregateId: plan.id,
      version: next.version,
      type: event.type,
      payload: event.payload,
      recordedAt: env.now(),
    },
  ]);
}

/**
 * What the change took from the plan's value: both are of the same snapshot, and measured by the same weights, which are
 * the former ones where the change is one of weights.
 */
async function saveCost(
  tx: Tx,
  plan: AllocationPlanRow,
  changeId: string | undefined,
  { task, solved }: { task: PlanTask['task']; solved: Solved },
): Promise<void> {
  const change = changeId ? await findChange(tx, changeId) : undefined;
  const before = plan.solutionId ? await findSolution(tx, plan.solutionId) : undefined;
  if (!change || !before) return;
  const { formerChoices } = change;
  const [rules] = task.rules;
  if (!formerChoices || !rules) {
    await saveChangeCost(tx, change.id, before.answer.figures.value - solved.answer.figures.value);
    return;
  }
  const problem = { ...task, rules: { ...rules, ...formerChoices } };
  const lines = await listSolutionLines(tx, before.id);
  const was = planFigures(
    problem,
    lines.map(({ requestLineId: needId, ...line }) => ({ needId, ...line })),
  );
  const is = planFigures(problem, solved.lines);
  await saveChangeCost(tx, change.id, was.value - is.value);
}

function lineRow(
  id: string,
  solutionId: string,
  line: Solved['lines'][number],
  supplies: ReadonlyMap<string, PlanSupply>,
) {
  const supply = supplies.get(line.supplyId);
  if (!supply) throw new Error('a plan line of goods that are not in its snapshot');
  const { lotId, donationLineId, parcelId, placeId } = supply;
  const { needId: requestLineId, supplyId, quantity, larger, km } = line;
  const goods = { lotId, donationLineId, parcelId, placeId };
  return { id, solutionId, requestLineId, supplyId, quantity, larger, km, ...goods };
}

/** What a need would be given instead of what the plan gives it. */
async function compareWithPlan(
  tx: Tx,
  plan: AllocationPlanRow,
  solved: Solved | undefined,
): Promise<JobResult> {
  if (!solved) throw new Error('a what-if that was not solved');
  const before = new Map<string, number>();
  for (const line of plan.solutionId ? await listSolutionLines(tx, plan.solutionId) : []) {
    before.set(line.requestLineId, (before.get(line.requestLineId) ?? 0) + line.quantity);
  }
  const { figures, level, leastNeed, needs } = solved.answer;
  const changed = needs
    .filter(({ needId, given }) => (before.get(needId) ?? 0) !== given)
    .map(({ needId, given }) => ({ needId, given }));
  const { solutionId } = plan;
  return { figures, level, ...(leastNeed && { leastNeed }), solutionId, changed };
}
