import { dayInShanghai } from '~/domain/calendar';
import { countingUnit } from '~/domain/counting-unit';
import { isInParcel } from '~/domain/fefo';
import { parcelKinds, type ParcelKind } from '~/domain/parcel';
import { getNumber } from '~/domain/parameter';
import type { Result } from '~/domain/result';
import { expiresSoon, isExpired } from '~/domain/shelf-life';
import type { TypedGoods } from '~/domain/shipment-form';
import type { ServerEnv } from '~/server/env.server';
import type { GoodsForDraftRow, GoodsToSendRow } from '~db/queries/goods-to-send.server';
import { listItemsById } from '~db/queries/items.server';
import { listParameters } from '~db/queries/parameters.server';

export interface Destination {
  fromPlaceId: string;
  fromName: string;
  toPlaceId: string;
  toName: string;
  needBy: string;
  rows: number;
}

/** Held goods by where they lie and where they go, the earliest need first. */
export function destinationsOf(goods: readonly GoodsToSendRow[]): Destination[] {
  const found = new Map<string, Destination>();
  for (const { fromPlaceId, fromName, toPlaceId, toName, needBy } of goods) {
    const key = `${fromPlaceId} ${toPlaceId}`;
    const one = found.get(key);
    if (one) one.rows += 1;
    else found.set(key, { fromPlaceId, fromName, toPlaceId, toName, needBy, rows: 1 });
  }
  return [...found.values()];
}

/**
 * Rows as the form shows them: with the item's names, the unit to count in, and what their dates say. All that lies
 * there is filled in; where a draft is drawn up anew, what it lists. What has expired goes to a depot alone.
 */
export async function rowsToShow(
  env: Pick<ServerEnv, 'db' | 'now'>,
  goods: readonly GoodsForDraftRow[],
  draft?: { lines: readonly Omit<TypedGoods, 'at'>[]; toKind: string },
) {
  const [items, parameters] = await Promise.all([
    listItemsById(
      env.db,
      goods.map((row) => row.itemId),
    ),
    listParameters(env.db),
  ]);
  const today = dayInShanghai(env.now());
  const soonDays = getNumber(parameters, 'stock.expiring_soon', today, '');
  return goods.map((row) => {
    const item = items.find((one) => one.id === row.itemId);
    if (!item) throw new Error('goods without their item');
    const life = { bestBefore: row.bestBefore ?? undefined };
    const chosen = draft ? quantityIn(draft.lines, row) : row.left;
    const { factor, code: unitCode } = countingUnit(row.left || chosen, item.units, row.packSize);
    return {
      allocationLineId: row.allocationLineId,
      lotId: row.lotId,
      parcelId: row.parcelId,
      parcelCode: isInParcel(row) ? row.parcelCode : null,
      item: { nameZh: item.nameZh, nameEn: item.nameEn, units: item.units },
      size: row.size,
      bestBefore: row.bestBefore,
      programmeName: row.programmeName,
      left: row.left,
      chosen,
      factor,
      unitCode,
      expired: isExpired(life, today),
      goes: draft?.toKind === 'depot' || !isExpired(life, today),
      expiring: expiresSoon(life, today, soonDays),
    };
  });
}
/** Smallest units that a draft lists of these goods. */
function quantityIn(
  drafted: readonly Omit<TypedGoods, 'at'>[],
  { allocationLineId, lotId, parcelId }: GoodsForDraftRow,
): number {
  const line = drafted.find(
    (one) =>
      one.allocationLineId === allocationLineId && one.lotId === lotId && one.parcelId === parcelId,
  );
  return line?.quantity ?? 0;
}
export type RowToShow = Awaited<ReturnType<typeof rowsToShow>>[number];

/** What parcel the pressed button packs, if it is one that packs. */
export function parcelAsked(intent: string | undefined): ParcelKind | undefined {
  return parcelKinds.find((kind) => intent === `pack_${kind}`);
}

/** Of the rows that were filled in, those that can go into a parcel: what is in one already stays in it. */
export function looseOf(lines: readonly TypedGoods[]): TypedGoods[] {
  return lines.filter((line) => !isInParcel(line));
}

export function goodsOf({ allocationLineId, lotId, parcelId, quantity }: TypedGoods) {
  return { allocationLineId, lotId, parcelId, quantity };
}

/** A refusal about a line that was sent, at the row of the form it was typed in. */
export function atTypedRow<T>(result: Result<T>, lines: readonly TypedGoods[]): Result<T> {
  if (result.ok || !result.error.field) return result;
  const field = result.error.field.replace(/^lines\[(\d+)\]/, (_, index: string) => {
    return `lines[${lines[Number(index)]?.at ?? index}]`;
  });
  return { ok: false, error: { ...result.error, field } };
}
