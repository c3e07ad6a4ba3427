import { COUNTIES_URL, prefectureOutlines, type BaseMap, type BaseTiles } from '~/domain/base-map';
import { readCountyOutlines } from './county-outlines.server';
import type { MapSettings } from './settings.server';

/** What lies under the maps, as the operator has set it. */
export interface OpenBaseMap {
  base: BaseMap;
  /** Origins of tiles, for the content security policy. */
  tileOrigins: string[];
  /** GeoJSON, served at `base.counties.url`. */
  counties?: string | undefined;
}

const TIANDITU_SERVERS = ['0', '1', '2', '3', '4', '5', '6', '7'];
const ANY_SERVER = '{s}';

/** @throws StartRefused when the file of county polygons is unfit. */
export function openBaseMap(settings: MapSettings): OpenBaseMap {
  const tiles = tilesOf(settings);
  const { countiesFile, countiesDatum, approvalNumber } = settings;
  const counties = countiesFile && readCountyOutlines(countiesFile, countiesDatum);
  return {
    base: {
      prefectures: prefectureOutlines,
      ...(tiles && { tiles }),
      ...(counties && { counties: { url: COUNTIES_URL, attribution: '' } }),
      ...(approvalNumber && { approvalNumber }),
    },
    tileOrigins: tiles ? originsOf(tiles) : [],
    counties,
  };
}

function tilesOf({ tiandituKey, tileUrl, tileAttribution, tileDatum }: MapSettings) {
  if (tiandituKey) return tianditu(tiandituKey);
  if (!tileUrl) return undefined;
  const subdomains = tileUrl.includes(ANY_SERVER) ? ['a', 'b', 'c'] : [];
  const tiles: BaseTiles = {
    urls: [tileUrl],
    subdomains,
    datum: tileDatum,
    attribution: tileAttribution ?? '',
    maxZoom: 18,
  };
  return tiles;
}

/** Source: Tianditu's WMTS in Web Mercator, ground (vec_w) and names (cva_w); its datum is CGCS2000. */
function tianditu(key: string): BaseTiles {
  const layer = (name: string) =>
    `https://t{s}.tianditu.gov.cn/${name}_w/wmts?SERVICE=WMTS&REQUEST=GetTile&VERSION=1.0.0&LAYER=${name}&STYLE=default&TILEMATRIXSET=w&FORMAT=tiles&TILEMATRIX={z}&TILEROW={y}&TILECOL={x}&tk=${encodeURIComponent(key)}`;
  return {
    urls: [layer('vec'), layer('cva')],
    subdomains: TIANDITU_SERVERS,
    datum: 'CGCS2000',
    attribution: '天地图',
    maxZoom: 18,
  };
}

/** A policy knows no {s}: every server is named. */
function originsOf({ urls, subdomains }: BaseTiles): string[] {
  const origins = urls.flatMap((url) => {
    const servers = subdomains.length > 0 ? subdomains : [''];
    return servers.map((server) => new URL(url.replaceAll(ANY_SERVER, server)).origin);
  });
  return [...new Set(origins)];
}
