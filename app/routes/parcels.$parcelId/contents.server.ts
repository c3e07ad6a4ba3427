import { countingUnit } from '~/domain/counting-unit';
import type { ServerEnv } from '~/server/env.server';
import { listItemsById } from '~db/queries/items.server';
import type { findParcelToShow } from '~db/queries/parcel.server';

type Contents = NonNullable<Awaited<ReturnType<typeof findParcelToShow>>>['contents'];

/** What is in the parcel, lot by lot, in the unit it is counted in. */
export async function contentsToShow(env: Pick<ServerEnv, 'db'>, contents: Contents) {
  const items = await listItemsById(
    env.db,
    contents.map((one) => one.itemId),
  );
  return contents.map(
    ({ lotId, itemId, size, bestBefore, packSize, quantity, kind, placeName }) => {
      const item = items.find((one) => one.id === itemId);
      if (!item) throw new Error('goods without their item');
      return {
        lotId,
        size,
        bestBefore,
        quantity,
        onTheRoad: kind === 'transit',
        placeName,
        item: { nameZh: item.nameZh, nameEn: item.nameEn, units: item.units },
        unitCode: countingUnit(quantity, item.units, packSize).code,
      };
    },
  );
}
export type ContentToShow = Awaited<ReturnType<typeof contentsToShow>>[number];
