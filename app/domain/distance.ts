import type { Point } from './coordinates';

/** Mean radius of the earth, IUGG. */
const EARTH_KM = 6371.0088;
const radians = (degrees: number) => (degrees * Math.PI) / 180;

/** Kilometres as the crow flies (haversine; half a per cent off at most, as the earth is no ball). */
export function greatCircleKm(a: Point, b: Point): number {
  const half =
    Math.sin(radians(b.latitude - a.latitude) / 2) ** 2 +
    Math.cos(radians(a.latitude)) *
      Math.cos(radians(b.latitude)) *
      Math.sin(radians(b.longitude - a.longitude) / 2) ** 2;
  return 2 * EARTH_KM * Math.asin(Math.min(1, Math.sqrt(half)));
}

/** An estimate of the way by road: `factor` road kilometres for one as the crow flies (parameter `distance.road_factor`). */
export function roadKm(a: Point, b: Point, factor: number): number {
  return greatCircleKm(a, b) * factor;
}

/** The `count` nearest of what has a point, with the kilometres as the crow flies; the nearest first, ties as given. */
export function nearest<T extends { point: Point }>(
  to: Point,
  all: readonly T[],
  count: number,
): (T & { km: number })[] {
  return all
    .map((one) => ({ ...one, km: greatCircleKm(to, one.point) }))
    .sort((a, b) => a.km - b.km)
    .slice(0, count);
}
