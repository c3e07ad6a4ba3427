import { countingUnit } from '~/domain/counting-unit';
import { isInParcel } from '~/domain/fefo';
import type { ServerEnv } from '~/server/env.server';
import { listItemsById } from '~db/queries/items.server';

interface StockRow {
  kind: 'stock' | 'hold' | 'quarantine';
  placeId: string;
  placeName: string;
  itemId: string;
  size: string;
  lotId: string;
  donationCode: string;
  bestBefore: string | null;
  packSize: number | null;
  parcelId: string;
  parcelCode: string | null;
  quantity: number;
}

/** Rows with the item's names, the unit to say them in, and what their dates say. */
export async function rowsToShow(
  env: Pick<ServerEnv, 'db'>,
  rows: readonly StockRow[],
  days: { today: string; soonDay: string },
) {
  const items = await listItemsById(
    env.db,
    rows.map((row) => row.itemId),
  );
  return rows.map((row) => {
    const item = items.find((one) => one.id === row.itemId);
    if (!item) throw new Error('goods without their item');
    const unit = countingUnit(row.quantity, item.units, row.packSize);
    const { kind, placeId, placeName, size, lotId, donationCode, bestBefore } = row;
    return {
      kind,
      placeId,
      placeName,
      size,
      lotId,
      donationCode,
      bestBefore,
      parcelId: row.parcelId,
      parcelCode: isInParcel(row) ? row.parcelCode : null,
      quantity: row.quantity,
      item: { nameZh: item.nameZh, nameEn: item.nameEn, units: item.units },
      unitCode: unit.code,
      factor: unit.factor,
      expired: bestBefore !== null && bestBefore < days.today,
      expiring: bestBefore !== null && bestBefore >= days.today && bestBefore <= days.soonDay,
    };
  });
}
export type StockRowToShow = Awaited<ReturnType<typeof rowsToShow>>[number];
