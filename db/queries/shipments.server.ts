import { and, asc, count, desc, eq, ilike, inArray, like, or, sql, type SQL } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { Scope } from '~/domain/actor';
import type { ShipmentStatus } from '~/domain/shipment';
import type { Database, Tx } from '~db/client.server';
import { item } from '~db/schema/catalogue';
import { donation, donationLine } from '~db/schema/donation';
import { lot } from '~db/schema/ledger';
import { place } from '~db/schema/organisation';
import { shipment, shipmentLine } from '~db/schema/shipment';

type Reader = Database | Tx;

export const fromPlace = alias(place, 'from_place');
export const toPlace = alias(place, 'to_place');

export const shipmentSorts = ['createdAt', 'dispatchedAt', 'fromName', 'toName'] as const;
export type ShipmentSort = (typeof shipmentSorts)[number];

export interface ShipmentFilter {
  statuses?: readonly ShipmentStatus[] | undefined;
  /** Seen from the reader's own places. */
  direction?: 'in' | 'out' | undefined;
  /** Part of the code, the waybill number or a place's name. */
  text?: string | undefined;
  sort: ShipmentSort;
  descending: boolean;
  /** From 1. */
  page: number;
  pageSize: number;
}

export interface ShipmentInList {
  id: string;
  code: string;
  status: ShipmentStatus;
  fromName: string;
  toName: string;
  waybillNumber: string | null;
  createdAt: string;
  dispatchedAt: string | null;
  weightG: number;
  itemNamesZh: string[];
  itemNamesEn: string[];
}

const head = {
  id: shipment.id,
  code: shipment.code,
  status: shipment.status,
  fromName: fromPlace.name,
  toName: toPlace.name,
  waybillNumber: shipment.waybillNumber,
  createdAt: shipment.createdAt,
  dispatchedAt: shipment.dispatchedAt,
};

/** The shipments the reader may see, one page of them, and how many there are. */
export async function listShipments(
  db: Reader,
  scope: Scope,
  filter: ShipmentFilter,
): Promise<{ rows: ShipmentInList[]; total: number }> {
  const where = and(shipmentInScope(scope), ...conditions(scope, filter));
  const selected = () =>
    db
      .select(head)
      .from(shipment)
      .innerJoin(fromPlace, eq(fromPlace.id, shipment.fromPlaceId))
      .innerJoin(toPlace, eq(toPlace.id, shipment.toPlaceId))
      .where(where);
  const columns = {
    createdAt: shipment.createdAt,
    dispatchedAt: shipment.dispatchedAt,
    fromName: fromPlace.name,
    toName: toPlace.name,
  };
  const direction = filter.descending ? desc : asc;
  const [rows, [all]] = await Promise.all([
    selected()
      .orderBy(direction(columns[filter.sort]), desc(shipment.id))
      .limit(filter.pageSize)
      .offset((filter.page - 1) * filter.pageSize),
    db
      .select({ total: count() })
      .from(shipment)
      .innerJoin(fromPlace, eq(fromPlace.id, shipment.fromPlaceId))
      .innerJoin(toPlace, eq(toPlace.id, shipment.toPlaceId))
      .where(where),
  ]);
  const sums = await sumsOf(
    db,
    rows.map((row) => row.id),
  );
  return {
    rows: rows.map(({ createdAt, dispatchedAt, ...row }) => ({
      ...row,
      createdAt: createdAt.toISOString(),
      dispatchedAt: dispatchedAt?.toISOString() ?? null,
      ...(sums.get(row.id) ?? { weightG: 0, itemNamesZh: [], itemNamesEn: [] }),
    })),
    total: all?.total ?? 0,
  };
}

function conditions(scope: Scope, filter: ShipmentFilter): (SQL | undefined)[] {
  const { statuses, direction, text } = filter;
  const pattern = text && `%${text.replaceAll(/[\\%_]/g, (sign) => `\\${sign}`)}%`;
  const own = direction === 'in' ? toPlace : fromPlace;
  return [
    statuses && statuses.length > 0 ? inArray(shipment.status, [...statuses]) : undefined,
    direction && eq(own.organisationId, scope.organisationId),
    pattern
      ? or(
          ilike(shipment.code, pattern),
          ilike(shipment.waybillNumber, pattern),
          ilike(fromPlace.name, pattern),
          ilike(toPlace.name, pattern),
        )
      : undefined,
  ];
}

async function sumsOf(db: Reader, shipmentIds: readonly string[]) {
  const found = new Map<string, Pick<ShipmentInList, 'weightG' | 'itemNamesZh' | 'itemNamesEn'>>();
  if (shipmentIds.length === 0) return found;
  const rows = await db
    .select({
      shipmentId: shipmentLine.shipmentId,
      weightG: sql<string>`sum(${shipmentLine.quantity} * ${item.weightMg}) / 1000`.mapWith(Number),
      itemNamesZh: sql<string[]>`array_agg(distinct ${item.nameZh})`,
      itemNamesEn: sql<string[]>`array_agg(distinct ${item.nameEn})`,
    })
    .from(shipmentLine)
    .innerJoin(lot, eq(lot.id, shipmentLine.lotId))
    .innerJoin(item, eq(item.id, lot.itemId))
    .where(inArray(shipmentLine.shipmentId, [...shipmentIds]))
    .groupBy(shipmentLine.shipmentId);
  for (const { shipmentId, ...sums } of rows) found.set(shipmentId, sums);
  return found;
}

/**
 * Either end sees a shipment, and the officers of either end's division; a donor sees those that carry its goods. Needs
 * `fromPlace` and `toPlace` joined.
 */
export function shipmentInScope(scope: Scope): SQL | undefined {
  if (scope.role === 'administrator') return undefined;
  const ends = or(
    eq(fromPlace.organisationId, scope.organisationId),
    eq(toPlace.organisationId, scope.organisationId),
  );
  if (scope.role === 'foundation_staff') return carriesGoodsOf(scope.organisationId);
  if (scope.role !== 'bureau_officer' && scope.role !== 'township_officer') return ends;
  const below = `${scope.divisionPrefix}%`;
  return or(ends, like(fromPlace.divisionCode, below), like(toPlace.divisionCode, below));
}

function carriesGoodsOf(donorOrganisationId: string): SQL {
  return sql`${shipment.status} <> 'draft' and exists (
    select from ${shipmentLine}
    join ${lot} on ${lot.id} = ${shipmentLine.lotId}
    join ${donationLine} on ${donationLine.id} = ${lot.donationLineId}
    join ${donation} on ${donation.id} = ${donationLine.donationId}
    where ${shipmentLine.shipmentId} = ${shipment.id}
      and ${donation.donorOrganisationId} = ${donorOrganisationId})`;
}
