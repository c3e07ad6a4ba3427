import { asc, sql } from 'drizzle-orm';
import type { Database, Tx } from '~db/client.server';
import { place } from '~db/schema/organisation';
import type { Point } from '~/domain/coordinates';
import type { PlaceHead } from '~/domain/map/picture';
import { placePointColumns, pointOf } from './place-points.server';

type Reader = Database | Tx;

/** Every place by its id, in the order of divisions. */
export async function readPlaceHeads(db: Reader): Promise<Map<string, PlaceHead>> {
  const rows = await db
    .select({
      id: place.id,
      name: place.name,
      kind: place.kind,
      organisationId: place.organisationId,
      division: place.divisionCode,
      endedOn: place.endedOn,
      ...placePointColumns,
    })
    .from(place)
    .orderBy(asc(place.divisionCode), asc(place.name), asc(place.id));
  return new Map(
    rows.map((row) => {
      const { id, name, kind, organisationId, division, endedOn } = row;
      const { longitude, latitude, precision = 'county' } = pointOf(row) ?? {};
      const head = { id, name, kind, organisationId, divisionCode: division, endedOn };
      return [id, { ...head, longitude, latitude, precision }];
    }),
  );
}

/** WGS-84 points of prefectures and counties, by 12-digit code; a county without one is not there. */
export async function readDivisionPoints(db: Reader): Promise<Map<string, Point>> {
  const rows = await db.execute<{ code: string; latitude: number; longitude: number }>(
    sql`select division_code as code, latitude, longitude from division_point where division_code like '%000000'`,
  );
  return new Map(rows.map(({ code, latitude, longitude }) => [code, { latitude, longitude }]));
}

/** Names of what a village lies in, by 12-digit code: prefectures, counties and townships. */
export async function readDivisionNames(db: Reader): Promise<Map<string, string>> {
  const rows = await db.execute<{ code: string; name: string }>(
    sql`select code, name from division where level between 2 and 4`,
  );
  return new Map(rows.map(({ code, name }) => [code, name]));
}
