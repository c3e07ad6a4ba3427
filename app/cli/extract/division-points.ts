/**
 * Makes db/seed/geo/division-points.csv: known points of divisions, from the GeoNames places of towns.json (CC BY 4.0) whose
 * romanised name is that of exactly one division, and the counties that have none there from county-seats.csv. Run it after
 * `extract:towns` and `extract:county-seats`; it needs nothing from outside.
 *
 *   npm run extract:division-points
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { areaAt, toArea, type OutlineFeature } from '~/domain/area';
import { toWgs84 } from '~/domain/coordinates';
import { parseReadings } from '~/domain/pinyin';
import { readDivisionTable } from '~db/seed/seed-divisions.server';
import { readSeedFile } from '~db/seed/seed-file.server';
import { matchTowns, type Town } from './match-towns';

const { towns } = JSON.parse(readSeedFile('geo/towns.json')) as { towns: Town[] };
const readings = parseReadings(readSeedFile('divisions/readings.txt'));
const outlines = JSON.parse(readFileSync('public/geo/prefectures.geojson', 'utf8')) as {
  features: OutlineFeature[];
};
const areas = outlines.features.map(toArea);
// GeoNames leaves the prefecture out of some, and names a neighbour's of others: the outline decides.
const placed = towns.map((town) => ({
  ...town,
  area: areaAt({ latitude: town.lat, longitude: town.lng }, areas)?.code.slice(0, 4) ?? town.area,
}));
const points = matchTowns(placed, readDivisionTable(), readings).map((point) => ({
  ...point,
  source: 'geonames',
}));
const known = new Set(points.map(({ code }) => code));
/** Five decimals are a metre; the counties' points are seats of several square kilometres. */
const rounded = (degrees: number) => Number(degrees.toFixed(5));
const seats = readSeedFile('geo/county-seats.csv')
  .trimEnd()
  .split('\n')
  .slice(1)
  .map((line) => {
    const [code = '', latitude, longitude, town = ''] = line.split(',');
    const given = { latitude: Number(latitude), longitude: Number(longitude) };
    const point = toWgs84({ ...given, datum: 'GCJ02' });
    const place = { latitude: rounded(point.latitude), longitude: rounded(point.longitude) };
    return { code, ...place, town, how: 'county_seat', source: 'echarts-china-cities' };
  })
  .filter(({ code }) => !known.has(code));
const rows = [...points, ...seats]
  .sort((a, b) => (a.code < b.code ? -1 : 1))
  .map(({ code, latitude, longitude, source, how, town }) =>
    [code, latitude, longitude, source, how, town].join(','),
  );
const text = ['division_code,latitude,longitude,source,how,town', ...rows].join('\n') + '\n';
writeFileSync('db/seed/geo/division-points.csv', text);
console.log(
  `${points.length} points of GeoNames, ${seats.length} of county seats, ${text.length} bytes`,
);
