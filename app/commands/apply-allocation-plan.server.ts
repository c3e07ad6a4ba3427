import { listSolutionLines, type PlanLineRow } from '~db/store/allocation-plan.server';
import { lockPledgesToPromise } from '~db/store/allocation.server';
import { postMovements } from '~db/store/ledger.server';
import { listRequestsOfLines, lockRequest } from '~db/store/request.server';
import type { DomainError } from '~/domain/error';
import type { Movement } from '~/domain/ledger';
import { ok, refuse, type Result } from '~/domain/result';
import type { GoodsToAllocate } from './allocation-goods.server';
import { writeAllocation } from './allocation-made.server';
import { findCrowded } from './centre-room.server';
import { defineCommand, type CommandContext } from './command.server';
import { planFor, takePlanStep, type PlanStepInput } from './plan-step.server';

type Output = { planId: string; version: number };

/**
 * Holds all that the approved plan gives, and promises what is pledged and not yet in: in one transaction, or nothing.
 * Where stock, needs or the room of a centre have moved since the snapshot, `plan.moved` says so; the plan is then made anew.
 */
export const applyAllocationPlan = defineCommand<PlanStepInput, Output>(
  'apply-allocation-plan',
  async (context, input) => {
    const plan = await planFor(context, 'plan.apply', input);
    if (!plan.ok) return plan;
    const { id: planId, solutionId } = plan.value;
    if (!solutionId) throw new Error('an approved plan without a solution');
    const lines = await listSolutionLines(context.tx, solutionId);
    const made = await allocateAll(context, planId, lines);
    if (!made.ok) return moved(made.error);
    const posted = await postMovements(context.tx, made.value.movements);
    if (!posted.ok) return refuse('plan.moved');
    const { allocationIds } = made.value;
    return takePlanStep(context, plan.value, { type: 'applied', payload: { allocationIds } });
  },
);

/** One allocation a request. Requests, then pledges, are locked in the order of their ids, so that two plans wait for each other. */
async function allocateAll(
  context: CommandContext,
  planId: string,
  lines: readonly PlanLineRow[],
): Promise<Result<{ allocationIds: string[]; movements: Movement[] }>> {
  const { tx } = context;
  const requestOf = await listRequestsOfLines(
    tx,
    lines.map((line) => line.requestLineId),
  );
  const byRequest = new Map<string, GoodsToAllocate[]>();
  for (const line of lines) {
    const requestId = requestOf.get(line.requestLineId);
    if (!requestId) throw new Error('a plan line without its request');
    byRequest.set(requestId, [...(byRequest.get(requestId) ?? []), toGoods(line)]);
  }
  const requests = [];
  for (const id of [...byRequest.keys()].sort()) requests.push(await lockRequest(tx, id));
  await lockPledgesToPromise(
    tx,
    lines.flatMap((line) => (line.lotId === null ? [line.donationLineId] : [])),
  );
  const bringing = requests.flatMap((request) =>
    request ? [{ request, goods: byRequest.get(request.id) ?? [] }] : [],
  );
  if ((await findCrowded(tx, bringing)).length > 0) return refuse('plan.moved');
  const allocationIds: string[] = [];
  const movements: Movement[] = [];
  for (const request of requests) {
    if (request?.status !== 'approved') return refuse('plan.moved');
    const made = await writeAllocation(context, request, byRequest.get(request.id) ?? [], planId);
    if (!made.ok) return made;
    allocationIds.push(made.value.allocationId);
    movements.push(...made.value.movements);
  }
  return ok({ allocationIds, movements });
}

function toGoods(line: PlanLineRow): GoodsToAllocate {
  const { requestLineId, lotId, parcelId, placeId, donationLineId, quantity } = line;
  return { requestLineId, lotId, parcelId, placeId, donationLineId, quantity };
}

/** What is wrong with a line that was right when it was solved: the world has moved. A right that is missing stays what it is. */
function moved(error: DomainError): Result<never> {
  return error.code.startsWith('access.') && error.code !== 'access.not_found'
    ? { ok: false, error }
    : refuse('plan.moved');
}
