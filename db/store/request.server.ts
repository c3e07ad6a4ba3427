import { asc, eq, inArray } from 'drizzle-orm';
import type { Tx } from '~db/client.server';
import { place, programme } from '~db/schema/organisation';
import { request, requestLine } from '~db/schema/request';
import type { ProgrammeGroup } from '~/domain/organisation';
import type { CutReason, RequestState } from '~/domain/request';

export type RequestRow = typeof request.$inferSelect;
export type RequestLineRow = typeof requestLine.$inferSelect;
export type NewRequestLine = Pick<
  RequestLineRow,
  'id' | 'itemId' | 'size' | 'quantity' | 'unitCode' | 'largerSizeServes'
>;

export interface LockedRequest extends RequestRow {
  lines: RequestLineRow[];
}

/** The request with its lines, locked: who allocates or decides waits here for whoever was first. */
export async function lockRequest(tx: Tx, id: string): Promise<LockedRequest | undefined> {
  const [row] = await tx.select().from(request).where(eq(request.id, id)).for('update');
  if (!row) return undefined;
  const lines = await tx
    .select()
    .from(requestLine)
    .where(eq(requestLine.requestId, id))
    .orderBy(asc(requestLine.position));
  return { ...row, lines };
}

export async function insertRequest(
  tx: Tx,
  row: typeof request.$inferInsert,
  lines: readonly NewRequestLine[],
): Promise<void> {
  await tx.insert(request).values(row);
  await insertLines(tx, row.id, lines);
}

/** The request of each line. */
export async function listRequestsOfLines(
  tx: Tx,
  lineIds: readonly string[],
): Promise<Map<string, string>> {
  if (lineIds.length === 0) return new Map();
  const rows = await tx
    .select({ id: requestLine.id, requestId: requestLine.requestId })
    .from(requestLine)
    .where(inArray(requestLine.id, [...new Set(lineIds)]));
  return new Map(rows.map((row) => [row.id, row.requestId]));
}

/** Only before approval: nothing refers to the lines yet. */
export async function replaceRequestLines(
  tx: Tx,
  requestId: string,
  lines: readonly NewRequestLine[],
): Promise<void> {
  await tx.delete(requestLine).where(eq(requestLine.requestId, requestId));
  await insertLines(tx, requestId, lines);
}

async function insertLines(tx: Tx, requestId: string, lines: readonly NewRequestLine[]) {
  await tx
    .insert(requestLine)
    .values(lines.map((line, at) => ({ ...line, requestId, position: at + 1 })));
}

/** Writes what an event made of the request; status and version change nowhere else. */
export async function saveRequest(
  tx: Tx,
  id: string,
  next: Pick<RequestState, 'status' | 'version'>,
  changes: Partial<typeof request.$inferInsert> = {},
): Promise<void> {
  await tx
    .update(request)
    .set({ ...changes, status: next.status, version: next.version })
    .where(eq(request.id, id));
}

export async function saveApprovedLine(
  tx: Tx,
  id: string,
  approvedQuantity: number,
  cutReason: CutReason | null,
): Promise<void> {
  await tx.update(requestLine).set({ approvedQuantity, cutReason }).where(eq(requestLine.id, id));
}

/** A programme with its place, or undefined; also undefined once either has ended. */
export async function findOpenProgramme(tx: Tx, id: string, today: string) {
  const [row] = await tx
    .select({
      placeId: place.id,
      organisationId: place.organisationId,
      divisionCode: place.divisionCode,
      countyCode: place.countyCode,
      programmeEndedOn: programme.endedOn,
      placeEndedOn: place.endedOn,
    })
    .from(programme)
    .innerJoin(place, eq(place.id, programme.placeId))
    .where(eq(programme.id, id))
    // Whoever ends the place or the programme waits for what is being opened there, and the other way round.
    .for('key share', { of: [programme, place] });
  if (!row) return undefined;
  const ended = [row.programmeEndedOn, row.placeEndedOn].some(
    (day) => day !== null && day <= today,
  );
  return ended ? undefined : row;
}

/** For whom the programme is; donors may bind goods to a group. */
export async function findProgrammeGroup(tx: Tx, programmeId: string): Promise<ProgrammeGroup> {
  const [row] = await tx
    .select({ group: programme.group })
    .from(programme)
    .where(eq(programme.id, programmeId));
  if (!row) throw new Error('a request without its programme');
  return row.group;
}

/** Where the goods go, 12 digits. */
export async function findRequestDivision(tx: Tx, requestId: string): Promise<string> {
  const [row] = await tx
    .select({ divisionCode: request.divisionCode })
    .from(request)
    .where(eq(request.id, requestId));
  if (!row) throw new Error('an allocation without its request');
  return row.divisionCode;
}
