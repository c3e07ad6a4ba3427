/**
 * Makes db/seed/geo/division-points.csv: one point (WGS-84) for every prefecture, and for the counties and townships that a
 * GeoNames place surely is. A place that nobody has pinned is shown at the point of the smallest division that has one.
 *
 *   npm run extract:division-points
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { depthOf } from '~/domain/division';
import { matchTowns, type Town } from '~/domain/division-points';
import { parseReadings, readingsOf, typedNames } from '~/domain/pinyin';
import { readDivisionTable } from '~db/seed/seed-divisions.server';
import { readSeedFile } from '~db/seed/seed-file.server';

const OUT = 'db/seed/geo/division-points.csv';

interface Outline {
  properties: { code: string };
  geometry: { coordinates: [number, number][][][] };
}

const { towns } = JSON.parse(readSeedFile('geo/towns.json')) as { towns: Town[] };
const outlines = JSON.parse(readFileSync('public/geo/prefectures.geojson', 'utf8')) as {
  features: Outline[];
};
const readings = parseReadings(readSeedFile('divisions/readings.txt'));
const candidates = readDivisionTable()
  .filter(({ code }) => [3, 4].includes(depthOf(code)))
  .map(({ code, name }) => ({
    code,
    readings: typedNames(name, depthOf(code)).flatMap((typed) =>
      readingsOf(typed, readings).map(({ pinyin }) => pinyin),
    ),
  }));

const points = new Map<string, { latitude: number; longitude: number; source: string }>();
for (const { properties, geometry } of outlines.features) {
  points.set(properties.code, { ...middle(geometry.coordinates), source: 'outline' });
}
for (const { code, town } of matchTowns(towns, candidates)) {
  points.set(code, { latitude: town.lat, longitude: town.lng, source: 'geonames' });
}
const lines = [...points]
  .sort(([a], [b]) => a.localeCompare(b))
  .map(([code, point]) => `${code},${point.latitude},${point.longitude},${point.source}`);
writeFileSync(OUT, `division_code,latitude,longitude,source\n${lines.join('\n')}\n`);
const count = (depth: number) =>
  [...points.keys()].filter((code) => depthOf(code) === depth).length;
console.log(`${count(2)} prefectures, ${count(3)} counties, ${count(4)} townships`);

/** The middle of the box round the largest ring: near enough for a prefecture that no town stands for. */
function middle(polygons: [number, number][][][]): { latitude: number; longitude: number } {
  const largest = polygons.flat().reduce((best, ring) => (ring.length > best.length ? ring : best));
  const longitudes = largest.map(([longitude]) => longitude);
  const latitudes = largest.map(([, latitude]) => latitude);
  const half = (values: number[]) =>
    Math.round(((Math.min(...values) + Math.max(...values)) / 2) * 1e4) / 1e4;
  return { latitude: half(latitudes), longitude: half(longitudes) };
}
