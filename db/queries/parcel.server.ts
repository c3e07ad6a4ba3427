import { and, asc, eq, gt, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { Scope } from '~/domain/actor';
import type { AccountKind } from '~/domain/ledger';
import type { Database, Tx } from '~db/client.server';
import { account, balance, lot } from '~db/schema/ledger';
import { place } from '~db/schema/organisation';
import { parcel } from '~db/schema/parcel';
import { fromPlace, shipmentInScope, toPlace } from './shipments.server';
import { shipment, shipmentLine } from '~db/schema/shipment';
import { placeInScope } from './balances.server';

const at = alias(place, 'at_place');

/** A parcel with its contents, for who keeps the place it was packed at, or either end of a shipment that carried it. */
export async function findParcelToShow(db: Database | Tx, scope: Scope, id: string) {
  const [row] = await db
    .select({ parcel, placeName: place.name })
    .from(parcel)
    .innerJoin(place, eq(place.id, parcel.placeId))
    .where(eq(parcel.id, id));
  if (!row) return undefined;
  const [packedHere, carried] = await Promise.all([
    db
      .select({ id: place.id })
      .from(place)
      .where(and(eq(place.id, row.parcel.placeId), placeInScope(scope))),
    db
      .select({ id: shipment.id })
      .from(shipmentLine)
      .innerJoin(shipment, eq(shipment.id, shipmentLine.shipmentId))
      .innerJoin(fromPlace, eq(fromPlace.id, shipment.fromPlaceId))
      .innerJoin(toPlace, eq(toPlace.id, shipment.toPlaceId))
      .where(and(eq(shipmentLine.parcelId, id), shipmentInScope(scope)))
      .limit(1),
  ]);
  if (packedHere.length === 0 && carried.length === 0) return undefined;
  const contents = await db
    .select({
      lotId: lot.id,
      itemId: lot.itemId,
      size: lot.size,
      bestBefore: lot.bestBefore,
      packSize: lot.packSize,
      kind: sql<AccountKind>`${account.kind}`,
      placeName: at.name,
      organisationId: at.organisationId,
      divisionCode: at.divisionCode,
      quantity: sql<string>`sum(${balance.quantity})`.mapWith(Number),
    })
    .from(balance)
    .innerJoin(account, eq(account.id, balance.accountId))
    .innerJoin(lot, eq(lot.id, balance.lotId))
    .leftJoin(at, eq(at.id, account.placeId))
    .where(and(eq(balance.parcelId, id), gt(balance.quantity, 0)))
    .groupBy(lot.id, account.kind, at.id)
    .orderBy(asc(lot.id));
  const { code, kind, createdAt } = row.parcel;
  return {
    id,
    code,
    kind,
    packedAt: createdAt.toISOString(),
    packedAtPlace: row.placeName,
    contents,
  };
}
