import type { DomainError } from './error';
import { domainError } from './result';

/** Goods that are to go from one place to another. */
export interface Brought {
  fromPlaceId: string;
  toPlaceId: string;
  /** Smallest units. */
  quantity: number;
  unitVolumeUl: number;
}

/** A place that would be brought more than it has room for. Millilitres. */
export interface Crowded {
  placeId: string;
  neededMl: number;
  leftMl: number;
}

/** Far below a millilitre: what adding up fractions of one may lose. */
const ROUNDING_ML = 1e-3;

/**
 * Places whose room, where one is set, is less than all goods together need. What lies there already needs no more room by
 * being held for somebody.
 * @param roomMl by place; a place without an entry is not bounded
 */
export function crowdedPlaces(
  goods: readonly Brought[],
  roomMl: ReadonlyMap<string, number>,
): Crowded[] {
  const needed = new Map<string, number>();
  for (const { fromPlaceId, toPlaceId, quantity, unitVolumeUl } of goods) {
    if (fromPlaceId === toPlaceId) continue;
    const volumeMl = (quantity * unitVolumeUl) / 1000;
    needed.set(toPlaceId, (needed.get(toPlaceId) ?? 0) + volumeMl);
  }
  return [...needed].flatMap(([placeId, neededMl]) => {
    const leftMl = roomMl.get(placeId);
    return leftMl !== undefined && neededMl > leftMl + ROUNDING_ML
      ? [{ placeId, neededMl, leftMl }]
      : [];
  });
}

/** In cubic metres to the litre: what is needed is rounded up and what is left down, so that the two never look alike. */
export function inCubicMetres({ neededMl, leftMl }: Crowded): { needed: number; left: number } {
  return { needed: Math.ceil(neededMl / 1000) / 1000, left: roomInCubicMetres(leftMl) };
}

export function roomInCubicMetres(leftMl: number): number {
  return Math.floor(leftMl / 1000) / 1000;
}

/** `allocation.no_room`, with the cubic metres needed and those that are left. */
export function roomRefusal([first]: readonly Crowded[]): DomainError | undefined {
  if (!first) return undefined;
  const { needed, left: room } = inCubicMetres(first);
  return domainError('allocation.no_room', { needed, room });
}
