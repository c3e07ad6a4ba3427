import type { PlanPoint, PlanRules } from './problem';

const EARTH_KM = 6371;

/** Where a point stands on the unit sphere; thousands of distances are asked of each. */
export type Spot = readonly [x: number, y: number, z: number];

export function spotOf({ latitude, longitude }: PlanPoint): Spot {
  const [phi, theta] = [(latitude * Math.PI) / 180, (longitude * Math.PI) / 180];
  return [Math.cos(phi) * Math.cos(theta), Math.cos(phi) * Math.sin(theta), Math.sin(phi)];
}

/** Road kilometres, to a tenth: the great circle times the road factor. Undefined where a place has no point. */
export function roadKm(
  a: Spot | undefined,
  b: Spot | undefined,
  rules: Pick<PlanRules, 'roadFactor'>,
): number | undefined {
  if (!a || !b) return undefined;
  const x = a[0] - b[0];
  const y = a[1] - b[1];
  const z = a[2] - b[2];
  const chord = Math.sqrt(x * x + y * y + z * z);
  const km = 2 * EARTH_KM * Math.asin(Math.min(1, chord / 2));
  return Math.round(km * rules.roadFactor * 10) / 10;
}
