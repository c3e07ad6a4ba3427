import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { openBaseMap } from './base-map.server';
import { contentSecurityPolicy } from './content-security-policy.server';
import { readSettings, StartRefused } from './settings.server';

const folder = mkdtempSync(join(tmpdir(), 'nuanqiao-base-map-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const open = (environment: Record<string, string>) =>
  openBaseMap(readSettings('demo', environment).map);

type Ring = [number, number][];

const around = (x: number, y: number, size = 0.2): Ring => [
  [x - size, y - size],
  [x + size, y - size],
  [x + size, y + size],
  [x - size, y + size],
  [x - size, y - size],
];

const county = (ring: Ring, properties: object = { adcode: 451122, name: '钟山县' }) => ({
  type: 'FeatureCollection',
  features: [{ type: 'Feature', properties, geometry: { type: 'Polygon', coordinates: [ring] } }],
});

function fileOf(content: unknown): string {
  const path = join(folder, `${Math.random()}.geojson`);
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
  return path;
}

describe('base map', () => {
  it('is schematic outlines without any setting, and no other site is spoken to', () => {
    const { base, tileOrigins } = open({});
    expect(base.tiles).toBeUndefined();
    expect(base.counties).toBeUndefined();
    expect(tileOrigins).toEqual([]);
    expect(contentSecurityPolicy('n', tileOrigins)).toContain("img-src 'self' data: blob:;");
  });

  it('is Tianditu with the operator’s key, and the policy names its servers', () => {
    const { base, tileOrigins } = open({ MAP_TIANDITU_KEY: '0123456789abcdef0123456789abcdef' });
    expect(base.tiles?.urls.map((url) => /LAYER=(\w+)/.exec(url)?.[1])).toEqual(['vec', 'cva']);
    expect(base.tiles?.urls[0]).toContain('tk=0123456789abcdef0123456789abcdef');
    expect(base.tiles?.datum).toBe('CGCS2000');
    const policy = contentSecurityPolicy('n', tileOrigins);
    for (const server of ['t0', 't7'])
      expect(policy).toContain(`https://${server}.tianditu.gov.cn`);
  });

  it('is any tiles with their attribution and datum, and the approval number', () => {
    const { base, tileOrigins } = open({
      MAP_TILE_URL: 'https://{s}.tiles.example.cn/{z}/{x}/{y}.png',
      MAP_TILE_ATTRIBUTION: '示例地图',
      MAP_TILE_DATUM: 'GCJ02',
      MAP_APPROVAL_NUMBER: 'GS(2026)0001号',
    });
    expect(base.tiles).toMatchObject({ attribution: '示例地图', datum: 'GCJ02' });
    expect(base.approvalNumber).toBe('GS(2026)0001号');
    expect(tileOrigins).toContain('https://b.tiles.example.cn');
  });

  const TILE_URL = 'https://tiles.example.cn/{z}/{x}/{y}.png';
  it.each([
    ['MAP_TIANDITU_KEY', { MAP_TIANDITU_KEY: 'my key' }],
    ['MAP_TILE_URL', { MAP_TILE_URL: 'https://tiles.example.cn/{z}/{x}.png' }],
    ['MAP_TILE_URL', { MAP_TILE_URL: 'http://tiles.example.cn/{z}/{x}/{y}.png' }],
    ['MAP_TILE_URL', { MAP_TILE_URL: TILE_URL, MAP_TIANDITU_KEY: 'a'.repeat(32) }],
    ['MAP_TILE_ATTRIBUTION', { MAP_TILE_URL: TILE_URL }],
    ['MAP_TILE_DATUM', { MAP_TILE_DATUM: 'BD09' }],
    ['MAP_COUNTIES_DATUM', { MAP_COUNTIES_DATUM: 'wgs' }],
  ])('names %s when given %o', (name, environment) => {
    expect(() => open(environment)).toThrow(StartRefused);
    expect(() => open(environment)).toThrow(new RegExp(`^The setting ${name} [^\\n]+\\.$`));
  });
});

describe('county polygons', () => {
  it('are moved into WGS-84: some 600 m from where GCJ-02 has them', () => {
    const content = county(around(111.3, 24.5));
    const [given, asIs] = ['GCJ02', 'CGCS2000'].map((datum) => {
      const opened = open({ MAP_COUNTIES_FILE: fileOf(content), MAP_COUNTIES_DATUM: datum });
      const { features } = JSON.parse(opened.counties ?? '') as ReturnType<typeof county>;
      return features[0]?.geometry.coordinates[0]?.[0] ?? [0, 0];
    });
    const [east, north] = [
      ((asIs?.[0] ?? 0) - (given?.[0] ?? 0)) * 101_000,
      ((asIs?.[1] ?? 0) - (given?.[1] ?? 0)) * 110_800,
    ];
    expect(Math.hypot(east, north)).toBeGreaterThan(500);
    expect(Math.hypot(east, north)).toBeLessThan(750);
    expect(asIs).toEqual([111.1, 24.3]);
  });

  it('are thinned when there are many corners, and neighbours keep their common border', () => {
    const wavy = (x: number): Ring =>
      Array.from({ length: 15_000 }, (_, at) => [
        x + Math.sin(at / 50) * 0.01,
        24 + (at / 15_000) * 0.8,
      ]);
    const border = wavy(111);
    const [west, east] = [
      [...border, [110.5, 24.8], [110.5, 24], border[0]],
      [...border, [111.5, 24.8], [111.5, 24], border[0]],
    ] as [Ring, Ring];
    const content = county(west);
    content.features.push(...county(east, { adcode: 451121, name: '昭平县' }).features);
    const { counties = '' } = open({ MAP_COUNTIES_FILE: fileOf(content) });
    const rings = (JSON.parse(counties) as typeof content).features.map(
      ({ geometry }) => geometry.coordinates[0] ?? [],
    );
    expect(rings.flat().length).toBeLessThan(20_000);
    const [one = [], other = []] = rings;
    const shared = one.filter(([x]) => x > 110.9).map(String);
    expect(shared.length).toBeGreaterThan(100);
    const others = new Set(other.map(String));
    expect(shared.every((corner) => others.has(corner))).toBe(true);
  });

  const projected = { ...county(around(111.3, 24.5)), crs: { properties: { name: 'EPSG:3857' } } };
  it.each([
    ['cannot be read', () => join(folder, 'none.geojson')],
    ['breaks off', () => fileOf('{"type":"FeatureCollection","features":[')],
    ['not a GeoJSON FeatureCollection', () => fileOf({ type: 'Polygon' })],
    ['no division code', () => fileOf(county(around(111.3, 24.5), { name: '钟山县' }))],
    ['no polygon', () => fileOf(county([[111, 24]]))],
    ['no county of Guangdong', () => fileOf(county(around(111.3, 24.5), { adcode: 430000 }))],
    ['latitude before longitude', () => fileOf(county(around(24.5, 111.3)))],
    ['in metres', () => fileOf(county(around(12_390_000, 2_810_000, 9000)))],
    ['outside Guangdong and Guangxi', () => fileOf(county(around(116.4, 39.9)))],
    ['projection EPSG:3857', () => fileOf(projected)],
    [
      'too large \\(70 MB',
      () => {
        const path = fileOf('');
        truncateSync(path, 70 * 1024 * 1024);
        return path;
      },
    ],
  ])('are refused in one sentence: %s', (words, make) => {
    const environment = { MAP_COUNTIES_FILE: make() };
    expect(() => open(environment)).toThrow(StartRefused);
    expect(() => open(environment)).toThrow(
      new RegExp(`^The setting MAP_COUNTIES_FILE [^\\n]*${words}[^\\n]*\\.$`),
    );
  });
});
