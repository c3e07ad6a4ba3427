import type { Point } from '~/domain/coordinates';
import { nearest } from '~/domain/distance';
import { findDivisionPoint, listCountySeats, placePoints } from '~db/queries/place-points.server';
import type { ServerEnv } from './env.server';

/** County seats shown on the map to find one's way by. */
const NEAR = 12;
/** Hezhou's, where nothing at all is known of a division. */
const HEZHOU: Point = { latitude: 24.40357, longitude: 111.56675 };

/** What a map to pin a place on begins with: its pin, or where to look for it, seats nearby, and what lies under. WGS-84. */
export async function pinGround(
  { db, baseMap }: ServerEnv,
  divisionCode: string,
  placeId?: string,
) {
  const [point, known, seats] = await Promise.all([
    placeId === undefined ? undefined : placePoints(db, [placeId]).then((all) => all.get(placeId)),
    findDivisionPoint(db, divisionCode),
    listCountySeats(db),
  ]);
  const around = point ?? known ?? HEZHOU;
  const pinned = point?.precision === 'pinned' ? point : undefined;
  const placed = seats.map(({ name, ...seat }) => ({ name, point: seat }));
  const near = nearest(around, placed, NEAR).map(({ name, point: seat }) => ({
    name,
    latitude: seat.latitude,
    longitude: seat.longitude,
  }));
  return { base: baseMap.base, pinned, around, near };
}
