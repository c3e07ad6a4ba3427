import { and, eq, gt, isNull, lte, or } from 'drizzle-orm';
import type { Tx } from '~db/client.server';
import { membership } from '~db/schema/membership';
import type { Actor } from '~/domain/actor';
import type { CalendarDay } from '~/domain/calendar';

export type MembershipRow = typeof membership.$inferSelect;

export async function insertMembership(
  tx: Tx,
  held: Actor,
  from: CalendarDay,
  validTo: CalendarDay | null = null,
): Promise<void> {
  const { membershipId: id, ...rest } = held;
  await tx.insert(membership).values({ id, ...rest, validFrom: from, validTo });
}

export async function lockMembership(tx: Tx, id: string): Promise<MembershipRow | undefined> {
  const [row] = await tx.select().from(membership).where(eq(membership.id, id)).for('update');
  return row;
}

/** Without a day it holds until further notice. */
export async function endMembershipOn(
  tx: Tx,
  row: MembershipRow,
  day: CalendarDay | null,
): Promise<void> {
  await tx
    .update(membership)
    .set({ validTo: day, version: row.version + 1 })
    .where(eq(membership.id, row.id));
}

/** Those of an organisation that have not ended on this day, locked in the order of their ids. */
export async function lockMembershipsOf(
  tx: Tx,
  organisationId: string,
  day: CalendarDay,
): Promise<MembershipRow[]> {
  return tx
    .select()
    .from(membership)
    .where(
      and(
        eq(membership.organisationId, organisationId),
        or(isNull(membership.validTo), gt(membership.validTo, day)),
      ),
    )
    .orderBy(membership.id)
    .for('update');
}

/** Does the user hold this role at this organisation on this day? */
export async function holdsRole(
  tx: Tx,
  held: Pick<Actor, 'userId' | 'organisationId' | 'role' | 'divisionCode'>,
  day: CalendarDay,
): Promise<boolean> {
  const rows = await tx
    .select({ id: membership.id })
    .from(membership)
    .where(
      and(
        eq(membership.userId, held.userId),
        eq(membership.organisationId, held.organisationId),
        eq(membership.role, held.role),
        eq(membership.divisionCode, held.divisionCode),
        inForce(day),
      ),
    )
    .limit(1);
  return rows.length > 0;
}

/**
 * Locks every administrator's membership in force, so that two cannot end each other at once. Those that have an end do not
 * count: when it comes nobody would be left.
 */
export async function lockOtherAdministrators(
  tx: Tx,
  exceptId: string,
  day: CalendarDay,
): Promise<number> {
  const rows = await tx
    .select({ id: membership.id, validTo: membership.validTo })
    .from(membership)
    .where(and(eq(membership.role, 'administrator'), inForce(day)))
    .orderBy(membership.id)
    .for('update');
  return rows.filter((row) => row.id !== exceptId && row.validTo === null).length;
}

function inForce(day: CalendarDay) {
  return and(
    lte(membership.validFrom, day),
    or(isNull(membership.validTo), gt(membership.validTo, day)),
  );
}
