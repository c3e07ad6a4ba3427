import { and, asc, eq, inArray, isNull } from 'drizzle-orm';
import type { DonationState, LineQuantity } from '~/domain/donation';
import type { Tx } from '~db/client.server';
import { lineStateOf } from '~db/queries/donation-figures.server';
import { donation, donationLine, intake, intakeLine } from '~db/schema/donation';
import { organisation, place } from '~db/schema/organisation';

export type DonationRow = typeof donation.$inferSelect;
export type DonationLineRow = typeof donationLine.$inferSelect;
export type NewDonation = typeof donation.$inferInsert;
export type NewDonationLine = typeof donationLine.$inferInsert;

export interface LockedDonation {
  row: DonationRow;
  lines: DonationLineRow[];
  /** Where the goods are to be delivered, for policy: whose place and in which division. */
  place: { organisationId: string; divisionCode: string };
  /** Undefined where the source of found goods is unknown. */
  donor: { organisationId: string; countyCode: string } | undefined;
  state: DonationState;
}

/** Locks the donation until the transaction ends; its lines are written under that lock alone. */
export async function lockDonation(tx: Tx, id: string): Promise<LockedDonation | undefined> {
  const [row] = await tx.select().from(donation).where(eq(donation.id, id)).for('update');
  if (!row) return undefined;
  const [lines, [at], [donor], refused] = await Promise.all([
    tx
      .select()
      .from(donationLine)
      .where(eq(donationLine.donationId, id))
      .orderBy(asc(donationLine.position)),
    tx
      .select({ organisationId: place.organisationId, divisionCode: place.divisionCode })
      .from(place)
      .where(eq(place.id, row.placeId)),
    tx
      .select({ organisationId: organisation.id, countyCode: organisation.countyCode })
      .from(organisation)
      .where(eq(organisation.id, row.donorOrganisationId ?? row.id)),
    refusedAtDoor(tx, id),
  ]);
  if (!at) throw new Error(`donation ${id} goes to no place`);
  const state = { ...stateOf(row, lines), refusedAt: refused };
  return { row, lines, place: at, donor, state };
}

function stateOf(row: DonationRow, lines: DonationLineRow[]): Omit<DonationState, 'refusedAt'> {
  return {
    status: row.status,
    version: row.version,
    lines: Object.fromEntries(lines.map((line) => [line.id, lineStateOf(line)])),
  };
}

/** What each count that stands refused at the door; a count that refused nothing has an empty list. */
async function refusedAtDoor(tx: Tx, donationId: string): Promise<DonationState['refusedAt']> {
  const rows = await tx
    .select({
      intakeId: intake.id,
      lineId: intakeLine.donationLineId,
      quantity: intakeLine.refusedQuantity,
      reason: intakeLine.reason,
    })
    .from(intake)
    .leftJoin(intakeLine, eq(intakeLine.intakeId, intake.id))
    .where(and(eq(intake.donationId, donationId), isNull(intake.reversedAt)))
    .orderBy(asc(intakeLine.id));
  const refused: DonationState['refusedAt'] = {};
  for (const { intakeId, lineId, quantity, reason } of rows) {
    const of = (refused[intakeId] ??= []);
    if (lineId && quantity) of.push({ lineId, quantity, reason: reason ?? '' });
  }
  return refused;
}

export async function insertDonation(
  tx: Tx,
  row: NewDonation,
  lines: NewDonationLine[],
): Promise<void> {
  await tx.insert(donation).values(row);
  await tx.insert(donationLine).values(lines);
}

/** Writes what the domain decided: status, version, and of each line what is declined and whether more may come. */
export async function saveDonation(
  tx: Tx,
  before: LockedDonation,
  after: DonationState,
  decision: { reason?: string | null; note?: string | null } = {},
): Promise<void> {
  await tx
    .update(donation)
    .set({
      status: after.status,
      version: after.version,
      ...(decision.reason !== undefined && { decisionReason: decision.reason }),
      ...(decision.note !== undefined && { decisionNote: decision.note }),
    })
    .where(eq(donation.id, before.row.id));
  for (const line of before.lines) {
    const [was, is] = [before.state.lines[line.id], after.lines[line.id]];
    if (!is || (is.declined === was?.declined && is.closed === was.closed)) continue;
    await tx
      .update(donationLine)
      .set({
        declinedQuantity: is.declined,
        closedReason: (is.closed?.reason as DonationLineRow['closedReason']) ?? null,
        closedIntakeId: is.closed?.intakeId ?? null,
      })
      .where(eq(donationLine.id, line.id));
  }
}

export async function setDeclinedReasons(
  tx: Tx,
  declined: readonly (LineQuantity & { reason: DonationLineRow['declinedReason'] })[],
): Promise<void> {
  for (const { lineId, reason } of declined) {
    await tx
      .update(donationLine)
      .set({ declinedReason: reason })
      .where(eq(donationLine.id, lineId));
  }
}

export type NewIntake = typeof intake.$inferInsert;
export type NewIntakeLine = typeof intakeLine.$inferInsert;

export async function insertIntake(tx: Tx, row: NewIntake, lines: NewIntakeLine[]): Promise<void> {
  await tx.insert(intake).values(row);
  await tx.insert(intakeLine).values(lines);
}

export interface LockedIntake {
  row: typeof intake.$inferSelect;
  lines: (typeof intakeLine.$inferSelect)[];
}

/** Call with the donation locked: counts are written under its lock. */
export async function loadIntake(tx: Tx, id: string): Promise<LockedIntake | undefined> {
  const [row] = await tx.select().from(intake).where(eq(intake.id, id));
  if (!row) return undefined;
  const lines = await tx
    .select()
    .from(intakeLine)
    .where(inArray(intakeLine.intakeId, [id]))
    .orderBy(asc(intakeLine.id));
  return { row, lines };
}

export async function markIntakeReversed(tx: Tx, id: string, at: Date): Promise<void> {
  await tx.update(intake).set({ reversedAt: at }).where(eq(intake.id, id));
}
