import { addReleased, saveAllocation, type LockedAllocation } from '~db/store/allocation.server';
import type { GoodsPlace } from '~db/store/goods-place.server';
import {
  changePromise,
  findHoldOf,
  insertAllocationLines,
  lockAllocationsOfLines,
  lockWaitingAllocations,
} from '~db/store/promise.server';
import { applyAllocation, type AllocationEvent } from '~/domain/allocation-event';
import type { Movement, MovementLine } from '~/domain/ledger';
import { keepPromises, type ArrivedLot, type KeptFromLot } from '~/domain/promise';
import type { CommandContext } from './command.server';

type AllocationLine = LockedAllocation['lines'][number];

const openOf = (line: AllocationLine) => line.quantity - line.releasedQuantity;

/**
 * What nobody will deliver any more is no longer promised; the requests show it as open again. `reasons` says why, by
 * donation line.
 */
export async function releaseOpenPromises(
  context: CommandContext,
  reasons: ReadonlyMap<string, string>,
): Promise<void> {
  const lineIds = [...reasons.keys()];
  for (const allocation of await lockWaitingAllocations(context.tx, lineIds)) {
    const open = allocation.lines.filter((line) => isOpenPromise(line, lineIds));
    const lines = open.map((line) => ({
      lineId: line.id,
      quantity: openOf(line),
      reason: reasons.get(line.donationLineId) ?? 'other',
    }));
    for (const { lineId, quantity } of lines) await addReleased(context.tx, lineId, quantity);
    const alive = allocation.lines.some((line) => !open.includes(line) && openOf(line) > 0);
    await recordAllocation(context, allocation, { type: 'lapsed', payload: { lines, alive } });
  }
}

function isOpenPromise(line: AllocationLine, donationLineIds: readonly string[]): boolean {
  return line.lotId === null && openOf(line) > 0 && donationLineIds.includes(line.donationLineId);
}

/**
 * Gives the goods that came in to the allocation lines that wait for them, oldest decision first, and returns the movement
 * that holds them. Every line names one lot: what comes in part, or from several lots, gets lines of its own.
 */
export async function holdForPromises(
  context: CommandContext,
  at: { place: GoodsPlace; intakeId: string; occurredAt: Date },
  lots: readonly ArrivedLot[],
): Promise<Movement | undefined> {
  const donationLineIds = [...new Set(lots.map((lot) => lot.donationLineId))];
  const waiting = await lockWaitingAllocations(context.tx, donationLineIds);
  const promises = waiting
    .flatMap((allocation) => allocation.lines)
    .filter((line) => isOpenPromise(line, donationLineIds));
  const kept = keepPromises(
    promises.map((line) => ({ allocationLineId: line.id, ...line, open: openOf(line) })),
    lots,
  );
  const lines: MovementLine[] = [];
  for (const allocation of waiting) {
    const own = kept.filter((one) =>
      allocation.lines.some((line) => line.id === one.allocationLineId),
    );
    if (own.length === 0) continue;
    const held = await holdLines(context, allocation, own, at.place.id);
    lines.push(...held.map((one) => holdLine(at.place, one)));
    await recordAllocation(context, allocation, {
      type: 'held',
      payload: { intakeId: at.intakeId, lines: held },
    });
  }
  if (lines.length === 0) return undefined;
  const cause = { kind: 'intake', id: at.intakeId };
  return { id: context.newId(), kind: 'hold', cause, occurredAt: at.occurredAt, lines };
}

interface HeldLine {
  lineId: string;
  heldLineId: string;
  lotId: string;
  quantity: number;
}

async function holdLines(
  context: CommandContext,
  allocation: LockedAllocation,
  kept: readonly KeptFromLot[],
  placeId: string,
): Promise<HeldLine[]> {
  const held: HeldLine[] = [];
  for (const line of allocation.lines) {
    const own = kept.filter((one) => one.allocationLineId === line.id);
    let rest = openOf(line);
    for (const { lotId, quantity } of own) {
      rest -= quantity;
      const whole = rest === 0;
      const heldLineId = whole ? line.id : context.newId();
      if (whole) {
        const last = { lotId, placeId, quantity: quantity + line.releasedQuantity };
        await changePromise(context.tx, line.id, last);
      } else {
        const part = { ...line, id: heldLineId, lotId, placeId, quantity, releasedQuantity: 0 };
        await insertAllocationLines(context.tx, [part]);
      }
      held.push({ lineId: line.id, heldLineId, lotId, quantity });
    }
    if (own.length > 0 && rest > 0) {
      await changePromise(context.tx, line.id, { quantity: rest + line.releasedQuantity });
    }
  }
  return held;
}

function holdLine(place: GoodsPlace, { heldLineId, lotId, quantity }: HeldLine): MovementLine {
  const here = { placeId: place.id, countyCode: place.countyCode };
  return {
    lotId,
    from: { kind: 'stock', ...here },
    to: { kind: 'hold', ...here, allocationLineId: heldLineId },
    quantity,
    allocationLineId: heldLineId,
  };
}

export interface UndoneHold {
  movementId: string;
  /** Call once the ledger has taken the goods back. */
  reopen: () => Promise<void>;
}

/** Locks what a count held for promises, so that it can step back to being promised. */
export async function openUndoOfHold(
  context: CommandContext,
  intakeId: string,
): Promise<UndoneHold | undefined> {
  const hold = await findHoldOf(context.tx, intakeId);
  if (!hold) return undefined;
  const allocations = await lockAllocationsOfLines(context.tx, hold.allocationLineIds);
  const reopen = async () => {
    for (const allocation of allocations) {
      const lines = allocation.lines.filter((line) => hold.allocationLineIds.includes(line.id));
      for (const line of lines) await changePromise(context.tx, line.id, { lotId: null });
      await recordAllocation(context, allocation, {
        type: 'reopened',
        payload: {
          intakeId,
          lines: lines.map((line) => ({ lineId: line.id, quantity: openOf(line) })),
        },
      });
    }
  };
  return { movementId: hold.movementId, reopen };
}

async function recordAllocation(
  context: CommandContext,
  allocation: LockedAllocation,
  event: AllocationEvent,
): Promise<void> {
  const after = applyAllocation(allocation, event);
  await saveAllocation(context.tx, allocation.id, after);
  context.event('allocation', allocation.id, after.version, event.type, event.payload);
}
