import type { Point } from './coordinates';

/** [longitude, latitude], WGS-84. */
export type Ring = readonly (readonly [number, number])[];

/** A division's outline; a ring inside another is a hole or an island in it. */
export interface Area {
  code: string;
  name: string;
  rings: readonly Ring[];
}

/** Whether a point lies in an area: a ray from it crosses the rings an odd number of times. */
export function isInArea({ latitude: y, longitude: x }: Point, area: Area): boolean {
  let inside = false;
  for (const ring of area.rings) {
    for (const [[ax, ay], [bx, by]] of edges(ring)) {
      if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) inside = !inside;
    }
  }
  return inside;
}

export function areaAt<A extends Area>(point: Point, areas: readonly A[]): A | undefined {
  return areas.find((area) => isInArea(point, area));
}

const KM_PER_DEGREE = 111.195;

/** Kilometres from a point to the border of an area; on the plane around the point, which serves for some 100 km. */
export function kmToBorder({ latitude, longitude }: Point, area: Area): number {
  const east = KM_PER_DEGREE * Math.cos((latitude * Math.PI) / 180);
  const flat = ([x, y]: readonly [number, number]): [number, number] => [
    (x - longitude) * east,
    (y - latitude) * KM_PER_DEGREE,
  ];
  let least = Infinity;
  for (const ring of area.rings) {
    for (const [a, b] of edges(ring)) least = Math.min(least, fromOrigin(flat(a), flat(b)));
  }
  return least;
}

function fromOrigin([ax, ay]: [number, number], [bx, by]: [number, number]): number {
  const [dx, dy] = [bx - ax, by - ay];
  const length = dx * dx + dy * dy;
  const along = length === 0 ? 0 : Math.min(1, Math.max(0, -(ax * dx + ay * dy) / length));
  return Math.hypot(ax + along * dx, ay + along * dy);
}

function* edges(ring: Ring) {
  for (let at = 1; at < ring.length; at += 1) {
    const [from, to] = [ring[at - 1], ring[at]];
    if (from && to) yield [from, to] as const;
  }
}

/** What of a GeoJSON file of outlines is read: polygons that say their division's code and name. */
export interface OutlineFeature {
  properties: { code: string; name: string };
  geometry:
    { type: 'Polygon'; coordinates: Ring[] } | { type: 'MultiPolygon'; coordinates: Ring[][] };
}

export function toArea({ properties: { code, name }, geometry }: OutlineFeature): Area {
  const rings = geometry.type === 'Polygon' ? geometry.coordinates : geometry.coordinates.flat();
  return { code, name, rings };
}
