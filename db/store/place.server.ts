import { and, eq, inArray, isNotNull, isNull } from 'drizzle-orm';
import type { Tx } from '~db/client.server';
import { place, programme } from '~db/schema/organisation';

export async function insertPlace(tx: Tx, row: typeof place.$inferInsert): Promise<void> {
  await tx.insert(place).values(row);
}

export async function lockPlace(tx: Tx, id: string) {
  const [row] = await tx.select().from(place).where(eq(place.id, id)).for('update');
  return row;
}

/** Those of the places that have a room set, locked in the order of their ids against others who would fill it. */
export async function lockRoom(tx: Tx, ids: readonly string[]): Promise<string[]> {
  if (ids.length === 0) return [];
  const rows = await tx
    .select({ id: place.id })
    .from(place)
    .where(and(inArray(place.id, [...new Set(ids)]), isNotNull(place.capacityL)))
    .orderBy(place.id)
    .for('no key update');
  return rows.map((row) => row.id);
}

export async function savePlace(
  tx: Tx,
  id: string,
  changes: Partial<typeof place.$inferInsert>,
): Promise<void> {
  await tx.update(place).set(changes).where(eq(place.id, id));
}

/** Running programmes of a place, locked in the order of their ids. */
export async function lockProgrammesOf(tx: Tx, placeId: string) {
  return tx
    .select({ id: programme.id, version: programme.version })
    .from(programme)
    .where(and(eq(programme.placeId, placeId), isNull(programme.endedOn)))
    .orderBy(programme.id)
    .for('update');
}

export async function insertProgramme(tx: Tx, row: typeof programme.$inferInsert): Promise<void> {
  await tx.insert(programme).values(row);
}

/** The programme locked, with the organisation and division of its place. */
export async function lockProgramme(tx: Tx, id: string) {
  const [row] = await tx
    .select({
      id: programme.id,
      placeId: programme.placeId,
      endedOn: programme.endedOn,
      version: programme.version,
      organisationId: place.organisationId,
      divisionCode: place.divisionCode,
    })
    .from(programme)
    .innerJoin(place, eq(place.id, programme.placeId))
    .where(eq(programme.id, id))
    .for('update', { of: programme });
  return row;
}

export async function saveProgramme(
  tx: Tx,
  id: string,
  changes: Partial<typeof programme.$inferInsert>,
): Promise<void> {
  await tx.update(programme).set(changes).where(eq(programme.id, id));
}
