import { readFileSync, statSync } from 'node:fs';
import { z } from 'zod';
import { toWgs84 } from '~/domain/coordinates';
import type { Datum } from '~/domain/organisation';
import { StartRefused } from './settings.server';

type Ring = [longitude: number, latitude: number][];

const MOST_BYTES = 60 * 1024 * 1024;
/** More than this says nothing more on a screen, and keeps a phone waiting. */
const MOST_POINTS = 20_000;
/** Grids in degrees, 50 m to 3 km: corners are snapped to one, so that neighbours keep their common border. */
const GRIDS = [0.0005, 0.001, 0.002, 0.004, 0.008, 0.016, 0.032];
/** Guangdong and Guangxi with their waters. */
const LAND = { west: 104, east: 118, south: 19.5, north: 27 };
/** Names that makers of such files give to the division's code. */
const CODE_NAMES = ['code', 'adcode', 'gb', 'GB', 'PAC', 'pac', 'XZQDM', 'id'];
const NAME_NAMES = ['name', 'NAME', 'XZQMC', 'fullname'];

const position = z.tuple([z.number(), z.number()], z.number());
const polygon = z.array(z.array(position).min(4));
const feature = z.object({
  id: z.union([z.string(), z.number()]).optional(),
  properties: z.record(z.string(), z.unknown()).nullish(),
  geometry: z.discriminatedUnion('type', [
    z.object({ type: z.literal('Polygon'), coordinates: polygon }),
    z.object({ type: z.literal('MultiPolygon'), coordinates: z.array(polygon) }),
  ]),
});
const collection = z.object({
  type: z.literal('FeatureCollection'),
  crs: z.object({ properties: z.object({ name: z.string() }) }).nullish(),
  features: z.array(z.unknown()).min(1),
});

interface County {
  code: string;
  name: string;
  rings: Ring[];
}

/**
 * The operator's county polygons, moved to WGS-84 and thinned, as GeoJSON text for the browser.
 * @param path of MAP_COUNTIES_FILE.
 * @throws StartRefused with one sentence, when the file is broken, huge, or lies elsewhere.
 */
export function readCountyOutlines(path: string, datum: Datum): string {
  const { features, crs } = parse(readText(path));
  if (crs && !/CRS84|::?(4326|4490)$/.test(crs.properties.name)) {
    refuse(`is in the projection ${crs.properties.name}; give longitudes and latitudes in degrees`);
  }
  const counties = features
    .map((one, at) => countyOf(one, at, datum))
    .filter(({ code }) => /^4[45]/.test(code));
  if (counties.length === 0) refuse('holds no county of Guangdong (44…) or Guangxi (45…)');
  for (const county of counties) mustLieOnLand(county);
  return JSON.stringify({
    type: 'FeatureCollection',
    features: thin(counties).map(({ code, name, rings }) => ({
      type: 'Feature',
      properties: { code, name },
      geometry: { type: 'Polygon', coordinates: rings },
    })),
  });
}

function refuse(what: string): never {
  throw new StartRefused(`The setting MAP_COUNTIES_FILE names a file that ${what}.`);
}

function readText(path: string): string {
  try {
    const { size } = statSync(path);
    if (size > MOST_BYTES) {
      const megabytes = Math.round(size / 1024 / 1024);
      refuse(`is too large (${megabytes} MB, at most 60 MB); thin its lines first`);
    }
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (error instanceof StartRefused) throw error;
    return refuse(`cannot be read (${path})`);
  }
}

function parse(text: string): z.infer<typeof collection> {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return refuse('is not GeoJSON: it breaks off or holds something else');
  }
  const parsed = collection.safeParse(json);
  return parsed.success ? parsed.data : refuse('is not a GeoJSON FeatureCollection with features');
}

function countyOf(given: unknown, at: number, datum: Datum): County {
  const parsed = feature.safeParse(given);
  const where = `in its feature ${at + 1}`;
  if (!parsed.success) return refuse(`has no polygon of longitudes and latitudes ${where}`);
  const { id, properties, geometry } = parsed.data;
  const all: Record<string, unknown> = { id, ...properties };
  const code = CODE_NAMES.map((name) => codeText(all[name])).find((text) =>
    /^\d{6}(\d{6})?$/.test(text),
  );
  if (!code) return refuse(`has no division code of 6 or 12 digits ${where}`);
  const name = NAME_NAMES.map((one) => all[one]).find((text) => typeof text === 'string') ?? '';
  const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
  const rings = polygons.flat().map((ring) =>
    ring.map(([longitude, latitude]): Ring[number] => {
      const moved = toWgs84({ longitude, latitude, datum });
      return [moved.longitude, moved.latitude];
    }),
  );
  return { code: code.padEnd(12, '0'), name, rings };
}

/** `gb` of the national catalogue is 156 before the six digits. */
function codeText(value: unknown): string {
  if (typeof value !== 'string' && typeof value !== 'number') return '';
  return String(value).replace(/^156(?=\d{6}$)/, '');
}

function mustLieOnLand({ code, name, rings }: County): void {
  const isInside = (longitude: number, latitude: number) =>
    longitude > LAND.west &&
    longitude < LAND.east &&
    latitude > LAND.south &&
    latitude < LAND.north;
  for (const [x, y] of rings.flat()) {
    if (isInside(x, y)) continue;
    const county = `${name || code} at ${x}, ${y}`;
    if (isInside(y, x)) refuse(`has latitude before longitude: ${county}; swap them`);
    if (Math.abs(x) > 180 || Math.abs(y) > 90) {
      refuse(`is in metres of a projection, not in degrees: ${county}`);
    }
    refuse(
      `lies outside Guangdong and Guangxi: ${county}; check it, and the setting MAP_COUNTIES_DATUM`,
    );
  }
}

function thin(counties: readonly County[]): County[] {
  const points = (of: readonly County[]) =>
    of.reduce((sum, { rings }) => sum + rings.reduce((all, ring) => all + ring.length, 0), 0);
  let thinned = counties.map((county) => snapped(county, 0.00001));
  for (const grid of GRIDS) {
    if (points(thinned) <= MOST_POINTS) break;
    thinned = counties.map((county) => snapped(county, grid));
  }
  return thinned;
}

/** On a grid, without corners that fall together; islands that become nothing are left out. */
function snapped({ code, name, rings }: County, grid: number): County {
  const snap = (value: number) => Math.round(Math.round(value / grid) * grid * 1e5) / 1e5;
  const all = rings.map((ring) => {
    const points = ring.map(([x, y]): Ring[number] => [snap(x), snap(y)]);
    return points.filter(([x, y], at) => x !== points[at - 1]?.[0] || y !== points[at - 1]?.[1]);
  });
  const shapes = all.filter((ring) => ring.length >= 4);
  // A county that is smaller than the grid keeps its own lines.
  return { code, name, rings: shapes.length > 0 ? shapes : rings.slice(0, 1) };
}
