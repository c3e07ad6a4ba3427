import { and, eq, inArray } from 'drizzle-orm';
import { isUuid } from '~/domain/account';
import type { Database, Tx } from '~db/client.server';
import { itemUnit } from '~db/schema/catalogue';
import { requestLine } from '~db/schema/request';

/** Smallest units of one unit of what a request line asks for; the catalogue is the same for every reader. */
export async function findUnitFactor(
  db: Database,
  requestLineId: string,
  unitCode: string,
): Promise<number | undefined> {
  if (!isUuid(requestLineId)) return undefined;
  const [row] = await db
    .select({ factor: itemUnit.factor })
    .from(requestLine)
    .innerJoin(itemUnit, eq(itemUnit.itemId, requestLine.itemId))
    .where(and(eq(requestLine.id, requestLineId), eq(itemUnit.code, unitCode)));
  return row?.factor;
}

/** Item and size of request lines that stand in a plan the reader has found; also of those that are open no more. */
export async function listLineItems(db: Database | Tx, requestLineIds: readonly string[]) {
  if (requestLineIds.length === 0) return [];
  return db
    .select({ id: requestLine.id, itemId: requestLine.itemId, size: requestLine.size })
    .from(requestLine)
    .where(inArray(requestLine.id, [...new Set(requestLineIds)]));
}
