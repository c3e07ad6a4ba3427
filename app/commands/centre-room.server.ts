import type { Tx } from '~db/client.server';
import { listItemsById } from '~db/queries/items.server';
import { findRoomLeft } from '~db/queries/place-room.server';
import { lockRoom } from '~db/store/place.server';
import type { LockedRequest } from '~db/store/request.server';
import { crowdedPlaces, type Crowded } from '~/domain/centre-room';
import type { GoodsToAllocate } from './allocation-goods.server';

/** What is given to a request, before it is written. */
export interface Bringing {
  request: Pick<LockedRequest, 'placeId' | 'lines'>;
  goods: readonly GoodsToAllocate[];
}

/**
 * Centres that have less room left than these goods need. The places are locked first, so that two officers who give to
 * requests of one centre count each other's goods. Lock requests and pledges before, and ask before anything is written.
 */
export async function findCrowded(tx: Tx, bringing: readonly Bringing[]): Promise<Crowded[]> {
  const bounded = await lockRoom(
    tx,
    bringing.map(({ request }) => request.placeId),
  );
  if (bounded.length === 0) return [];
  const lines = bringing.flatMap(({ request }) => request.lines);
  const [room, items] = [
    await findRoomLeft(tx, bounded),
    await listItemsById(tx, [...new Set(lines.map((line) => line.itemId))]),
  ];
  const itemOf = new Map(lines.map((line) => [line.id, line.itemId]));
  const volumeOf = new Map(items.map((item) => [item.id, item.volumeUl]));
  const brought = bringing.flatMap(({ request, goods }) =>
    goods.map(({ requestLineId, placeId: fromPlaceId, quantity }) => ({
      fromPlaceId,
      toPlaceId: request.placeId,
      quantity,
      unitVolumeUl: volumeOf.get(itemOf.get(requestLineId) ?? '') ?? 0,
    })),
  );
  return crowdedPlaces(brought, room);
}
