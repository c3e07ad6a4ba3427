import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { areaAt, kmToBorder, toArea } from '~/domain/area';
import { toWgs84 } from '~/domain/coordinates';
import { contains, depthOf, divisionPrefix } from '~/domain/division';
import type { Datum } from '~/domain/organisation';
import { readDivisionTable } from './seed-divisions.server';
import { readSeedFile } from './seed-file.server';

type Ring = [number, number][];
interface Outlines {
  schematic: boolean;
  attribution: string;
  features: {
    properties: { code: string; name: string };
    geometry: { type: 'MultiPolygon'; coordinates: Ring[][] };
  }[];
}
interface Towns {
  attribution: string;
  datum: string;
  towns: { name: string; lat: number; lng: number; area: string; divisionCode?: string }[];
}

const outlines = JSON.parse(readFileSync('public/geo/prefectures.geojson', 'utf8')) as Outlines;
const { towns, ...head } = JSON.parse(readSeedFile('geo/towns.json')) as Towns;
const areas = outlines.features.map(toArea);
const divisions = new Map(readDivisionTable().map((row) => [row.code, row.name]));

describe('the outlines of prefectures', () => {
  it('are those of every prefecture, by our codes and names', () => {
    expect(outlines.schematic).toBe(true);
    expect(outlines.attribution).toContain('ECharts');
    const prefectures = [...divisions].filter(([code]) => depthOf(code) === 2);
    const drawn = outlines.features.map(({ properties }) => [properties.code, properties.name]);
    expect(drawn).toHaveLength(prefectures.length);
    expect(drawn).toEqual(expect.arrayContaining(prefectures));
  });

  it('are closed rings in the south of China, borders shared by neighbours', () => {
    const areasAt = new Map<string, Set<string>>();
    for (const { properties, geometry } of outlines.features) {
      for (const ring of geometry.coordinates.flat()) {
        expect(ring.length).toBeGreaterThanOrEqual(4);
        expect(ring[0]).toEqual(ring.at(-1));
        for (const [lng, lat] of ring) {
          if (lng < 104 || lng > 118 || lat < 20 || lat > 27) throw new Error(properties.name);
          const key = `${lng},${lat}`;
          areasAt.set(key, (areasAt.get(key) ?? new Set()).add(properties.code));
        }
      }
    }
    const hezhou = [...areasAt.values()].filter((areas) => areas.has('451100000000'));
    // Guilin, Wuzhou, Zhaoqing and Qingyuan lie around it; the rest of its border is Hunan's.
    const neighbours = new Set(hezhou.flatMap((areas) => [...areas]));
    for (const code of ['450300000000', '450400000000', '441200000000', '441800000000']) {
      expect(neighbours).toContain(code);
    }
    expect(hezhou.filter((areas) => areas.size > 1).length).toBeGreaterThan(hezhou.length / 3);
  });
});

describe('the towns', () => {
  it('name divisions that exist, each once, and lie in the outline of their prefecture', () => {
    expect(head).toEqual({ attribution: expect.stringContaining('GeoNames'), datum: 'WGS84' });
    expect(towns).toHaveLength(447);
    const coded = towns.filter((town) => town.divisionCode !== undefined);
    expect(new Set(coded.map((town) => town.divisionCode)).size).toBe(coded.length);
    expect(coded.filter((town) => town.area === '4511')).toHaveLength(5);
    for (const town of coded) {
      const code = town.divisionCode ?? '';
      expect(divisions.has(code)).toBe(true);
      expect(contains(town.area, code)).toBe(true);
      const area = areaAt({ latitude: town.lat, longitude: town.lng }, areas);
      expect([town.name, contains(divisionPrefix(area?.code ?? code), code)]).toEqual([
        town.name,
        true,
      ]);
    }
  });
});

describe('the points of divisions', () => {
  const [, ...lines] = readSeedFile('geo/division-points.csv').trimEnd().split('\n');
  const points = lines.map((line) => {
    const [divisionCode = '', latitude, longitude, source] = line.split(',');
    return { divisionCode, latitude: Number(latitude), longitude: Number(longitude), source };
  });

  it('are of divisions, each once, in or at the outline of their prefecture', () => {
    expect(new Set(points.map((point) => point.divisionCode)).size).toBe(points.length);
    for (const { divisionCode: code, ...point } of points) {
      expect([code, divisions.has(code)]).toEqual([code, true]);
      const area = areas.find((one) => contains(divisionPrefix(one.code), code))!;
      const lies = areaAt(point, areas)?.code === area.code || kmToBorder(point, area) < 2;
      expect([code, lies]).toEqual([code, true]);
      expect(['geonames', 'echarts-china-cities']).toContain(point.source);
    }
  });

  it('are known of every prefecture and every county', () => {
    const known = new Set(points.map((point) => point.divisionCode));
    const of = (depth: number) => [...divisions.keys()].filter((code) => depthOf(code) === depth);
    expect(of(2).filter((code) => !known.has(code))).toEqual([]);
    expect(of(3).filter((code) => !known.has(code))).toEqual([]);
  });

  it('are GeoNames’ wherever it has one', () => {
    const counties = points.filter(({ divisionCode }) => depthOf(divisionCode) === 3);
    const others = counties.filter(({ source }) => source !== 'geonames');
    const of = (province: string) =>
      others.filter(({ divisionCode }) => divisionCode.startsWith(province)).length;
    expect([counties.length, of('45'), of('44')]).toEqual([233, 6, 55]);
  });

  it('lie in the middle of GeoNames’ when the county seats are read as GCJ-02, and beside it as another datum', () => {
    const byCode = new Map(points.map((point) => [point.divisionCode, point]));
    const seats = readSeedFile('geo/county-seats.csv').trimEnd().split('\n').slice(1);
    const middle = (values: number[]) => values.sort((a, b) => a - b)[values.length >> 1] ?? NaN;
    /** Degrees that half of the seats lie further than, north or east. */
    const shift = (datum: Datum) => {
      const away = seats.flatMap((line) => {
        const [code = '', latitude, longitude] = line.split(',');
        const known = byCode.get(code);
        if (known?.source !== 'geonames') return [];
        const read = toWgs84({ latitude: Number(latitude), longitude: Number(longitude), datum });
        return [[read.latitude - known.latitude, read.longitude - known.longitude]];
      });
      expect(away.length).toBeGreaterThan(150);
      return Math.max(...[0, 1].map((axis) => Math.abs(middle(away.map((row) => row[axis] ?? 0)))));
    };
    expect(shift('GCJ02')).toBeLessThan(0.0005);
    expect(shift('WGS84')).toBeGreaterThan(0.003);
    expect(shift('BD09')).toBeGreaterThan(0.003);
  });
});
