import { findLineWhereabouts } from '~db/queries/line-whereabouts.server';
import { insertAllocation } from '~db/store/allocation.server';
import { postMovements } from '~db/store/ledger.server';
import type { AllocatedLine } from '~/domain/allocation-event';
import { overAllocationRefusal, requestLineFigures } from '~/domain/request';
import { ok, type Result } from '~/domain/result';
import { readGoods, type GoodsRead, type GoodsToAllocate } from './allocation-goods.server';
import { heldMovements, holdRefusal } from './allocation-holds.server';
import { defineCommand, type CommandContext } from './command.server';
import { requestFor, requestState, type RequestStepInput } from './request-step.server';
import type { LockedRequest } from '~db/store/request.server';

type Input = RequestStepInput & { lines: GoodsToAllocate[] };

/**
 * Reserves goods for an approved request, as a person decided. What is in is held in the ledger; what is pledged and
 * not yet in is promised. When somebody else was faster, `ledger.short` says what is left, at the line it is about.
 */
export const makeAllocation = defineCommand<Input, { allocationId: string }>(
  'make-allocation',
  async (context, input) => {
    const { tx, actor, now, newId } = context;
    const request = await requestFor(context, 'allocation.make', input);
    if (!request.ok) return request;
    const within = await withinRemainder(context, request.value, input.lines);
    if (!within.ok) return within;
    const goods = await readGoods(context, request.value, input.lines);
    if (!goods.ok) return goods;

    const allocationId = newId();
    const lines = allocatedLines(goods.value, newId);
    await insertAllocation(
      tx,
      {
        id: allocationId,
        requestId: request.value.id,
        organisationId: actor.organisationId,
        countyCode: request.value.countyCode,
        status: 'active',
        allocatedByUserId: actor.userId,
        createdAt: now,
      },
      lines.map(({ lineId, ...line }) => ({ ...line, id: lineId, allocationId })),
    );
    const movements = heldMovements(goods.value, lines, { allocationId, now, newId });
    const posted = await postMovements(tx, movements);
    if (!posted.ok) return holdRefusal(posted.error, goods.value);
    context.event('allocation', allocationId, 1, 'made', { requestId: request.value.id, lines });
    return ok({ allocationId });
  },
);

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
