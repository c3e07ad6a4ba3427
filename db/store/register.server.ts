import { and, eq, gt, inArray, isNull, or } from 'drizzle-orm';
import type { CalendarDay } from '~/domain/calendar';
import type { Tx } from '~db/client.server';
import { household, householdMember, person, personCategory } from '~db/schema/register';

export type HouseholdRow = typeof household.$inferSelect;
export type PersonRow = typeof person.$inferSelect;

export async function insertHousehold(tx: Tx, row: typeof household.$inferInsert): Promise<void> {
  await tx.insert(household).values(row);
}

/** A person as a member of a household from the day of registration. */
export async function insertPerson(
  tx: Tx,
  row: typeof person.$inferInsert,
  member: Pick<
    typeof householdMember.$inferInsert,
    'id' | 'householdId' | 'relationship' | 'isHead'
  >,
): Promise<void> {
  const { id: personId, countyCode, organisationId, registeredOn: validFrom } = row;
  await tx.insert(person).values(row);
  await tx
    .insert(householdMember)
    .values({ ...member, personId, countyCode, organisationId, validFrom });
}

/** Undefined outside the scope. */
export async function lockHousehold(tx: Tx, id: string): Promise<HouseholdRow | undefined> {
  const [row] = await tx.select().from(household).where(eq(household.id, id)).for('update');
  return row;
}

export async function saveHousehold(
  tx: Tx,
  id: string,
  changes: Partial<typeof household.$inferInsert> & { version: number },
): Promise<void> {
  await tx.update(household).set(changes).where(eq(household.id, id));
}

/** Living persons who belong to the household now, locked in the order of their ids. */
export async function lockMembersOf(tx: Tx, householdId: string): Promise<PersonRow[]> {
  const members = tx
    .select({ id: householdMember.personId })
    .from(householdMember)
    .where(and(eq(householdMember.householdId, householdId), isNull(householdMember.validTo)));
  return tx
    .select()
    .from(person)
    .where(and(inArray(person.id, members), isNull(person.endedOn)))
    .orderBy(person.id)
    .for('update');
}

export async function lockPerson(tx: Tx, id: string): Promise<PersonRow | undefined> {
  const [row] = await tx.select().from(person).where(eq(person.id, id)).for('update');
  return row;
}

export async function savePerson(
  tx: Tx,
  id: string,
  changes: Partial<typeof person.$inferInsert> & { version: number },
): Promise<void> {
  await tx.update(person).set(changes).where(eq(person.id, id));
}

export async function insertCategory(
  tx: Tx,
  row: typeof personCategory.$inferInsert,
): Promise<void> {
  await tx.insert(personCategory).values(row);
}

export async function listCategories(tx: Tx, personId: string) {
  return tx.select().from(personCategory).where(eq(personCategory.personId, personId));
}

/** The person belongs to no household and no category from this day on. */
export async function endMembershipsOf(
  tx: Tx,
  personId: string,
  validTo: CalendarDay,
): Promise<void> {
  await tx
    .update(householdMember)
    .set({ validTo })
    .where(and(eq(householdMember.personId, personId), isNull(householdMember.validTo)));
  await tx
    .update(personCategory)
    .set({ validTo })
    .where(
      and(
        eq(personCategory.personId, personId),
        or(isNull(personCategory.validTo), gt(personCategory.validTo, validTo)),
      ),
    );
}
