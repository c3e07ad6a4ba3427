/**
 * Makes db/seed/geo/division-points.csv: known points of divisions, from the GeoNames places of towns.json (CC BY 4.0) whose
 * romanised name is that of exactly one division. Run it after `extract:towns`; it needs nothing from outside.
 *
 *   npm run extract:division-points
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { areaAt, toArea, type OutlineFeature } from '~/domain/area';
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
const points = matchTowns(placed, readDivisionTable(), readings);
const rows = points.map(({ code, latitude, longitude, town, how }) =>
  [code, latitude, longitude, 'geonames', how, town].join(','),
);
const text = ['division_code,latitude,longitude,source,how,town', ...rows].join('\n') + '\n';
writeFileSync('db/seed/geo/division-points.csv', text);
console.log(`${points.length} points, ${text.length} bytes`);
