import { and, asc, eq, inArray, max, sql } from 'drizzle-orm';
import type { HandoutState } from '~/domain/handout';
import type { Tx } from '~db/client.server';
import { handout, handoutLine, signOff } from '~db/schema/handout';
import { place } from '~db/schema/organisation';
import { household, person } from '~db/schema/register';
import { request, requestLine } from '~db/schema/request';

export type HandoutRow = typeof handout.$inferSelect;
export type HandoutLineRow = typeof handoutLine.$inferSelect;
export interface LockedHandout extends HandoutRow {
  divisionCode: string;
  lines: HandoutLineRow[];
}

export async function insertHandout(tx: Tx, row: typeof handout.$inferInsert): Promise<void> {
  await tx.insert(handout).values(row);
}

export async function lockHandout(tx: Tx, id: string): Promise<LockedHandout | undefined> {
  const [row] = await tx.select().from(handout).where(eq(handout.id, id)).for('update');
  if (!row) return undefined;
  const [at] = await tx
    .select({ divisionCode: place.divisionCode })
    .from(place)
    .where(eq(place.id, row.placeId));
  if (!at) throw new Error('a hand-out without its place');
  const lines = await tx
    .select()
    .from(handoutLine)
    .where(eq(handoutLine.handoutId, id))
    .orderBy(asc(handoutLine.position));
  return { ...row, ...at, lines };
}

/** Writes what an event made of the list; status and version change nowhere else. */
export async function saveHandout(
  tx: Tx,
  id: string,
  next: Pick<HandoutState, 'status' | 'version'>,
): Promise<void> {
  await tx
    .update(handout)
    .set({ status: next.status, version: next.version })
    .where(eq(handout.id, id));
}

export async function insertHandoutLines(
  tx: Tx,
  handoutId: string,
  lines: readonly Omit<typeof handoutLine.$inferInsert, 'position' | 'handoutId'>[],
): Promise<void> {
  if (lines.length === 0) return;
  const [last] = await tx
    .select({ position: max(handoutLine.position) })
    .from(handoutLine)
    .where(eq(handoutLine.handoutId, handoutId));
  const from = (last?.position ?? 0) + 1;
  await tx
    .insert(handoutLine)
    .values(lines.map((line, at) => ({ ...line, handoutId, position: from + at })));
}

export async function deleteHandoutLine(tx: Tx, id: string): Promise<void> {
  await tx.delete(handoutLine).where(eq(handoutLine.id, id));
}

export async function hasSignOffs(tx: Tx, handoutLineId: string): Promise<boolean> {
  const rows = await tx
    .select({ id: signOff.id })
    .from(signOff)
    .where(eq(signOff.handoutLineId, handoutLineId))
    .limit(1);
  return rows.length > 0;
}

/**
 * Request lines that dues are promised from, locked in the order of their ids: sign-offs, other lists and the closing
 * of a list wait here for one another.
 */
export async function lockRequestLines(tx: Tx, ids: readonly string[]) {
  if (ids.length === 0) return [];
  return tx
    .select({
      id: requestLine.id,
      itemId: requestLine.itemId,
      approvedQuantity: requestLine.approvedQuantity,
      programmeId: request.programmeId,
      status: request.status,
    })
    .from(requestLine)
    .innerJoin(request, eq(request.id, requestLine.requestId))
    .where(inArray(requestLine.id, [...new Set(ids)]))
    .orderBy(asc(requestLine.id))
    .for('no key update', { of: requestLine });
}

/**
 * What is bespoken of a request line, in smallest units: handed out on all lists, and still due on open ones.
 */
export async function bespokenOf(tx: Tx, requestLineId: string): Promise<number> {
  const posted = sql`coalesce((select sum(${signOff.quantity}) from ${signOff}
    where ${signOff.handoutLineId} = ${handoutLine.id} and ${signOff.status} = 'posted'), 0)`;
  const [row] = await tx
    .select({
      bespoken: sql<string>`coalesce(sum(case when ${handout.status} = 'open'
        then greatest(${handoutLine.entitledQuantity}, ${posted}) else ${posted} end), 0)`.mapWith(
        Number,
      ),
    })
    .from(handoutLine)
    .innerJoin(handout, eq(handout.id, handoutLine.handoutId))
    .where(eq(handoutLine.requestLineId, requestLineId));
  return row?.bespoken ?? 0;
}

/** How many of these the centre keeps and has not ended; the scope decides what is seen. */
export async function countKept(
  tx: Tx,
  personIds: readonly string[],
  householdIds: readonly string[],
  organisationId: string,
): Promise<number> {
  const kept = async (table: typeof person | typeof household, ids: readonly string[]) => {
    if (ids.length === 0) return 0;
    const rows = await tx
      .select({ id: table.id })
      .from(table)
      .where(
        and(
          inArray(table.id, [...ids]),
          eq(table.organisationId, organisationId),
          sql`${table.endedOn} is null`,
        ),
      );
    return rows.length;
  };
  return (await kept(person, personIds)) + (await kept(household, householdIds));
}
