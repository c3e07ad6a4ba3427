import { and, asc, eq, gt, inArray, isNull, sql } from 'drizzle-orm';
import type { Tx } from '~db/client.server';
import { allocation, allocationLine } from '~db/schema/allocation';
import { movement, movementLine } from '~db/schema/ledger';

export type AllocationLineRow = typeof allocationLine.$inferSelect;

export interface LockedPromise extends AllocationLineRow {
  /** Quantity that is neither held nor released. */
  open: number;
}

export interface LockedPromises {
  /** Oldest decision first. */
  lines: LockedPromise[];
  /** The version each allocation has now, for its next event. */
  versions: Map<string, number>;
}

/**
 * Locks the allocations that wait for goods of these donation lines. Promises are made with the donation locked, so
 * with that lock held no promise can slip past.
 */
export async function lockPromises(
  tx: Tx,
  donationLineIds: readonly string[],
): Promise<LockedPromises> {
  if (donationLineIds.length === 0) return { lines: [], versions: new Map() };
  const waiting = and(
    inArray(allocationLine.donationLineId, [...donationLineIds]),
    isNull(allocationLine.lotId),
    gt(allocationLine.quantity, allocationLine.releasedQuantity),
  );
  const locked = await tx
    .select({ id: allocation.id, version: allocation.version })
    .from(allocation)
    .where(
      and(
        eq(allocation.status, 'active'),
        inArray(
          allocation.id,
          tx.select({ id: allocationLine.allocationId }).from(allocationLine).where(waiting),
        ),
      ),
    )
    .orderBy(asc(allocation.id))
    .for('update');
  const versions = new Map(locked.map((row) => [row.id, row.version]));
  if (locked.length === 0) return { lines: [], versions };
  const rows = await tx
    .select()
    .from(allocationLine)
    .where(and(waiting, inArray(allocationLine.allocationId, [...versions.keys()])))
    .orderBy(asc(allocationLine.allocationId), asc(allocationLine.id));
  return {
    lines: rows.map((row) => ({ ...row, open: row.quantity - row.releasedQuantity })),
    versions,
  };
}

/** Goods for the line are held now: it names its lot and the place they lie at. */
export async function giveLot(
  tx: Tx,
  line: { id: string; lotId: string; placeId: string; quantity: number; released: number },
): Promise<void> {
  await tx
    .update(allocationLine)
    .set({
      lotId: line.lotId,
      placeId: line.placeId,
      quantity: line.quantity,
      releasedQuantity: line.released,
    })
    .where(eq(allocationLine.id, line.id));
}

export async function insertAllocationLines(
  tx: Tx,
  lines: (typeof allocationLine.$inferInsert)[],
): Promise<void> {
  if (lines.length > 0) await tx.insert(allocationLine).values(lines);
}

/** The lines that hold goods of these lots step back to promises; returns them. */
export async function takeLotsBack(
  tx: Tx,
  allocationLineIds: readonly string[],
): Promise<AllocationLineRow[]> {
  if (allocationLineIds.length === 0) return [];
  return tx
    .update(allocationLine)
    .set({ lotId: null })
    .where(inArray(allocationLine.id, [...allocationLineIds]))
    .returning();
}

export async function releasePromises(tx: Tx, lineIds: readonly string[]): Promise<void> {
  if (lineIds.length === 0) return;
  await tx
    .update(allocationLine)
    .set({ releasedQuantity: sql`${allocationLine.quantity}` })
    .where(inArray(allocationLine.id, [...lineIds]));
}

/** One more event of each allocation; returns the new versions. Call with the allocations locked. */
export async function raiseAllocationVersions(
  tx: Tx,
  allocationIds: readonly string[],
): Promise<Map<string, number>> {
  if (allocationIds.length === 0) return new Map();
  const rows = await tx
    .update(allocation)
    .set({ version: sql`${allocation.version} + 1` })
    .where(inArray(allocation.id, [...allocationIds]))
    .returning({ id: allocation.id, version: allocation.version });
  return new Map(rows.map((row) => [row.id, row.version]));
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
    .where(and(eq(movement.causeId, intakeId), eq(movement.kind, 'hold')));
  const [first] = rows;
  if (!first) return undefined;
  const ids = new Set(rows.flatMap((row) => (row.lineId ? [row.lineId] : [])));
  return { movementId: first.movementId, allocationLineIds: [...ids] };
}

/** Locks the allocations that these lines belong to, in the order of their ids. */
export async function lockAllocationsOf(tx: Tx, lineIds: readonly string[]): Promise<void> {
  if (lineIds.length === 0) return;
  const ids = tx
    .select({ id: allocationLine.allocationId })
    .from(allocationLine)
    .where(inArray(allocationLine.id, [...lineIds]));
  await tx
    .select({ id: allocation.id })
    .from(allocation)
    .where(inArray(allocation.id, ids))
    .orderBy(asc(allocation.id))
    .for('update');
}
