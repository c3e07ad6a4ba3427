import { and, eq, gt, inArray, like, or, sql, type SQL } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { Database, Tx } from '~db/client.server';
import { donation, donationLine, intake } from '~db/schema/donation';
import { account, balance, lot, movement, movementLine } from '~db/schema/ledger';
import { place } from '~db/schema/organisation';
import type { Scope } from '~/domain/actor';
import type { LotBalance } from '~/domain/donation-figures';

type Reader = Database | Tx;

export const keptKinds = ['stock', 'quarantine', 'hold'] as const;
export type KeptKind = (typeof keptKinds)[number];

export interface StockFilter {
  placeIds?: readonly string[];
  itemIds?: readonly string[];
  size?: string;
  lotIds?: readonly string[];
  parcelIds?: readonly string[];
  allocationLineIds?: readonly string[];
  kinds?: readonly KeptKind[];
}

/**
 * What lies at places the reader may see, first expired first: one row a lot and parcel (`LOOSE` and `OPENED` are
 * none), free (`stock`), held back (`quarantine`) or reserved (`hold`). Quantities in smallest units.
 */
export async function listStock(db: Reader, scope: Scope, filter: StockFilter = {}) {
  return db
    .select({
      kind: sql<KeptKind>`${account.kind}`,
      placeId: place.id,
      placeKind: place.kind,
      allocationLineId: account.allocationLineId,
      itemId: lot.itemId,
      size: lot.size,
      lotId: lot.id,
      donationLineId: lot.donationLineId,
      producedOn: lot.producedOn,
      bestBefore: lot.bestBefore,
      packSize: lot.packSize,
      parcelId: balance.parcelId,
      quantity: balance.quantity,
    })
    .from(account)
    .innerJoin(place, eq(place.id, account.placeId))
    .innerJoin(balance, eq(balance.accountId, account.id))
    .innerJoin(lot, eq(lot.id, balance.lotId))
    .where(
      and(
        placeInScope(scope),
        gt(balance.quantity, 0),
        inArray(account.kind, [...(filter.kinds ?? keptKinds)]),
        among(account.placeId, filter.placeIds),
        among(lot.itemId, filter.itemIds),
        among(balance.lotId, filter.lotIds),
        among(balance.parcelId, filter.parcelIds),
        among(account.allocationLineId, filter.allocationLineIds),
        filter.size === undefined ? undefined : eq(lot.size, filter.size),
      ),
    )
    .orderBy(sql`${lot.bestBefore} nulls last`, lot.producedOn, lot.id, balance.parcelId);
}

/** What `whereabouts` (app/domain/donation-figures) needs of one donation line. */
export interface DonationLineBalances {
  balances: LotBalance[];
  returned: number;
}

/** Where everything of these donation lines is, by line id; a line of which nothing came is not in the map. */
export async function balancesOfDonationLines(
  db: Reader,
  scope: Scope,
  donationLineIds: readonly string[],
): Promise<Map<string, DonationLineBalances>> {
  return balancesOfLines(db, donationLineIds, donationInScope(scope));
}

/** The same for lines that the caller has found in its scope, or under lock. */
export async function balancesOfFoundLines(
  db: Reader,
  donationLineIds: readonly string[],
): Promise<Map<string, DonationLineBalances>> {
  return balancesOfLines(db, donationLineIds, undefined);
}

async function balancesOfLines(
  db: Reader,
  donationLineIds: readonly string[],
  inScope: SQL | undefined,
): Promise<Map<string, DonationLineBalances>> {
  const found = new Map<string, DonationLineBalances>();
  if (donationLineIds.length === 0) return found;
  const at = alias(place, 'at');
  const rows = await db
    .select({
      donationLineId: lot.donationLineId,
      accountKind: sql<LotBalance['accountKind']>`${account.kind}`,
      placeKind: at.kind,
      quantity: sql<string>`sum(${balance.quantity})`.mapWith(Number),
    })
    .from(lot)
    .innerJoin(donationLine, eq(donationLine.id, lot.donationLineId))
    .innerJoin(donation, eq(donation.id, donationLine.donationId))
    .innerJoin(place, eq(place.id, donation.placeId))
    .innerJoin(balance, eq(balance.lotId, lot.id))
    .innerJoin(account, eq(account.id, balance.accountId))
    .leftJoin(at, eq(at.id, account.placeId))
    .where(and(inArray(lot.donationLineId, [...donationLineIds]), inScope))
    .groupBy(lot.donationLineId, account.kind, at.kind);
  const returned = await returnedToDonor(db, [...new Set(rows.map((row) => row.donationLineId))]);
  for (const { donationLineId, accountKind, placeKind, quantity } of rows) {
    const line = found.get(donationLineId) ?? {
      balances: [],
      returned: returned.get(donationLineId) ?? 0,
    };
    line.balances.push({ accountKind, placeKind: placeKind ?? undefined, quantity });
    found.set(donationLineId, line);
  }
  return found;
}

async function returnedToDonor(db: Reader, donationLineIds: string[]) {
  if (donationLineIds.length === 0) return new Map<string, number>();
  const donor = alias(account, 'donor');
  const rows = await db
    .select({ donationLineId: lot.donationLineId, quantity: netQuantity })
    .from(lot)
    .innerJoin(movementLine, eq(movementLine.lotId, lot.id))
    .innerJoin(movement, eq(movement.id, movementLine.movementId))
    .leftJoin(original, eq(original.id, movement.reverses))
    .innerJoin(
      donor,
      and(
        eq(donor.kind, 'donor'),
        or(eq(donor.id, movementLine.toAccountId), eq(donor.id, movementLine.fromAccountId)),
      ),
    )
    .where(and(inArray(lot.donationLineId, donationLineIds), eq(effectiveKind, 'return')))
    .groupBy(lot.donationLineId);
  return new Map(rows.map((row) => [row.donationLineId, row.quantity]));
}

const original = alias(movement, 'original');
/** A reversal counts against the kind that it undoes. */
const effectiveKind = sql<string>`coalesce(${original.kind}, ${movement.kind})`;
const netQuantity =
  sql<string>`sum(case when ${movement.reverses} is null then 1 else -1 end * ${movementLine.quantity})`.mapWith(
    Number,
  );

/**
 * What happened to allocation lines, net of reversals: allocation line → movement kind → quantity in smallest units
 * (`hold`, `release`, `dispatch`, `receive`, `hand_out`, `lose`, …). Ids alone, for documents already found in scope.
 */
export async function movedByAllocationLine(
  db: Reader,
  allocationLineIds: readonly string[],
): Promise<Map<string, Partial<Record<string, number>>>> {
  const found = new Map<string, Partial<Record<string, number>>>();
  if (allocationLineIds.length === 0) return found;
  const rows = await db
    .select({
      allocationLineId: movementLine.allocationLineId,
      kind: effectiveKind,
      quantity: netQuantity,
    })
    .from(movementLine)
    .innerJoin(movement, eq(movement.id, movementLine.movementId))
    .leftJoin(original, eq(original.id, movement.reverses))
    .where(inArray(movementLine.allocationLineId, [...allocationLineIds]))
    .groupBy(movementLine.allocationLineId, effectiveKind);
  for (const { allocationLineId, kind, quantity } of rows) {
    if (allocationLineId === null) continue;
    found.set(allocationLineId, { ...found.get(allocationLineId), [kind]: quantity });
  }
  return found;
}

/** Own places; an officer sees those of the division and all below. */
export function placeInScope(scope: Scope): SQL | undefined {
  if (scope.role === 'administrator') return undefined;
  const own = eq(place.organisationId, scope.organisationId);
  if (scope.role !== 'bureau_officer' && scope.role !== 'township_officer') return own;
  return or(own, like(place.divisionCode, `${scope.divisionPrefix}%`));
}

/**
 * The donor sees its own donations; others those that are meant for a place they see, or were counted in at one. The query
 * around it joins `donation` with its `place`.
 */
export function donationInScope(scope: Scope): SQL | undefined {
  if (scope.role === 'administrator') return undefined;
  const countedHere = sql`exists (select from ${intake} inner join ${place} on ${place.id} = ${intake.placeId}
    where ${intake.donationId} = ${donation.id} and ${placeInScope(scope)})`;
  return or(
    eq(donation.donorOrganisationId, scope.organisationId),
    placeInScope(scope),
    countedHere,
  );
}

function among(column: Parameters<typeof inArray>[0], ids: readonly string[] | undefined) {
  return ids === undefined ? undefined : inArray(column, [...ids]);
}
