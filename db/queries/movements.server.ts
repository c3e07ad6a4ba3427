import { and, count, desc, eq, inArray, or, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { Scope } from '~/domain/actor';
import type { AccountKind, MovementKind } from '~/domain/ledger';
import type { Database, Tx } from '~db/client.server';
import { account, lot, movement, movementLine } from '~db/schema/ledger';
import { place } from '~db/schema/organisation';
import { parcel } from '~db/schema/parcel';
import { placeInScope } from './balances.server';

type Reader = Database | Tx;

const from = alias(account, 'from_account');
const to = alias(account, 'to_account');
const undo = alias(movement, 'undo');

/** What moved in, out or about at one place the reader may see, latest first: lines of the ledger, one row each. */
export async function listMovementsAt(
  db: Reader,
  scope: Scope,
  asked: { placeId: string; page: number; pageSize: number },
) {
  const [at] = await db
    .select({ id: place.id, name: place.name, organisationId: place.organisationId })
    .from(place)
    .where(and(eq(place.id, asked.placeId), placeInScope(scope)));
  if (!at) return undefined;
  const here = or(eq(from.placeId, at.id), eq(to.placeId, at.id));
  const [rows, [all]] = await Promise.all([
    db
      .select({
        movementId: movement.id,
        lineNo: movementLine.lineNo,
        kind: sql<MovementKind>`${movement.kind}`,
        causeKind: movement.causeKind,
        recordedAt: movement.recordedAt,
        reason: movement.reason,
        reverses: movement.reverses,
        reversedBy: undo.id,
        itemId: lot.itemId,
        size: lot.size,
        packSize: lot.packSize,
        bestBefore: lot.bestBefore,
        quantity: movementLine.quantity,
        fromKind: sql<AccountKind>`${from.kind}`,
        toKind: sql<AccountKind>`${to.kind}`,
        fromHere: sql<boolean>`coalesce(${from.placeId} = ${at.id}, false)`,
        toHere: sql<boolean>`coalesce(${to.placeId} = ${at.id}, false)`,
        parcelCode: parcel.code,
      })
      .from(movementLine)
      .innerJoin(movement, eq(movement.id, movementLine.movementId))
      .innerJoin(from, eq(from.id, movementLine.fromAccountId))
      .innerJoin(to, eq(to.id, movementLine.toAccountId))
      .innerJoin(lot, eq(lot.id, movementLine.lotId))
      .leftJoin(undo, eq(undo.reverses, movement.id))
      .leftJoin(
        parcel,
        or(eq(parcel.id, movementLine.toParcelId), eq(parcel.id, movementLine.fromParcelId)),
      )
      .where(here)
      .orderBy(desc(movement.recordedAt), movementLine.lineNo)
      .limit(asked.pageSize)
      .offset((asked.page - 1) * asked.pageSize),
    db
      .select({ total: count() })
      .from(movementLine)
      .innerJoin(from, eq(from.id, movementLine.fromAccountId))
      .innerJoin(to, eq(to.id, movementLine.toAccountId))
      .where(here),
  ]);
  return {
    place: at,
    rows: rows.map((row) => ({ ...row, recordedAt: row.recordedAt.toISOString() })),
    total: all?.total ?? 0,
  };
}

/** Kind and time of movements that took goods, to name them in a refusal. */
export async function nameMovements(db: Reader, ids: readonly string[]) {
  if (ids.length === 0) return [];
  const rows = await db
    .select({
      id: movement.id,
      kind: sql<MovementKind>`${movement.kind}`,
      recordedAt: movement.recordedAt,
    })
    .from(movement)
    .where(inArray(movement.id, [...ids]));
  return rows.map((row) => ({ ...row, recordedAt: row.recordedAt.toISOString() }));
}
