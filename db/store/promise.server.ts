import { and, asc, eq, gt, inArray, isNull } from 'drizzle-orm';
import type { Tx } from '~db/client.server';
import { allocation, allocationLine } from '~db/schema/allocation';
import { movement, movementLine } from '~db/schema/ledger';
import { lockAllocation, type LockedAllocation } from './allocation.server';

/**
 * Locks the allocations that wait for goods of these donation lines, oldest decision first. Promises are made with the
 * donation locked, so with that lock held none can slip past.
 */
export async function lockWaitingAllocations(
  tx: Tx,
  donationLineIds: readonly string[],
): Promise<LockedAllocation[]> {
  if (donationLineIds.length === 0) return [];
  const waiting = tx
    .select({ id: allocationLine.allocationId })
    .from(allocationLine)
    .where(
      and(
        inArray(allocationLine.donationLineId, [...donationLineIds]),
        isNull(allocationLine.lotId),
        gt(allocationLine.quantity, allocationLine.releasedQuantity),
      ),
    );
  return lockInOrder(
    tx,
    await tx
      .select({ id: allocation.id })
      .from(allocation)
      .where(and(eq(allocation.status, 'active'), inArray(allocation.id, waiting))),
  );
}

/** Locks the allocations that these lines belong to. */
export async function lockAllocationsOfLines(
  tx: Tx,
  lineIds: readonly string[],
): Promise<LockedAllocation[]> {
  if (lineIds.length === 0) return [];
  return lockInOrder(
    tx,
    await tx
      .selectDistinct({ id: allocationLine.allocationId })
      .from(allocationLine)
      .where(inArray(allocationLine.id, [...lineIds])),
  );
}

/** Ids rise with time, and every command takes these locks in their order. */
async function lockInOrder(tx: Tx, rows: readonly { id: string }[]): Promise<LockedAllocation[]> {
  const locked: LockedAllocation[] = [];
  for (const id of rows.map((row) => row.id).sort()) {
    const found = await lockAllocation(tx, id);
    if (found?.status === 'active') locked.push(found);
  }
  return locked;
}

/** A promise that has come in whole becomes the line of its goods; one that came in part keeps the rest. */
export async function changePromise(
  tx: Tx,
  lineId: string,
  change: Partial<Pick<typeof allocationLine.$inferInsert, 'lotId' | 'placeId' | 'quantity'>>,
): Promise<void> {
  await tx.update(allocationLine).set(change).where(eq(allocationLine.id, lineId));
}

export async function insertAllocationLines(
  tx: Tx,
  lines: (typeof allocationLine.$inferInsert)[],
): Promise<void> {
  if (lines.length > 0) await tx.insert(allocationLine).values(lines);
}

/** The movement that held goods of a count for promises, with the allocation lines it served. */
export async function findHoldOf(
  tx: Tx,
  intakeId: string,
): Promise<{ movementId: string; allocationLineIds: string[] } | undefined> {
  const rows = await tx
    .select({ movementId: movement.id, lineId: movementLine.allocationLineId })
    .from(movement)
    .innerJoin(movementLine, eq(movementLine.movementId, movement.id))
    .where(and(eq(movement.causeId, intakeId), eq(movement.kind, 'hold')))
    .orderBy(asc(movementLine.lineNo));
  const [first] = rows;
  if (!first) return undefined;
  const ids = new Set(rows.flatMap((row) => (row.lineId ? [row.lineId] : [])));
  return { movementId: first.movementId, allocationLineIds: [...ids] };
}
