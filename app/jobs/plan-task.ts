import type { Database, Tx } from '~db/client.server';
import { listItemsById } from '~db/queries/items.server';
import { listParameters } from '~db/queries/parameters.server';
import { placePoints } from '~db/queries/place-points.server';
import { readPlanGoods } from '~db/queries/plan-snapshot.server';
import {
  findLatestParts,
  findPlan,
  findSnapshot,
  listChanges,
} from '~db/store/allocation-plan.server';
import type { AllocationPlanRow, PlanChangeRow } from '~db/store/allocation-plan.server';
import type { JobRow } from '~db/store/job.server';
import { planFault } from '~/domain/allocation/plan-fault';
import type { PlanProblem, PlanRules, PlanSupply } from '~/domain/allocation/problem';
import { floorAlternatives, type PlanChoices } from '~/domain/allocation-plan';
import { dayInShanghai } from '~/domain/calendar';
import { divisionPrefix } from '~/domain/division';
import type { ExtraGoods, JobFailure } from '~/domain/job';
import { LOOSE } from '~/domain/ledger';
import { getNumber } from '~/domain/parameter';
import { inNameOrder, movedParts, type KeptPart } from '~/domain/plan-parts';
import { tooLarge } from '~/domain/plan-size';
import { soundPins, type LeftOutPin } from '~/domain/plan-pin';
import type { SolveTask } from './solve-task';

export interface Snapshot extends Pick<PlanProblem, 'supplies' | 'needs'> {
  id: string;
  takenAt: Date;
  /** Taken for this job, and not yet kept. */
  fresh: boolean;
}

export interface PlanTask {
  snapshot: Snapshot;
  /** Pins that cannot be held to as things stand now; the rest is. */
  leftOut: LeftOutPin[];
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
      const { rules: sound, leftOut } = soundPins(problem);
      const fault = planFault({ ...problem, rules: sound });
      if (fault) throw new FaultyPlan(fault.code);
      if (tooLarge(problem)) throw new FaultyPlan('too_large');
      const rules = floors.map((floorShare) => ({ ...sound, floorShare }));
      const task = inNameOrder({ supplies, needs: snapshot.needs, rules });
      const previous = await previousParts(tx, plan, task);
      return { snapshot, leftOut, task: { ...task, previous } };
    },
    { isolationLevel: 'repeatable read' },
  );
}

/** The plan cannot be solved as things stand: `code` says why. */
export class FaultyPlan extends Error {
  constructor(readonly code: JobFailure) {
    super(code);
  }
}

/** What was solved last of this plan, or of the one that it renews: the solver uses what has not changed. */
async function previousParts(
  tx: Tx,
  plan: AllocationPlanRow,
  task: SolveTask,
): Promise<(KeptPart[] | undefined)[]> {
  const own = await findLatestParts(tx, plan.id);
  const latest = own ?? (plan.renewsPlanId && (await findLatestParts(tx, plan.renewsPlanId)));
  if (!latest) return [];
  return task.rules.map(({ floorShare }) => {
    const solution = latest.solutions.find((one) => one.floorShare === floorShare);
    return solution?.parts ? movedParts(solution.parts, latest, task) : undefined;
  });
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
  const pairs = changes.flatMap(({ kind, requestLineId, supplyId, quantity }) =>
    requestLineId === null || supplyId === null
      ? []
      : [{ kind, needId: requestLineId, supplyId, quantity }],
  );
  return {
    ...choices,
    today,
    pinned: pairs.flatMap(({ kind, quantity, ...pair }) =>
      kind === 'forbid' || quantity === null ? [] : [{ ...pair, quantity }],
    ),
    forbidden: pairs
      .filter(({ kind }) => kind === 'forbid')
      .map(({ needId, supplyId }) => ({ needId, supplyId })),
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
