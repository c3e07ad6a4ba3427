import { divisionPoints } from '~db/queries/division-points.server';
import { listParameters } from '~db/queries/parameters.server';
import { dayInShanghai } from '~/domain/calendar';
import { shadings, type AreaShade, type MapAnswer, type Shading } from '~/domain/map';
import { fitWindow } from '~/domain/map/map-window';
import { getNumber } from '~/domain/parameter';
import { publicAreas, publicShade, type PublicArea } from '~/domain/map/public-areas';
import { round } from '~/domain/map/road-lines';
import type { ServerEnv } from '~/server/env.server';
import { mapsFor, nameIn } from '~/server/map.server';

/** The same for everybody: needs by county, or by the townships of one county, without small groups. */
export async function loadPublicMap(env: ServerEnv, url: string) {
  const search = new URL(url).searchParams;
  const asked = search.get('county') ?? '';
  const shading = shadings.find((one) => one === search.get('shading')) ?? 'need';
  const today = dayInShanghai(env.now());
  const [picture, parameters] = await Promise.all([mapsFor(env).picture(), listParameters(env.db)]);
  const threshold = strictest(parameters, today);
  const counties = publicAreas(picture, threshold, today);
  const county = counties.find(({ divisionCode }) => divisionCode.slice(0, 6) === asked);
  const name = nameIn(picture);
  const areas = county?.townships ?? counties;
  const points = await divisionPoints(
    env.db,
    areas.map((area) => area.divisionCode),
  );
  const marks = areas.flatMap((area) => markOf(area, name, points));
  const first: MapAnswer = {
    perspective: 'need',
    marks,
    depots: [],
    roads: [],
    areas: areas.flatMap((area) => shadeOf(area, shading, name, points)),
    notes: [],
  };
  const named = ({ divisionCode, waiting, fill, valueFen, centres }: PublicArea) => ({
    divisionCode,
    waiting,
    fill,
    valueFen,
    centres,
    name: name(divisionCode),
    above: name(divisionCode.slice(0, 4).padEnd(12, '0')),
  });
  return {
    threshold,
    shading,
    county: county && named(county),
    /** Another county was asked for than one with centres: all are shown. */
    countyMissing: asked !== '' && !county,
    rows: areas.map(named),
    first,
    window: fitWindow(marks),
  };
}
export type LoadedPublicMap = Awaited<ReturnType<typeof loadPublicMap>>;

/** A hidden number is not drawn, and of one beside hidden ones the bound that is published: sizes must not tell them. */
function markOf(
  { divisionCode, waiting, fill }: PublicArea,
  name: (code: string) => string,
  points: ReadonlyMap<string, { latitude: number; longitude: number }>,
): MapAnswer['marks'] {
  const point = points.get(divisionCode);
  if (!point) return [];
  const persons = typeof waiting === 'number' ? waiting : 'atLeast' in waiting && waiting.atLeast;
  if (persons === false) return [];
  return [
    {
      kind: 'centre',
      id: divisionCode,
      name: name(divisionCode),
      longitude: round(point.longitude),
      latitude: round(point.latitude),
      precision: 'pinned',
      persons,
      fill,
      onTheRoad: false,
      reached: (fill ?? 0) > 0,
    },
  ];
}

function shadeOf(
  area: PublicArea,
  shading: Shading,
  name: (code: string) => string,
  points: ReadonlyMap<string, { latitude: number; longitude: number }>,
): AreaShade[] {
  const value = publicShade(area, shading);
  if (value === null) return [];
  const { divisionCode } = area;
  const point = points.get(divisionCode);
  const at = point && { latitude: round(point.latitude), longitude: round(point.longitude) };
  return [{ divisionCode, name: name(divisionCode), value, ...at }];
}

/** One page shows all regions together, so that the strictest of their thresholds holds for it. */
function strictest(parameters: Awaited<ReturnType<typeof listParameters>>, today: string): number {
  const regions = parameters
    .filter((row) => row.code === 'public.suppress_below')
    .map((row) => row.regionPrefix);
  return Math.max(
    ...['', ...regions].map((region) =>
      getNumber(parameters, 'public.suppress_below', today, region),
    ),
  );
}
