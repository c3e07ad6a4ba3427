/**
 * Makes public/geo/prefectures.geojson, the outlines of the prefectures of Guangxi and Guangdong, from the map files of
 * the npm package echarts 4.9.0 (Apache-2.0), which are packed in ECharts' own encoding. Schematic: the datum of the
 * source is not known, and lines are thinned to about 1 km.
 *
 *   npm pack echarts@4.9.0 && tar xzf echarts-4.9.0.tgz package/map/json/province
 *   npm run extract:outlines -- package public/geo
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { thinRings, type Point } from './thin-rings';

interface Packed {
  features: {
    id: string;
    properties: { name: string };
    geometry:
      | { type: 'Polygon'; coordinates: string[]; encodeOffsets: Point[] }
      | { type: 'MultiPolygon'; coordinates: string[][]; encodeOffsets: Point[][] };
  }[];
}

/** ECharts' UTF8Encoding: zigzag differences of 1/1024 degree, each one character, offset by 64. */
function unpackRing(packed: string, [offsetX, offsetY]: Point): Point[] {
  const ring: Point[] = [];
  let [x, y] = [offsetX, offsetY];
  for (let at = 0; at + 1 < packed.length; at += 2) {
    x += unzigzag(packed.charCodeAt(at) - 64);
    y += unzigzag(packed.charCodeAt(at + 1) - 64);
    ring.push([x, y]);
  }
  return ring;
}

function unzigzag(value: number): number {
  return (value >> 1) ^ -(value & 1);
}

function ringsOf(geometry: Packed['features'][number]['geometry']): Point[][] {
  const packed =
    geometry.type === 'Polygon'
      ? geometry.coordinates.map((ring, at) => [ring, geometry.encodeOffsets[at]] as const)
      : geometry.coordinates.flatMap((polygon, of) =>
          polygon.map((ring, at) => [ring, geometry.encodeOffsets[of]?.[at]] as const),
        );
  return packed.map(([ring, offset]) => {
    if (!offset) throw new Error('a ring has no offset');
    return unpackRing(ring, offset);
  });
}

/** A thousandth of a degree is 100 m: finer than these lines are. */
const degrees = (value: number) => Math.round((value / 1024) * 1_000) / 1_000;

const [packageDir, outDir] = process.argv.slice(2);
if (!packageDir || !outDir)
  throw new Error('usage: outlines.ts <unpacked echarts> <output folder>');
const features = ['guangxi', 'guangdong'].flatMap((province) => {
  const file = join(packageDir, 'map/json/province', `${province}.json`);
  return (JSON.parse(readFileSync(file, 'utf8')) as Packed).features;
});
const outlines = thinRings(features.map((feature) => ringsOf(feature.geometry)));
const lines = features.map((feature, at) => {
  const polygons = (outlines[at] ?? []).map((ring) => [
    ring.map(([x, y]) => [degrees(x), degrees(y)]),
  ]);
  return JSON.stringify({
    type: 'Feature',
    id: feature.id.padEnd(12, '0'),
    properties: { code: feature.id.padEnd(12, '0'), name: feature.properties.name },
    geometry: { type: 'MultiPolygon', coordinates: polygons },
  });
});
const head = {
  type: 'FeatureCollection',
  schematic: true,
  attribution: 'Apache ECharts 4.9.0 (Apache-2.0)',
};
const text = `${JSON.stringify(head).slice(0, -1)},"features":[\n${lines.join(',\n')}\n]}\n`;
writeFileSync(join(outDir, 'prefectures.geojson'), text);
console.log(`${lines.length} outlines, ${text.length} bytes`);
