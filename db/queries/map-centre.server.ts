import { and, asc, desc, eq, inArray } from 'drizzle-orm';
import type { Database, Tx } from '~db/client.server';
import { programme } from '~db/schema/organisation';
import { request, requestLine } from '~db/schema/request';
import { shipment } from '~db/schema/shipment';
import type { Scope } from '~/domain/actor';
import { requestInScope } from './requests.server';

type Reader = Database | Tx;

/** Statuses of requests that still ask for something. */
const asking = ['draft', 'returned', 'submitted', 'approved'] as const;

/** What the reader may see of a centre's open requests, the most pressing first, with their lines. */
export async function listCentreRequests(db: Reader, scope: Scope, placeId: string) {
  const rows = await db
    .select({ request, programmeName: programme.name, group: programme.group })
    .from(request)
    .innerJoin(programme, eq(programme.id, request.programmeId))
    .where(
      and(
        eq(request.placeId, placeId),
        inArray(request.status, [...asking]),
        requestInScope(scope),
      ),
    )
    .orderBy(asc(request.needBy), desc(request.id));
  const ids = rows.map((row) => row.request.id);
  const lines =
    ids.length === 0
      ? []
      : await db
          .select()
          .from(requestLine)
          .where(inArray(requestLine.requestId, ids))
          .orderBy(asc(requestLine.position));
  return rows.map(({ request: head, ...names }) => ({
    ...head,
    ...names,
    lines: lines.filter((line) => line.requestId === head.id),
  }));
}

/** A centre's programmes are known to whoever may see the centre. */
export async function listCentreProgrammes(db: Reader, _scope: Scope, placeId: string) {
  return db
    .select({
      id: programme.id,
      name: programme.name,
      group: programme.group,
      endedOn: programme.endedOn,
    })
    .from(programme)
    .where(eq(programme.placeId, placeId))
    .orderBy(asc(programme.name));
}

/** The numbers that people call shipments by, of shipments already found in scope. */
export async function shipmentCodes(
  db: Reader,
  shipmentIds: readonly string[],
): Promise<Map<string, string>> {
  if (shipmentIds.length === 0) return new Map();
  const rows = await db
    .select({ id: shipment.id, code: shipment.code })
    .from(shipment)
    .where(inArray(shipment.id, [...shipmentIds]));
  return new Map(rows.map((row) => [row.id, row.code]));
}
