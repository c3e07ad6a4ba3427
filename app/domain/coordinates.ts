import gcoord from 'gcoord';
import type { Datum, Precision } from './organisation';

/** Decimal degrees; WGS-84 unless said otherwise. */
export interface Point {
  latitude: number;
  longitude: number;
}
export interface GivenPoint extends Point {
  datum: Datum;
}
/** How well a place's point is known; a place that nobody has pinned stands at its township's, county's or prefecture's. */
export type PointPrecision = Precision | 'prefecture';
export interface PlacePoint extends Point {
  precision: PointPrecision;
}

/** CGCS2000 lies within centimetres of WGS-84: the same for our purpose. */
const systems = {
  WGS84: gcoord.WGS84,
  CGCS2000: gcoord.WGS84,
  GCJ02: gcoord.GCJ02,
  BD09: gcoord.BD09,
} as const satisfies Record<Datum, unknown>;

/** Coordinates stay stored as given; what is drawn or measured goes through here. */
export function toWgs84({ latitude, longitude, datum }: GivenPoint): Point {
  return convert({ latitude, longitude }, systems[datum], gcoord.WGS84);
}

/** For a base map whose tiles are in another datum. */
export function fromWgs84(point: Point, datum: Datum): Point {
  return convert(point, gcoord.WGS84, systems[datum]);
}

type System = (typeof systems)[Datum];

function convert({ latitude, longitude }: Point, from: System, to: System): Point {
  if (from === to) return { latitude, longitude };
  const [x, y] = gcoord.transform([longitude, latitude], from, to);
  return { latitude: y, longitude: x };
}

/** About where Guangxi and Guangdong lie, with a margin; no latitude here can be a longitude. */
const AROUND = { south: 18, north: 28, west: 102, east: 120 };

export function isAround({ latitude, longitude }: Point): boolean {
  return (
    latitude >= AROUND.south &&
    latitude <= AROUND.north &&
    longitude >= AROUND.west &&
    longitude <= AROUND.east
  );
}

/** Whether the two numbers make sense the other way round alone: (111.55, 24.41). */
export function looksSwapped({ latitude, longitude }: Point): boolean {
  return isAround({ latitude: longitude, longitude: latitude });
}
