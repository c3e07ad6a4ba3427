import type { Datum } from './organisation';

/** Tiles of an outside service, drawn in Web Mercator. */
export interface BaseTiles {
  /** Address templates with {z}, {x}, {y} and perhaps {s}; drawn one over the other. */
  urls: string[];
  subdomains: string[];
  /** Our own points are moved into it before they are drawn over the tiles. */
  datum: Extract<Datum, 'WGS84' | 'CGCS2000' | 'GCJ02'>;
  attribution: string;
  maxZoom: number;
}

/** Outlines of divisions as GeoJSON from this server, WGS-84. */
export interface BaseOutlines {
  url: string;
  attribution: string;
}

/** What lies under the marks of every map, by the operator's settings. */
export interface BaseMap {
  tiles?: BaseTiles | undefined;
  /** Outlines of the prefectures; schematic. Drawn where there are no tiles, and for shading. */
  prefectures: BaseOutlines;
  /** The operator's own county polygons. */
  counties?: BaseOutlines | undefined;
  /** 审图号, which a published map must show (Map Administration Regulations, art. 22). */
  approvalNumber?: string | undefined;
}

/** Made by `npm run extract:outlines`. */
export const prefectureOutlines: BaseOutlines = {
  url: '/geo/prefectures.geojson',
  attribution: 'Apache ECharts 4.9.0 (Apache-2.0)',
};

/** Where the server offers the operator's county polygons. */
export const COUNTIES_URL = '/geo/counties.geojson';
