import { and, asc, eq, inArray, max } from 'drizzle-orm';
import type { Tx } from '~db/client.server';
import { donation, donationLine } from '~db/schema/donation';
import { event } from '~db/schema/event';
import { lot } from '~db/schema/ledger';
import { organisation } from '~db/schema/organisation';

export type NewLot = typeof lot.$inferInsert;

/** Lots are made once and never changed. */
export async function insertLots(tx: Tx, lots: NewLot[]): Promise<void> {
  if (lots.length > 0) await tx.insert(lot).values(lots);
}

export interface LockedLot {
  id: string;
  itemId: string;
  size: string;
  donationLineId: string;
  packSize: number | null;
  bestBefore: string | null;
  /** None where the source of found goods is unknown. */
  donor: { organisationId: string; countyCode: string } | undefined;
  /** Of the lot's next event. */
  nextVersion: number;
}

/**
 * Lots by id, with the version of their next event. A lot itself never changes, so its donation line is what is locked
 * (in the order of ids): two events of one lot never take the same version.
 */
export async function lockLots(tx: Tx, lotIds: readonly string[]): Promise<LockedLot[]> {
  if (lotIds.length === 0) return [];
  const rows = await tx
    .select({
      lot,
      donorId: organisation.id,
      donorCountyCode: organisation.countyCode,
    })
    .from(lot)
    .innerJoin(donationLine, eq(donationLine.id, lot.donationLineId))
    .innerJoin(donation, eq(donation.id, donationLine.donationId))
    .leftJoin(organisation, eq(organisation.id, donation.donorOrganisationId))
    .where(inArray(lot.id, [...new Set(lotIds)]))
    .orderBy(asc(donationLine.id))
    .for('update', { of: donationLine });
  const versions = await tx
    .select({ id: event.aggregateId, version: max(event.version) })
    .from(event)
    .where(and(eq(event.aggregate, 'lot'), inArray(event.aggregateId, [...new Set(lotIds)])))
    .groupBy(event.aggregateId);
  return rows.map(({ lot: row, donorId, donorCountyCode }) => ({
    id: row.id,
    itemId: row.itemId,
    size: row.size,
    donationLineId: row.donationLineId,
    packSize: row.packSize,
    bestBefore: row.bestBefore,
    donor:
      donorId !== null && donorCountyCode !== null
        ? { organisationId: donorId, countyCode: donorCountyCode }
        : undefined,
    nextVersion: (versions.find((one) => one.id === row.id)?.version ?? 0) + 1,
  }));
}
