import { asc, desc, eq, inArray } from 'drizzle-orm';
import type { Database, Tx } from '~db/client.server';
import { intake, intakeLine } from '~db/schema/donation';
import { lot } from '~db/schema/ledger';
import { place } from '~db/schema/organisation';

export interface IntakeLineOnPage {
  id: string;
  donationLineId: string;
  sound: number;
  quarantined: number;
  refused: number;
  reason: (typeof intakeLine.$inferSelect)['reason'];
  bestBefore: string | null;
  packSize: number | null;
}

export interface IntakeOnPage {
  id: string;
  placeName: string;
  placeOrganisationId: string;
  placeDivisionCode: string;
  occurredAt: string;
  recordedAt: string;
  reversedAt: string | null;
  lines: IntakeLineOnPage[];
}

/** The counts of a donation that the caller has found in its scope, the latest first. */
export async function listIntakes(db: Database | Tx, donationId: string): Promise<IntakeOnPage[]> {
  const rows = await db
    .select({
      id: intake.id,
      placeName: place.name,
      placeOrganisationId: place.organisationId,
      placeDivisionCode: place.divisionCode,
      occurredAt: intake.occurredAt,
      recordedAt: intake.recordedAt,
      reversedAt: intake.reversedAt,
    })
    .from(intake)
    .innerJoin(place, eq(place.id, intake.placeId))
    .where(eq(intake.donationId, donationId))
    .orderBy(desc(intake.recordedAt), desc(intake.id));
  if (rows.length === 0) return [];
  const lines = await db
    .select({
      id: intakeLine.id,
      intakeId: intakeLine.intakeId,
      donationLineId: intakeLine.donationLineId,
      sound: intakeLine.soundQuantity,
      quarantined: intakeLine.quarantinedQuantity,
      refused: intakeLine.refusedQuantity,
      reason: intakeLine.reason,
      bestBefore: lot.bestBefore,
      packSize: lot.packSize,
    })
    .from(intakeLine)
    .leftJoin(lot, eq(lot.id, intakeLine.lotId))
    .where(
      inArray(
        intakeLine.intakeId,
        rows.map((row) => row.id),
      ),
    )
    .orderBy(asc(intakeLine.id));
  return rows.map((row) => ({
    ...row,
    occurredAt: row.occurredAt.toISOString(),
    recordedAt: row.recordedAt.toISOString(),
    reversedAt: row.reversedAt?.toISOString() ?? null,
    lines: lines.filter((line) => line.intakeId === row.id),
  }));
}
