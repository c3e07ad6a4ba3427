import { and, asc, eq, inArray, sql } from 'drizzle-orm';
import type { Tx } from '~db/client.server';
import { allocation, allocationLine } from '~db/schema/allocation';
import { donation, donationLine } from '~db/schema/donation';
import { account, balance, lot } from '~db/schema/ledger';
import { place } from '~db/schema/organisation';
import type { AllocationState } from '~/domain/allocation-event';

export type AllocationRow = typeof allocation.$inferSelect;
export type AllocationLineRow = typeof allocationLine.$inferSelect;
export interface LockedAllocation extends AllocationRow {
  lines: AllocationLineRow[];
}

export async function insertAllocation(
  tx: Tx,
  row: typeof allocation.$inferInsert,
  lines: readonly (typeof allocationLine.$inferInsert)[],
): Promise<void> {
  await tx.insert(allocation).values(row);
  await tx.insert(allocationLine).values([...lines]);
}

export async function lockAllocation(tx: Tx, id: string): Promise<LockedAllocation | undefined> {
  const [row] = await tx.select().from(allocation).where(eq(allocation.id, id)).for('update');
  if (!row) return undefined;
  const lines = await tx
    .select()
    .from(allocationLine)
    .where(eq(allocationLine.allocationId, id))
    .orderBy(asc(allocationLine.id));
  return { ...row, lines };
}

/** Writes what an event made of the allocation; status and version change nowhere else. */
export async function saveAllocation(
  tx: Tx,
  id: string,
  next: AllocationState,
  changes: Partial<typeof allocation.$inferInsert> = {},
): Promise<void> {
  await tx
    .update(allocation)
    .set({ ...changes, status: next.status, version: next.version })
    .where(eq(allocation.id, id));
}

export async function addReleased(tx: Tx, lineId: string, quantity: number): Promise<void> {
  await tx
    .update(allocationLine)
    .set({ releasedQuantity: sql`${allocationLine.releasedQuantity} + ${quantity}` })
    .where(eq(allocationLine.id, lineId));
}

/** Goods reserved somewhere for one allocation line, loose or in a parcel. */
export interface HeldGoods {
  allocationLineId: string;
  placeId: string;
  countyCode: string;
  lotId: string;
  parcelId: string;
  quantity: number;
}

/** What the hold accounts of these allocation lines hold now; `ledger_post` decides again under its own locks. */
export async function listHeldGoods(tx: Tx, lineIds: readonly string[]): Promise<HeldGoods[]> {
  if (lineIds.length === 0) return [];
  const rows = await tx
    .select({
      allocationLineId: account.allocationLineId,
      placeId: account.placeId,
      countyCode: account.countyCode,
      lotId: balance.lotId,
      parcelId: balance.parcelId,
      quantity: balance.quantity,
    })
    .from(account)
    .innerJoin(balance, eq(balance.accountId, account.id))
    .where(
      and(
        eq(account.kind, 'hold'),
        inArray(account.allocationLineId, [...lineIds]),
        sql`${balance.quantity} > 0`,
      ),
    )
    .orderBy(asc(account.key), asc(balance.parcelId));
  return rows.map((row) => {
    if (row.allocationLineId === null || row.placeId === null) {
      throw new Error('a hold account without its place or allocation line');
    }
    return { ...row, allocationLineId: row.allocationLineId, placeId: row.placeId };
  });
}

/** A donation line's binding, as the allocation rules read it. */
const binding = {
  donationLineId: donationLine.id,
  itemId: donationLine.itemId,
  restrictedDivisionCode: donationLine.restrictedDivisionCode,
  restrictedGroup: donationLine.restrictedGroup,
  purpose: donationLine.purpose,
};

/** Lots as the rules need them: what they are, how long they last and what their donor bound them to. */
export async function listLotsToAllocate(tx: Tx, lotIds: readonly string[]) {
  if (lotIds.length === 0) return [];
  return tx
    .select({
      ...binding,
      lotId: lot.id,
      itemId: lot.itemId,
      size: lot.size,
      producedOn: lot.producedOn,
      bestBefore: lot.bestBefore,
      packSize: lot.packSize,
    })
    .from(lot)
    .innerJoin(donationLine, eq(donationLine.id, lot.donationLineId))
    .where(inArray(lot.id, [...new Set(lotIds)]));
}

/**
 * Donation lines that something could be promised from, their donations locked in the order of their ids: a count of
 * one of them, or another promise, waits.
 */
export async function lockPledgesToPromise(tx: Tx, donationLineIds: readonly string[]) {
  if (donationLineIds.length === 0) return [];
  const wanted = inArray(donationLine.id, [...new Set(donationLineIds)]);
  await tx
    .select({ id: donation.id })
    .from(donation)
    .where(
      inArray(
        donation.id,
        tx.select({ id: donationLine.donationId }).from(donationLine).where(wanted),
      ),
    )
    .orderBy(asc(donation.id))
    .for('update');
  return tx
    .select({
      ...binding,
      size: donationLine.size,
      producedOn: donationLine.producedOn,
      bestBefore: donationLine.bestBefore,
      status: donation.status,
      placeId: donation.placeId,
    })
    .from(donationLine)
    .innerJoin(donation, eq(donation.id, donationLine.donationId))
    .where(wanted);
}

export async function listPlacesOf(tx: Tx, placeIds: readonly string[]) {
  if (placeIds.length === 0) return [];
  return tx
    .select({ id: place.id, divisionCode: place.divisionCode, countyCode: place.countyCode })
    .from(place)
    .where(inArray(place.id, [...new Set(placeIds)]));
}
