import { dayInShanghai } from '~/domain/calendar';
import type { PointPrecision } from '~/domain/coordinates';
import type { Datum, PlaceKind, Precision } from '~/domain/organisation';
import { getNumber } from '~/domain/parameter';
import type { ServerEnv } from '~/server/env.server';
import { listParameters } from '~db/queries/parameters.server';
import { listNearestPlaces, placePoints } from '~db/queries/place-points.server';

interface LocatedPlace {
  id: string;
  kind: PlaceKind;
  divisionCode: string;
  latitude: number | null;
  longitude: number | null;
  datum: Datum | null;
  precision: Precision | null;
  locatedByName: string | null;
  locatedAt: Date | null;
}

export interface PlaceLocation {
  /** As it was given; undefined where nobody located the place. */
  given:
    | {
        latitude: number;
        longitude: number;
        datum: Datum;
        precision: Precision;
        by: string | null;
        at: string | null;
      }
    | undefined;
  /** How exactly the point is known that maps and distances use; undefined where none is. */
  shown: PointPrecision | undefined;
  /** The nearest depots of a centre, the nearest centres of a depot. Kilometres. */
  near: { name: string; km: number; road_km: number }[];
}

const NEAREST = 3;

/** Where a place is, who says so, and what is near it. */
export async function locationOf(env: ServerEnv, place: LocatedPlace): Promise<PlaceLocation> {
  const day = dayInShanghai(env.now());
  const [point, parameters] = await Promise.all([
    placePoints(env.db, [place.id]).then((points) => points.get(place.id)),
    listParameters(env.db),
  ]);
  const factor = getNumber(parameters, 'distance.road_factor', day, place.divisionCode);
  const kind = place.kind === 'centre' ? 'depot' : 'centre';
  const asked = { kind, day, limit: NEAREST } as const;
  const near = point ? await listNearestPlaces(env.db, { ...asked, from: point }) : [];
  const { latitude, longitude, datum, precision } = place;
  const isGiven = latitude !== null && longitude !== null && datum !== null && precision !== null;
  const by = { by: place.locatedByName, at: place.locatedAt?.toISOString() ?? null };
  return {
    given: isGiven ? { latitude, longitude, datum, precision, ...by } : undefined,
    shown: point?.precision,
    near: near.map(({ name, km }) => ({ name, km, road_km: km * factor })),
  };
}
