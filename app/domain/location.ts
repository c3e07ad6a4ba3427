import { areaAt, kmToBorder, type Area } from './area';
import type { Point } from './coordinates';
import { greatCircleKm } from './distance';
import { contains, divisionPrefix } from './division';
import { domainError } from './result';
import type { DomainError } from './error';

export interface CountyPoint extends Point {
  code: string;
  name: string;
}

/** What is known of the ground. All WGS-84. */
export interface Ground {
  /** Schematic: a point near a border may lie on either side of it. */
  prefectures: readonly Area[];
  /** An operator's own, exact; none, where none are set. */
  counties: readonly Area[];
  /** Seats of counties, where they are known. */
  seats: readonly CountyPoint[];
}

/** How far the schematic outlines may be wrong: lines thinned to 1 km, of a datum not known, small islands left out. */
const BORDER_KM = 3;
/** A point so much nearer to another county's seat than to its own is worth a question. */
const NEARER = { times: 2, km: 10 };
/** Where the coast of the two provinces begins in the west, and the latitude it never reaches. */
const COAST = { west: 108, north: 23.6 };

/** Refuses a point that lies in no place of Guangxi or Guangdong: `coordinates.sea` or `coordinates.outside`. */
export function refuseOutside(point: Point, { prefectures }: Ground): DomainError | undefined {
  if (areaAt(point, prefectures)) return undefined;
  if (prefectures.some((area) => kmToBorder(point, area) <= BORDER_KM)) return undefined;
  return domainError(isAtSea(point, prefectures) ? 'coordinates.sea' : 'coordinates.outside');
}

/** South of the coast: land of the two provinces lies north of it and none south. Hainan's is told as sea too. */
function isAtSea({ latitude, longitude }: Point, prefectures: readonly Area[]): boolean {
  if (longitude < COAST.west || latitude > COAST.north) return false;
  const near = prefectures
    .flatMap((area) => area.rings.flat())
    .filter(([x]) => Math.abs(x - longitude) < 0.1);
  return near.length > 0 && near.every(([, y]) => y > latitude);
}

/**
 * A doubt about whether a point lies in the county of its place; it names where the point seems to lie. Exact where county
 * polygons are set (`coordinates.other_county`); else by the schematic outlines (`coordinates.other_prefecture`), else by
 * the nearest seat (`coordinates.nearer_county`). Undefined: no doubt.
 */
export function doubtLocation(
  point: Point,
  place: { divisionCode: string; countyName: string },
  ground: Ground,
): DomainError | undefined {
  const { divisionCode, countyName } = place;
  const county = areaAt(point, ground.counties);
  if (county) {
    if (contains(divisionPrefix(county.code), divisionCode)) return undefined;
    return domainError('coordinates.other_county', { where: county.name, county: countyName });
  }
  const own = ground.prefectures.find(({ code }) => contains(divisionPrefix(code), divisionCode));
  const prefecture = areaAt(point, ground.prefectures);
  if (own && prefecture && prefecture !== own && kmToBorder(point, own) > BORDER_KM) {
    return domainError('coordinates.other_prefecture', {
      where: prefecture.name,
      county: countyName,
      prefecture: own.name,
    });
  }
  return nearerCounty(point, place, ground.seats);
}

function nearerCounty(
  point: Point,
  { divisionCode, countyName }: { divisionCode: string; countyName: string },
  seats: readonly CountyPoint[],
): DomainError | undefined {
  const measured = seats.map((seat) => ({ seat, km: greatCircleKm(point, seat) }));
  const own = measured.find(({ seat }) => contains(divisionPrefix(seat.code), divisionCode));
  const [nearest] = measured.toSorted((a, b) => a.km - b.km);
  if (!own || !nearest || nearest === own) return undefined;
  if (own.km < nearest.km * NEARER.times || own.km - nearest.km < NEARER.km) return undefined;
  return domainError('coordinates.nearer_county', {
    where: nearest.seat.name,
    km: Math.round(nearest.km),
    county: countyName,
    ownKm: Math.round(own.km),
  });
}
