import {
  and,
  asc,
  desc,
  eq,
  gt,
  gte,
  ilike,
  inArray,
  lt,
  lte,
  ne,
  sql,
  type SQL,
} from 'drizzle-orm';
import type { Scope } from '~/domain/actor';
import type { CalendarDay } from '~/domain/calendar';
import type { Database, Tx } from '~db/client.server';
import { item } from '~db/schema/catalogue';
import { donation, donationLine } from '~db/schema/donation';
import { account, balance, lot } from '~db/schema/ledger';
import { place } from '~db/schema/organisation';
import { parcel } from '~db/schema/parcel';
import { keptKinds, placeInScope, type KeptKind } from './balances.server';

type Reader = Database | Tx;

export const stockSorts = ['bestBefore', 'item', 'place', 'quantity'] as const;
export type StockSort = (typeof stockSorts)[number];
export const stockConditions = ['expired', 'expiring'] as const;
export type StockCondition = (typeof stockConditions)[number];

export interface StockAsked {
  placeId?: string | undefined;
  itemId?: string | undefined;
  kind?: KeptKind | undefined;
  condition?: StockCondition | undefined;
  /** Part of a parcel's code. */
  parcelCode?: string | undefined;
  today: CalendarDay;
  /** Goods that end by this day, and not before today, are expiring. */
  soonDay: CalendarDay;
  sort: StockSort;
  descending: boolean;
  /** From 1. */
  page: number;
  pageSize: number;
}

/** What lies at places the reader may see, one row a lot, parcel and standing; first expired first unless sorted. */
export async function listStockRows(db: Reader, scope: Scope, asked: StockAsked) {
  const grouped = db
    .select({
      kind: sql<KeptKind>`${account.kind}`.as('kind'),
      placeId: sql<string>`${place.id}`.as('place_id'),
      placeName: sql<string>`${place.name}`.as('place_name'),
      organisationId: place.organisationId,
      itemId: lot.itemId,
      itemCode: item.code,
      size: lot.size,
      lotId: sql<string>`${lot.id}`.as('lot_id'),
      donationCode: sql<string>`${donation.code}`.as('donation_code'),
      producedOn: lot.producedOn,
      bestBefore: lot.bestBefore,
      packSize: lot.packSize,
      parcelId: balance.parcelId,
      parcelCode: sql<string | null>`${parcel.code}`.as('parcel_code'),
      quantity: sql<string>`sum(${balance.quantity})`.mapWith(Number).as('total'),
    })
    .from(account)
    .innerJoin(place, eq(place.id, account.placeId))
    .innerJoin(balance, eq(balance.accountId, account.id))
    .innerJoin(lot, eq(lot.id, balance.lotId))
    .innerJoin(item, eq(item.id, lot.itemId))
    .innerJoin(donationLine, eq(donationLine.id, lot.donationLineId))
    .innerJoin(donation, eq(donation.id, donationLine.donationId))
    .leftJoin(parcel, eq(parcel.id, balance.parcelId))
    .where(and(placeInScope(scope), gt(balance.quantity, 0), ...conditions(asked)))
    .groupBy(account.kind, place.id, lot.id, item.id, donation.id, balance.parcelId, parcel.id)
    .as('grouped');
  const direction = asked.descending ? desc : asc;
  const fefo = [sql`${grouped.bestBefore} nulls last`, sql`${grouped.producedOn} nulls last`];
  const order: Record<StockSort, SQL[]> = {
    bestBefore: asked.descending ? [sql`${grouped.bestBefore} desc nulls last`] : fefo,
    item: [direction(grouped.itemCode), direction(grouped.size), ...fefo],
    place: [direction(grouped.placeName), ...fefo],
    quantity: [direction(grouped.quantity)],
  };
  const [rows, [all]] = await Promise.all([
    db
      .select()
      .from(grouped)
      .orderBy(...order[asked.sort], asc(grouped.lotId), asc(grouped.parcelId), asc(grouped.kind))
      .limit(asked.pageSize)
      .offset((asked.page - 1) * asked.pageSize),
    db.select({ total: sql<string>`count(*)`.mapWith(Number) }).from(grouped),
  ]);
  return { rows, total: all?.total ?? 0 };
}

function conditions(asked: StockAsked): (SQL | undefined)[] {
  const { placeId, itemId, kind, condition, parcelCode, today, soonDay } = asked;
  const pattern = parcelCode && `%${parcelCode.replaceAll(/[\\%_]/g, (sign) => `\\${sign}`)}%`;
  return [
    inArray(account.kind, kind ? [kind] : [...keptKinds]),
    placeId ? eq(place.id, placeId) : undefined,
    itemId ? eq(lot.itemId, itemId) : undefined,
    condition === 'expired' ? lt(lot.bestBefore, today) : undefined,
    condition === 'expiring'
      ? and(gte(lot.bestBefore, today), lte(lot.bestBefore, soonDay))
      : undefined,
    pattern ? ilike(parcel.code, pattern) : undefined,
  ];
}

/** Places that the reader may see something at, and the items that lie there: what the filters offer. */
export async function listStockChoices(db: Reader, scope: Scope) {
  const there = and(
    placeInScope(scope),
    inArray(account.kind, [...keptKinds]),
    ne(balance.quantity, 0),
  );
  const base = () =>
    db
      .selectDistinct({ id: place.id, name: place.name })
      .from(account)
      .innerJoin(place, eq(place.id, account.placeId))
      .innerJoin(balance, eq(balance.accountId, account.id));
  const [places, items] = await Promise.all([
    base().where(there).orderBy(asc(place.name)),
    db
      .selectDistinct({ id: item.id, code: item.code, nameZh: item.nameZh, nameEn: item.nameEn })
      .from(account)
      .innerJoin(place, eq(place.id, account.placeId))
      .innerJoin(balance, eq(balance.accountId, account.id))
      .innerJoin(lot, eq(lot.id, balance.lotId))
      .innerJoin(item, eq(item.id, lot.itemId))
      .where(there)
      .orderBy(asc(item.code)),
  ]);
  return { places, items };
}

/** One lot at one place, loose or in one parcel: what of it is free and what is held back. */
export async function listGoodsAt(
  db: Reader,
  scope: Scope,
  at: { placeId: string; lotId: string; parcelId: string },
) {
  return db
    .select({
      kind: sql<KeptKind>`${account.kind}`,
      placeId: place.id,
      placeName: place.name,
      organisationId: place.organisationId,
      itemId: lot.itemId,
      size: lot.size,
      lotId: lot.id,
      donationCode: donation.code,
      bestBefore: lot.bestBefore,
      packSize: lot.packSize,
      parcelId: balance.parcelId,
      parcelCode: parcel.code,
      quantity: balance.quantity,
    })
    .from(account)
    .innerJoin(place, eq(place.id, account.placeId))
    .innerJoin(balance, eq(balance.accountId, account.id))
    .innerJoin(lot, eq(lot.id, balance.lotId))
    .innerJoin(donationLine, eq(donationLine.id, lot.donationLineId))
    .innerJoin(donation, eq(donation.id, donationLine.donationId))
    .leftJoin(parcel, eq(parcel.id, balance.parcelId))
    .where(
      and(
        placeInScope(scope),
        eq(place.id, at.placeId),
        eq(lot.id, at.lotId),
        eq(balance.parcelId, at.parcelId),
        gt(balance.quantity, 0),
        inArray(account.kind, ['stock', 'quarantine']),
      ),
    );
}

/** Places the reader may see, by name. */
export async function listStockPlaces(db: Reader, scope: Scope) {
  return db
    .select({ id: place.id, name: place.name })
    .from(place)
    .where(placeInScope(scope))
    .orderBy(asc(place.name));
}
