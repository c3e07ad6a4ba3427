import type { Database, Tx } from '~db/client.server';
import { listItemsById } from '~db/queries/items.server';
import { listParameters } from '~db/queries/parameters.server';
import { placePoints } from '~db/queries/place-points.server';
import { readPlanGoods } from '~db/queries/plan-snapshot.server';
import { findPlan, findSnapshot, listChanges } from '~db/store/allocation-plan.server';
import type { AllocationPlanRow, PlanChangeRow } from '~db/store/allocation-plan.server';
import type { JobRow } from '~db/store/job.server';
import { planFault } from '~/domain/allocation/plan-fault';
import type { PlanProblem, PlanRules, PlanSupply } from '~/domain/allocation/problem';
import { floorAlternatives, type PlanChoices } from '~/domain/allocation-plan';
import { dayInShanghai } from '~/domain/calendar';
import { divisionPrefix } from '~/domain/division';
import type { ExtraGoods } from '~/domain/job';
import { LOOSE } from '~/domain/ledger';
import { getNumber } from '~/domain/parameter';
import type { SolveTask } from './solve-task';

export interface Snapshot extends Pick<PlanProblem, 'supplies' | 'needs'> {
  id: string;
  takenAt: Date;
  /** Taken for this job, and not yet kept. */
  fresh: boolean;
}

export interface PlanTask {
  snapshot: Snapshot;
  task: SolveTask;
}

interface Env {
  db: Database;
  now: () => Date;
  newId: () => string;
}

/** What a job has to solve: all of it read in one transaction, of one moment. */
export function readPlanTask(env: Env, job: JobRow): Promise<PlanTask> {
  return env.db.transaction(
    async (tx) => {
      const plan = await findPlan(tx, job.subjectId);
      if (!plan) throw new Error('a job about a plan that is not there');
      const snapshot = await readSnapshot(env, tx, plan, job.task.snapshotId);
      const changes = await listChanges(tx, plan.id);
      const choices = job.task.choices ?? plan.choices;
      const today = dayInShanghai(snapshot.takenAt);
      const floors =
        job.kind === 'what_if' ? [choices.floorShare] : floorsToSolve(choices.floorShare);
      const base = planRules(choices, changes, today);
      const extra = job.task.extra && (await extraSupply(tx, job.task.extra));
      const supplies = extra ? [...snapshot.supplies, extra] : snapshot.supplies;
      const problem = { supplies, needs: snapshot.needs, rules: base };
      const sound = withoutFaultyPins(problem);
      const fault = planFault({ ...problem, rules: sound });
      if (fault) throw new FaultyPlan(fault.code);
      const rules = floors.map((floorShare) => ({ ...sound, floorShare }));
      return { snapshot, task: { supplies, needs: snapshot.needs, rules } };
    },
    { isolationLevel: 'repeatable read' },
  );
}

/** The plan cannot be solved as things stand: `code` says why. */
export class FaultyPlan extends Error {
  constructor(readonly code: string) {
    super(code);
  }
}

/** What was pinned on goods that have since gone cannot be held to; the rest is. */
function withoutFaultyPins(problem: PlanProblem): PlanRules {
  let { rules } = problem;
  for (;;) {
    const fault = planFault({ ...problem, rules });
    if (fault?.code !== 'pin') return rules;
    const { needId, supplyId } = fault;
    const pinned = rules.pinned.filter((pin) => pin.needId !== needId || pin.supplyId !== supplyId);
    rules = { ...rules, pinned };
  }
}

/** The plan's own floor and the alternatives, each once, ascending. */
function floorsToSolve(own: number): number[] {
  return [...new Set([...floorAlternatives, own])].sort((a, b) => a - b);
}

async function readSnapshot(
  env: Env,
  tx: Tx,
  plan: AllocationPlanRow,
  snapshotId: string | undefined,
): Promise<Snapshot> {
  if (snapshotId) {
    const kept = await findSnapshot(tx, snapshotId);
    if (kept?.planId !== plan.id) throw new Error('a snapshot of another plan');
    return { ...kept, fresh: false };
  }
  const takenAt = env.now();
  const parameters = await listParameters(tx);
  const goods = await readPlanGoods(tx, scopeOf(plan), {
    needDivisionCode: plan.needDivisionCode,
    campaignId: plan.campaignId,
    itemIds: plan.itemIds,
    receivedWindowDays: getNumber(
      parameters,
      'plan.received_window',
      dayInShanghai(takenAt),
      plan.divisionCode,
    ),
  });
  return { id: env.newId(), takenAt, fresh: true, ...goods };
}

/** What the bureau that drafted the plan may take goods from. */
export function scopeOf(
  plan: Pick<AllocationPlanRow, 'draftedByUserId' | 'organisationId' | 'divisionCode'>,
) {
  return {
    userId: plan.draftedByUserId,
    organisationId: plan.organisationId,
    role: 'bureau_officer' as const,
    divisionPrefix: divisionPrefix(plan.divisionCode),
  };
}

function planRules(
  choices: PlanChoices,
  changes: readonly PlanChangeRow[],
  today: string,
): PlanRules {
  const pair = (one: PlanChangeRow) => ({ needId: one.requestLineId, supplyId: one.supplyId });
  return {
    ...choices,
    today,
    pinned: changes.flatMap((one) =>
      one.kind === 'forbid' || one.quantity === null
        ? []
        : [{ ...pair(one), quantity: one.quantity }],
    ),
    forbidden: changes.filter((one) => one.kind === 'forbid').map(pair),
  };
}

async function extraSupply(tx: Tx, extra: ExtraGoods): Promise<PlanSupply> {
  const [item] = await listItemsById(tx, [extra.itemId]);
  const point = (await placePoints(tx, [extra.placeId])).get(extra.placeId);
  return {
    id: 'extra',
    lotId: null,
    donationLineId: '',
    parcelId: LOOSE,
    packSize: 1,
    quarantined: false,
    restriction: {},
    unitWeightMg: item?.weightMg ?? 0,
    unitVolumeUl: item?.volumeUl ?? 0,
    ...extra,
    ...(point && { point }),
  };
}
