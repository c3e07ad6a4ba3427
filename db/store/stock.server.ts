import { and, asc, eq, gt, inArray, max } from 'drizzle-orm';
import type { Tx } from '~db/client.server';
import { event } from '~db/schema/event';
import { account, balance, lot, parcelPosition } from '~db/schema/ledger';
import { parcel } from '~db/schema/parcel';
import { stocktake, stocktakeLine } from '~db/schema/stocktake';
import type { AccountKind, LossReason } from '~/domain/ledger';

export interface GoodsAtPlace {
  kind: AccountKind;
  /** Of a loss account. */
  reason: LossReason | null;
  allocationLineId: string | null;
  lotId: string;
  parcelId: string;
  quantity: number;
  packSize: number | null;
}

/** What lies at a place of these lots, in accounts of these kinds; `ledger_post` decides again under its own locks. */
export async function listAtPlace(
  tx: Tx,
  placeId: string,
  kinds: readonly AccountKind[],
  lotIds: readonly string[],
): Promise<GoodsAtPlace[]> {
  if (lotIds.length === 0) return [];
  const rows = await tx
    .select({
      kind: account.kind,
      reason: account.reason,
      allocationLineId: account.allocationLineId,
      lotId: balance.lotId,
      parcelId: balance.parcelId,
      quantity: balance.quantity,
      packSize: lot.packSize,
    })
    .from(account)
    .innerJoin(balance, eq(balance.accountId, account.id))
    .innerJoin(lot, eq(lot.id, balance.lotId))
    .where(
      and(
        eq(account.placeId, placeId),
        inArray(account.kind, [...kinds]),
        inArray(balance.lotId, [...new Set(lotIds)]),
        gt(balance.quantity, 0),
      ),
    )
    .orderBy(asc(account.key), asc(balance.lotId), asc(balance.parcelId));
  return rows.map((row) => ({
    ...row,
    kind: row.kind as AccountKind,
    reason: row.reason as LossReason | null,
  }));
}

/** Which of these lots lie or ever lay at a place, free or lost: their balances there stay, at zero too. */
export async function listLotsKnownAt(
  tx: Tx,
  placeId: string,
  lotIds: readonly string[],
): Promise<Set<string>> {
  if (lotIds.length === 0) return new Set();
  const rows = await tx
    .selectDistinct({ lotId: balance.lotId })
    .from(account)
    .innerJoin(balance, eq(balance.accountId, account.id))
    .where(and(eq(account.placeId, placeId), inArray(balance.lotId, [...new Set(lotIds)])));
  return new Set(rows.map((row) => row.lotId));
}

export async function insertParcel(tx: Tx, row: typeof parcel.$inferInsert): Promise<void> {
  await tx.insert(parcel).values(row);
}

/** A parcel with where its contents are, and the version of its next event. */
export async function findParcel(tx: Tx, id: string) {
  const [row] = await tx
    .select({ parcel, locationId: parcelPosition.locationId })
    .from(parcel)
    .leftJoin(parcelPosition, eq(parcelPosition.parcelId, parcel.id))
    .where(eq(parcel.id, id))
    .for('update', { of: parcel });
  if (!row) return undefined;
  const [last] = await tx
    .select({ version: max(event.version) })
    .from(event)
    .where(and(eq(event.aggregate, 'parcel'), eq(event.aggregateId, id)));
  return { ...row.parcel, locationId: row.locationId, nextVersion: (last?.version ?? 0) + 1 };
}

/** What a parcel holds, by account. */
export async function listInParcel(tx: Tx, parcelId: string) {
  return tx
    .select({
      account: {
        kind: account.kind,
        countyCode: account.countyCode,
        placeId: account.placeId,
        shipmentId: account.shipmentId,
        allocationLineId: account.allocationLineId,
      },
      lotId: balance.lotId,
      quantity: balance.quantity,
      packSize: lot.packSize,
    })
    .from(balance)
    .innerJoin(account, eq(account.id, balance.accountId))
    .innerJoin(lot, eq(lot.id, balance.lotId))
    .where(and(eq(balance.parcelId, parcelId), gt(balance.quantity, 0)))
    .orderBy(asc(account.key), asc(balance.lotId));
}

export async function insertStocktake(
  tx: Tx,
  row: typeof stocktake.$inferInsert,
  lines: (typeof stocktakeLine.$inferInsert)[],
): Promise<void> {
  await tx.insert(stocktake).values(row);
  await tx.insert(stocktakeLine).values(lines);
}
