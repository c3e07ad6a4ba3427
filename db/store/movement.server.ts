import { and, asc, eq, ne } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { Tx } from '~db/client.server';
import { account, movement, movementLine } from '~db/schema/ledger';
import type { MovementKind } from '~/domain/ledger';

const from = alias(account, 'from_account');
const to = alias(account, 'to_account');

/** A movement with the places and the shipment it touches, or undefined. */
export async function findMovement(tx: Tx, id: string) {
  const rows = await tx
    .select({
      kind: movement.kind,
      causeKind: movement.causeKind,
      causeId: movement.causeId,
      lotId: movementLine.lotId,
      fromPlaceId: from.placeId,
      toPlaceId: to.placeId,
      toShipmentId: to.shipmentId,
      fromShipmentId: from.shipmentId,
    })
    .from(movement)
    .innerJoin(movementLine, eq(movementLine.movementId, movement.id))
    .innerJoin(from, eq(from.id, movementLine.fromAccountId))
    .innerJoin(to, eq(to.id, movementLine.toAccountId))
    .where(eq(movement.id, id));
  const [first] = rows;
  if (!first) return undefined;
  return {
    id,
    kind: first.kind as MovementKind,
    cause: { kind: first.causeKind, id: first.causeId },
    lotIds: [...new Set(rows.map((row) => row.lotId))],
    placeIds: [...new Set(rows.flatMap((row) => [row.fromPlaceId, row.toPlaceId]))].filter(
      (one): one is string => one !== null,
    ),
    shipmentId: first.toShipmentId ?? first.fromShipmentId,
  };
}
export type FoundMovement = NonNullable<Awaited<ReturnType<typeof findMovement>>>;

/** The movements of one cause that are no reversals, oldest first. */
export async function listMovementsOf(tx: Tx, causeId: string) {
  return tx
    .select({ id: movement.id, kind: movement.kind })
    .from(movement)
    .where(and(eq(movement.causeId, causeId), ne(movement.kind, 'reverse')))
    .orderBy(asc(movement.recordedAt));
}
