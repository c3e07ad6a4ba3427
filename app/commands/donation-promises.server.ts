import {
  giveLot,
  insertAllocationLines,
  lockPromises,
  raiseAllocationVersions,
  releasePromises,
  type LockedPromise,
} from '~db/store/promise.server';
import type { LockedDonation } from '~db/store/donation.server';
import type { GoodsPlace } from '~db/store/goods-place.server';
import { keepPromises, type ArrivedLot, type KeptPromise } from '~/domain/promise';
import type { Movement, MovementLine } from '~/domain/ledger';
import type { CommandContext } from './command.server';

/** What nobody will deliver any more is no longer promised; the requests show it as open again. */
export async function releaseOpenPromises(
  context: CommandContext,
  donation: LockedDonation,
): Promise<void> {
  const { lines } = await lockPromises(
    context.tx,
    donation.lines.map((line) => line.id),
  );
  await releasePromises(
    context.tx,
    lines.map((line) => line.id),
  );
  await noteByAllocation(context, lines, 'promises_released', (line) => ({
    lineId: line.id,
    quantity: line.open,
  }));
}

/**
 * Gives the goods that came in to the allocation lines that wait for them, and returns the movement that holds them.
 * A line that is kept from several lots, or only partly, is split: each line names one lot.
 */
export async function holdForPromises(
  context: CommandContext,
  at: { place: GoodsPlace; intakeId: string; occurredAt: Date },
  lots: readonly ArrivedLot[],
): Promise<Movement | undefined> {
  const promises = await lockPromises(context.tx, [
    ...new Set(lots.map((lot) => lot.donationLineId)),
  ]);
  const kept = keepPromises(
    promises.lines.map((line) => ({
      allocationLineId: line.id,
      donationLineId: line.donationLineId,
      open: line.open,
    })),
    lots,
  );
  if (kept.length === 0) return undefined;
  const held: (KeptPromise & { allocationId: string; lineId: string })[] = [];
  for (const line of promises.lines) {
    const own = kept.filter((one) => one.allocationLineId === line.id);
    held.push(...(await splitPromise(context, line, own, at.place.id)));
  }
  await noteByAllocation(context, held, 'promises_held', (one) => ({
    lineId: one.lineId,
    lotId: one.lotId,
    quantity: one.quantity,
  }));
  const { place } = at;
  const account = { placeId: place.id, countyCode: place.countyCode };
  const lines = held.map((one): MovementLine => ({
    lotId: one.lotId,
    from: { kind: 'stock', ...account },
    to: { kind: 'hold', ...account, allocationLineId: one.lineId },
    quantity: one.quantity,
    allocationLineId: one.lineId,
  }));
  const cause = { kind: 'intake', id: at.intakeId };
  return { id: context.newId(), kind: 'hold', cause, occurredAt: at.occurredAt, lines };
}

async function splitPromise(
  context: CommandContext,
  line: LockedPromise,
  kept: readonly KeptPromise[],
  placeId: string,
) {
  const { open: _, ...row } = line;
  const rest = line.open - kept.reduce((sum, one) => sum + one.quantity, 0);
  const held: (KeptPromise & { allocationId: string; lineId: string })[] = [];
  for (const [index, one] of kept.entries()) {
    const { lotId, quantity } = one;
    const lineId = index === 0 ? line.id : context.newId();
    if (index === 0) {
      const released = line.releasedQuantity;
      await giveLot(context.tx, {
        id: line.id,
        lotId,
        placeId,
        quantity: quantity + released,
        released,
      });
    } else {
      await insertAllocationLines(context.tx, [
        { ...row, id: lineId, lotId, placeId, quantity, releasedQuantity: 0 },
      ]);
    }
    held.push({ ...one, allocationId: line.allocationId, lineId });
  }
  if (kept.length > 0 && rest > 0) {
    await insertAllocationLines(context.tx, [
      { ...row, id: context.newId(), quantity: rest, releasedQuantity: 0 },
    ]);
  }
  return held;
}

/** One event for each allocation, with what befell its lines. */
export async function noteByAllocation<T extends { allocationId: string }>(
  context: CommandContext,
  rows: readonly T[],
  type: string,
  payload: (row: T) => Record<string, string | number | null>,
): Promise<void> {
  const ids = [...new Set(rows.map((row) => row.allocationId))].sort();
  const versions = await raiseAllocationVersions(context.tx, ids);
  for (const id of ids) {
    const own = rows.filter((row) => row.allocationId === id);
    context.event('allocation', id, versions.get(id) ?? 0, type, { lines: own.map(payload) });
  }
}
