import { and, desc, eq, gt, inArray, isNull, or, sql, type SQL } from 'drizzle-orm';
import { toWgs84, type GivenPoint, type PlacePoint, type Point } from '~/domain/coordinates';
import { ancestry } from '~/domain/division';
import type { CountyPoint } from '~/domain/location';
import { nearest } from '~/domain/distance';
import type { Datum, PlaceKind, Precision } from '~/domain/organisation';
import type { Database, Tx } from '~db/client.server';
import { division, divisionPoint } from '~db/schema/division';
import { place } from '~db/schema/organisation';

type Reader = Database | Tx;

/**
 * The point of the division round a place that has so many digits. Each is one look by key, and coalesce stops at the first:
 * a join of the three would read the points whole for every place.
 */
function pointAt(digits: 4 | 6 | 9): SQL {
  const count = sql.raw(String(digits));
  return sql`(select json_build_array(p.latitude, p.longitude, ${count}) from division_point p
    where p.division_code = rpad(left(${place}.division_code, ${count}), 12, '0'))`;
}

/** What `pointOf` needs of a place; a query over `place` selects these and joins nothing. */
export const placePointColumns = {
  latitude: place.latitude,
  longitude: place.longitude,
  datum: place.datum,
  precision: place.precision,
  /** `[latitude, longitude, digits]` of the smallest division round the place that has a point; null where none has. */
  divisionPoint: sql<
    [number, number, number] | null
  >`coalesce(${pointAt(9)}, ${pointAt(6)}, ${pointAt(4)})`,
} as const;

export interface PlacePointRow {
  latitude: number | null;
  longitude: number | null;
  datum: Datum | null;
  precision: Precision | null;
  divisionPoint: [number, number, number] | null;
}

/**
 * Where a place is shown, in WGS-84: as it was pinned, else at the point of its township, county or prefecture, and
 * which of these it is. Undefined where not even the prefecture is known.
 */
export function pointOf(row: PlacePointRow): PlacePoint | undefined {
  const { latitude, longitude, datum, precision } = row;
  if (latitude !== null && longitude !== null && datum !== null && precision !== null) {
    return { ...toWgs84({ latitude, longitude, datum }), precision };
  }
  if (row.divisionPoint === null) return undefined;
  const [lat, long, digits] = row.divisionPoint;
  const known = digits === 9 ? 'township' : digits === 6 ? 'county' : 'prefecture';
  return { latitude: lat, longitude: long, precision: known };
}

/** Points of these places by id; a place without one is not in it. Places are no secret: whoever may name one may see it. */
export async function placePoints(
  db: Reader,
  placeIds: readonly string[],
): Promise<Map<string, PlacePoint>> {
  return placeIds.length === 0 ? new Map() : readPoints(db, inArray(place.id, [...placeIds]));
}

async function readPoints(db: Reader, where: SQL): Promise<Map<string, PlacePoint>> {
  const rows = await db
    .select({ id: place.id, ...placePointColumns })
    .from(place)
    .where(where);
  return new Map(
    rows.flatMap((row): [string, PlacePoint][] => {
      const point = pointOf(row);
      return point ? [[row.id, point]] : [];
    }),
  );
}

export interface NearPlace {
  id: string;
  name: string;
  divisionCode: string;
  point: PlacePoint;
  /** As the crow flies. */
  km: number;
}

/** The nearest places of a kind in use on `day`, nearest first; a place without a point is not among them. */
export async function listNearestPlaces(
  db: Reader,
  asked: { kind: PlaceKind; from: Point; day: string; limit: number },
): Promise<NearPlace[]> {
  const { id, name, divisionCode } = place;
  const rows = await db
    .select({ id, name, divisionCode, ...placePointColumns })
    .from(place)
    .where(
      and(eq(place.kind, asked.kind), or(isNull(place.endedOn), gt(place.endedOn, asked.day))),
    );
  const known = rows.flatMap((row) => {
    const point = pointOf(row);
    return point ? [{ id: row.id, name: row.name, divisionCode: row.divisionCode, point }] : [];
  });
  return nearest(asked.from, known, asked.limit);
}

/** The coordinates of a place as they were given; undefined where it has none. */
export async function findGivenPoint(db: Reader, placeId: string): Promise<GivenPoint | undefined> {
  const { latitude, longitude, datum } = place;
  const [row] = await db
    .select({ latitude, longitude, datum })
    .from(place)
    .where(eq(place.id, placeId));
  if (!row || row.latitude === null || row.longitude === null || row.datum === null)
    return undefined;
  return { latitude: row.latitude, longitude: row.longitude, datum: row.datum };
}

/** Counties whose point is known, with their names. */
export async function listCountySeats(db: Reader): Promise<CountyPoint[]> {
  return db
    .select({
      code: division.code,
      name: division.name,
      latitude: divisionPoint.latitude,
      longitude: divisionPoint.longitude,
    })
    .from(divisionPoint)
    .innerJoin(division, and(eq(division.code, divisionPoint.divisionCode), eq(division.level, 3)))
    .orderBy(division.code);
}

/** The point of the smallest division round this one that has one; undefined where none has. */
export async function findDivisionPoint(db: Reader, code: string): Promise<Point | undefined> {
  const { divisionCode, latitude, longitude } = divisionPoint;
  // A smaller division's code is the larger one among its ancestors.
  const [point] = await db
    .select({ latitude, longitude })
    .from(divisionPoint)
    .where(inArray(divisionCode, ancestry(code)))
    .orderBy(desc(divisionCode))
    .limit(1);
  return point;
}
