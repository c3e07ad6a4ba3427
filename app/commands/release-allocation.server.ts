import { findAllocationWhereabouts } from '~db/queries/line-whereabouts.server';
import {
  addReleased,
  listHeldGoods,
  lockAllocation,
  saveAllocation,
  type HeldGoods,
  type LockedAllocation,
} from '~db/store/allocation.server';
import { postMovements } from '~db/store/ledger.server';
import { findRequestDivision } from '~db/store/request.server';
import {
  applyAllocation,
  type AllocationEvent,
  type ReleasedLine,
} from '~/domain/allocation-event';
import type { Movement } from '~/domain/ledger';
import { refusal } from '~/domain/policy';
import { ok, refuse, type Result } from '~/domain/result';
import { defineCommand, type CommandContext } from './command.server';

interface Input {
  allocationId: string;
  version: number;
  /** Smallest units by allocation line; left out: everything still held or promised. */
  lines?: ReleasedLine[] | undefined;
  reason: string;
}

/** Takes back what is still held or promised: to free stock where it lies now, and the need is open again. */
export const releaseAllocation = defineCommand<Input, { allocationId: string; version: number }>(
  'release-allocation',
  async (context, input) => {
    const { tx, newId, now } = context;
    const found = await allocationFor(context, input);
    if (!found.ok) return found;
    const allocation = found.value;
    const held = await listHeldGoods(
      tx,
      allocation.lines.map((line) => line.id),
    );
    const released = linesToRelease(allocation, held, input.lines);
    if (!released.ok) return released;
    const movements = releasedMovements(released.value, held, { id: allocation.id, newId, now });
    const posted = await postMovements(tx, movements);
    if (!posted.ok) return posted;
    for (const { lineId, quantity } of released.value) await addReleased(tx, lineId, quantity);

    const event: AllocationEvent = {
      type: (await isAlive(context, allocation)) ? 'reduced' : 'released',
      payload: { lines: released.value, reasonGiven: true },
    };
    const next = applyAllocation(allocation, event);
    await saveAllocation(tx, allocation.id, next, { reason: input.reason });
    context.event('allocation', allocation.id, next.version, event.type, event.payload);
    return ok({ allocationId: allocation.id, version: next.version });
  },
);

async function allocationFor(
  { tx, actor }: CommandContext,
  { allocationId, version }: Input,
): Promise<Result<LockedAllocation>> {
  const allocation = await lockAllocation(tx, allocationId);
  if (!allocation) return refuse('access.not_found');
  const divisionCode = await findRequestDivision(tx, allocation.requestId);
  const error = refusal('allocation.release', actor, { status: allocation.status, divisionCode });
  const stale = allocation.version !== version;
  if (stale && (!error || error.code === 'record.status')) return refuse('record.stale');
  return error ? { ok: false, error } : ok(allocation);
}

/** Checks what is to be released against what can be; without a wish, all of it. */
function linesToRelease(
  allocation: LockedAllocation,
  held: readonly HeldGoods[],
  wished: readonly ReleasedLine[] | undefined,
): Result<ReleasedLine[]> {
  const releasable = new Map(
    allocation.lines.map((line) => [
      line.id,
      line.lotId === null
        ? line.quantity - line.releasedQuantity
        : held
            .filter((one) => one.allocationLineId === line.id)
            .reduce((sum, one) => sum + one.quantity, 0),
    ]),
  );
  if (!wished) {
    const all = [...releasable].filter(([, quantity]) => quantity > 0);
    if (all.length === 0) return refuse('allocation.nothing_to_release');
    return ok(all.map(([lineId, quantity]) => ({ lineId, quantity })));
  }
  if (wished.length === 0) return refuse('form.nothing_entered');
  for (const [at, { lineId, quantity }] of wished.entries()) {
    const left = releasable.get(lineId);
    if (left === undefined) return refuse('form.invalid');
    if (quantity > left) {
      return refuse('allocation.more_than_held', { left }, `lines[${at}].quantity`);
    }
    releasable.set(lineId, left - quantity);
  }
  return ok([...wished]);
}

/** hold → stock, one movement a place, loose goods before parcels. */
function releasedMovements(
  released: readonly ReleasedLine[],
  held: readonly HeldGoods[],
  cause: { id: string; newId: () => string; now: Date },
): Movement[] {
  const movements = new Map<string, Extract<Movement, { lines: unknown }>>();
  for (const { lineId, quantity } of released) {
    let left = quantity;
    for (const one of held.filter((goods) => goods.allocationLineId === lineId)) {
      const taken = Math.min(left, one.quantity);
      if (taken === 0) continue;
      left -= taken;
      const { placeId, countyCode, lotId, parcelId } = one;
      const movement = movements.get(placeId) ?? {
        id: cause.newId(),
        kind: 'release' as const,
        cause: { kind: 'allocation', id: cause.id },
        occurredAt: cause.now,
        lines: [],
      };
      movement.lines.push({
        lotId,
        from: { kind: 'hold', placeId, countyCode, allocationLineId: lineId },
        to: { kind: 'stock', placeId, countyCode },
        fromParcelId: parcelId,
        toParcelId: parcelId,
        quantity: taken,
        allocationLineId: lineId,
      });
      movements.set(placeId, movement);
    }
  }
  return [...movements.values()];
}

/** Whether anything of the allocation is promised, held, on its way or handed out after this release. */
async function isAlive({ tx }: CommandContext, allocation: LockedAllocation): Promise<boolean> {
  const where = await findAllocationWhereabouts(tx, allocation.id);
  return [...where.values()].some((line) => Object.values(line).some((quantity) => quantity > 0));
}
