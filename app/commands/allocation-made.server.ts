import { findLineWhereabouts } from '~db/queries/line-whereabouts.server';
import { insertAllocation } from '~db/store/allocation.server';
import type { LockedRequest } from '~db/store/request.server';
import type { AllocatedLine } from '~/domain/allocation-event';
import { roomRefusal } from '~/domain/centre-room';
import type { Movement } from '~/domain/ledger';
import { overAllocationRefusal, requestLineFigures } from '~/domain/request';
import { ok, type Result } from '~/domain/result';
import { readGoods, type GoodsRead, type GoodsToAllocate } from './allocation-goods.server';
import { heldMovements } from './allocation-holds.server';
import { findCrowded } from './centre-room.server';
import type { CommandContext } from './command.server';
import { requestState } from './request-step.server';

export interface MadeAllocation {
  allocationId: string;
  goods: GoodsRead[];
  /** Still to be posted, by whoever made the allocation. */
  movements: Movement[];
}

/**
 * Checks the goods against the request and the rules, and writes the allocation. What moves is answered, so that many
 * allocations can be posted in one go. The centre's room is asked here for what a person gives by hand; a plan asks it of
 * all that it brings together, before the first allocation is written.
 */
export async function writeAllocation(
  context: CommandContext,
  request: LockedRequest,
  wanted: readonly GoodsToAllocate[],
  planId: string | null = null,
): Promise<Result<MadeAllocation>> {
  const { tx, actor, now, newId } = context;
  const within = await withinRemainder(context, request, wanted);
  if (!within.ok) return within;
  const goods = await readGoods(context, request, wanted);
  if (!goods.ok) return goods;
  const crowded = planId === null ? await findCrowded(tx, [{ request, goods: wanted }]) : [];
  const noRoom = roomRefusal(crowded);
  if (noRoom) return { ok: false, error: noRoom };
  const allocationId = newId();
  const lines = allocatedLines(goods.value, newId);
  await insertAllocation(
    tx,
    {
      id: allocationId,
      requestId: request.id,
      organisationId: actor.organisationId,
      planId,
      countyCode: request.countyCode,
      status: 'active',
      allocatedByUserId: actor.userId,
      createdAt: now,
    },
    lines.map(({ lineId, ...line }) => ({ ...line, id: lineId, allocationId })),
  );
  context.event('allocation', allocationId, 1, 'made', { requestId: request.id, lines });
  const movements = heldMovements(goods.value, lines, { allocationId, now, newId });
  return ok({ allocationId, goods: goods.value, movements });
}

/** What is asked for of each line, all rows together, against what is still open. */
async function withinRemainder(
  { tx }: CommandContext,
  request: LockedRequest,
  lines: readonly GoodsToAllocate[],
): Promise<Result<undefined>> {
  const state = requestState(request);
  const where = await findLineWhereabouts(
    tx,
    request.lines.map((line) => line.id),
  );
  for (const { id } of request.lines) {
    const [line, at] = [state.lines[id], where.get(id)];
    if (!line || !at) throw new Error('a request line that was not read');
    const wanted = lines
      .filter((one) => one.requestLineId === id)
      .reduce((sum, one) => sum + one.quantity, 0);
    const { remainder } = requestLineFigures(line, request.status, at);
    const error = overAllocationRefusal(remainder, wanted);
    const first = lines.findIndex((one) => one.requestLineId === id);
    if (error) return { ok: false, error: { ...error, field: `lines[${first}].quantity` } };
  }
  return ok(undefined);
}

/** One line for what one lot at one place gives one need, however many parcels it comes from. */
function allocatedLines(goods: readonly GoodsRead[], newId: () => string): AllocatedLine[] {
  const lines = new Map<string, AllocatedLine>();
  for (const one of goods) {
    const { requestLineId, lotId, placeId, donationLineId, quantity } = one;
    const line = lines.get(one.key);
    if (line) line.quantity += quantity;
    else {
      const made = { requestLineId, lotId, placeId, donationLineId, quantity };
      lines.set(one.key, { lineId: newId(), ...made });
    }
  }
  return [...lines.values()];
}
