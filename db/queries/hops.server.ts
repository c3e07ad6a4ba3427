import { and, asc, eq, gt, inArray, or, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { Database, Tx } from '~db/client.server';
import { account, balance, movement, movementLine } from '~db/schema/ledger';
import type { AccountKind, MovementKind } from '~/domain/ledger';

/**
 * The way of goods, oldest first. These reads take no Scope: they hold nothing of a person (a recipient's account stays
 * unnamed here), and anyone who has a parcel's code may see its way.
 */
type Reader = Database | Tx;

const from = alias(account, 'from_account');
const to = alias(account, 'to_account');
const undo = alias(movement, 'undo');

const hop = {
  movementId: movement.id,
  kind: sql<MovementKind>`${movement.kind}`,
  causeKind: movement.causeKind,
  causeId: movement.causeId,
  reason: movement.reason,
  occurredAt: movement.occurredAt,
  recordedAt: movement.recordedAt,
  reverses: movement.reverses,
  reversedBy: undo.id,
  lotId: movementLine.lotId,
  quantity: movementLine.quantity,
  allocationLineId: movementLine.allocationLineId,
  fromKind: sql<AccountKind>`${from.kind}`,
  fromPlaceId: from.placeId,
  fromShipmentId: from.shipmentId,
  fromParcelId: movementLine.fromParcelId,
  toKind: sql<AccountKind>`${to.kind}`,
  toPlaceId: to.placeId,
  toShipmentId: to.shipmentId,
  toProgrammeId: to.programmeId,
  toParcelId: movementLine.toParcelId,
};

export async function hopsOfLots(db: Reader, lotIds: readonly string[]) {
  if (lotIds.length === 0) return [];
  return selectHops(db)
    .where(inArray(movementLine.lotId, [...lotIds]))
    .orderBy(...inOrder);
}

/** Every movement into, with or out of the parcel. */
export async function hopsOfParcel(db: Reader, parcelId: string) {
  return selectHops(db)
    .where(or(eq(movementLine.fromParcelId, parcelId), eq(movementLine.toParcelId, parcelId)))
    .orderBy(...inOrder);
}

const inOrder = [asc(movement.recordedAt), asc(movementLine.lineNo)];

function selectHops(db: Reader) {
  return db
    .select(hop)
    .from(movementLine)
    .innerJoin(movement, eq(movement.id, movementLine.movementId))
    .innerJoin(from, eq(from.id, movementLine.fromAccountId))
    .innerJoin(to, eq(to.id, movementLine.toAccountId))
    .leftJoin(undo, eq(undo.reverses, movement.id));
}

/** How many recipients hold something of these lots; of the lots, in the parcel alone where one is given. */
export async function recipientsReached(
  db: Reader,
  lotIds: readonly string[],
  parcelId?: string,
): Promise<number> {
  if (lotIds.length === 0) return 0;
  const [row] = await db
    .select({ count: sql<string>`count(distinct ${balance.accountId})`.mapWith(Number) })
    .from(balance)
    .innerJoin(account, and(eq(account.id, balance.accountId), eq(account.kind, 'recipient')))
    .where(
      and(
        inArray(balance.lotId, [...lotIds]),
        gt(balance.quantity, 0),
        parcelId === undefined ? undefined : eq(balance.parcelId, parcelId),
      ),
    );
  return row?.count ?? 0;
}

/** What a parcel holds now, by lot and account, in smallest units. */
export async function contentsOfParcel(db: Reader, parcelId: string) {
  return db
    .select({
      lotId: balance.lotId,
      quantity: balance.quantity,
      kind: sql<AccountKind>`${account.kind}`,
      placeId: account.placeId,
      shipmentId: account.shipmentId,
      allocationLineId: account.allocationLineId,
    })
    .from(balance)
    .innerJoin(account, eq(account.id, balance.accountId))
    .where(and(eq(balance.parcelId, parcelId), gt(balance.quantity, 0)));
}
