/**
 * What map pages and the browser's map say to each other. All coordinates are WGS-84 decimal degrees.
 * Figures: "persons waiting" of a centre is, over its approved requests, head count × (1 − fill), rounded up for each
 * request. The fill of a request is the share met of each approved line (at the centre, handed out or used), averaged
 * over its lines, because goods in different units are never added; requests are weighted by head count.
 */
import type { PointPrecision } from './coordinates';
import type { DomainError } from './error';
import type { ProgrammeGroup } from './organisation';
import type { Urgency } from './request';
import type { ShipmentStatus } from './shipment';

/** How much of the need is met: nothing, under half, half and more, everything. */
export const fillBands = ['none', 'under_half', 'over_half', 'met'] as const;
export type FillBand = (typeof fillBands)[number];

export const mapLayers = ['centres', 'depots', 'roads', 'reach'] as const;
/** `reach`: only centres that something of the campaign (or, without one, anything) has reached stand out. */
export type MapLayer = (typeof mapLayers)[number];

export const shadings = ['none', 'need', 'fill', 'value'] as const;
/** Persons waiting, fill in percent, or value received in fen. */
export type Shading = (typeof shadings)[number];

export const shadeLevels = ['prefecture', 'county'] as const;
export type ShadeLevel = (typeof shadeLevels)[number];

/**
 * `need`: officers and centres see requests and what is met of them. `goods`: foundations and depots see their own
 * goods alone; then `fill` is the share of those goods meant for the centre that has arrived, and `persons` is 0.
 */
export type MapPerspective = 'need' | 'goods';

export interface MapFilter {
  campaignId?: string;
  itemId?: string;
  group?: ProgrammeGroup;
  /** At least this urgent. */
  urgency?: Urgency;
  /** Needed on this calendar day or before. */
  needBy?: string;
  fill?: FillBand;
  /** 2, 4, 6, 9 or 12 digits. */
  divisionPrefix?: string;
}

/** What of the world is looked at. `zoom` 0 to 18, as Leaflet counts (256 pixels the world at 0). */
export interface MapWindow {
  west: number;
  south: number;
  east: number;
  north: number;
  zoom: number;
}

/** Several centres drawn as one. */
export interface ClusterMark {
  kind: 'cluster';
  id: number;
  longitude: number;
  latitude: number;
  centres: number;
  /** Persons waiting at all of them. */
  persons: number;
  /** 0 to 100; null where nothing is asked for. 0 and 100 mean nothing and everything. */
  fill: number | null;
  /** The zoom at which it falls apart; 19 when it never does. */
  expandTo: number;
}

export interface CentreMark {
  kind: 'centre';
  /** Place id. */
  id: string;
  name: string;
  longitude: number;
  latitude: number;
  /** Anything but `pinned` is drawn as a rough position. */
  precision: PointPrecision;
  persons: number;
  fill: number | null;
  onTheRoad: boolean;
  /** Something has arrived there: for the layer `reach`. */
  reached: boolean;
}

export type MapMark = ClusterMark | CentreMark;

export interface DepotMark {
  id: string;
  name: string;
  longitude: number;
  latitude: number;
  /** Different goods (items) in free stock. */
  lots: number;
}

/** [longitude, latitude] */
export type LonLat = [number, number];

/** Shipments on the road between about the same points, drawn as one line. */
export interface RoadLine {
  /** The shipment, where the line is one alone. */
  shipmentId: string | null;
  shipments: number;
  from: LonLat;
  to: LonLat;
  status: ShipmentStatus;
  /** One of them at least is on the road longer than it should be. */
  late: boolean;
}

export interface AreaShade {
  /** 12 digits, a prefecture or a county. */
  divisionCode: string;
  name: string;
  /** Persons waiting, fill 0 to 100, or value received in fen, as the shading asked for. */
  value: number;
  /**
   * Where a sign may stand for it, WGS-84: its seat, or its prefecture's where no seat is known. None where neither is.
   */
  longitude?: number | undefined;
  latitude?: number | undefined;
  /** The value in the reader's words, for drawing on the area. */
  figure?: string | undefined;
}

/** The answer of `paths.mapView`, and the first view of each map page. Empty where the layer was not asked for. */
export interface MapAnswer {
  perspective: MapPerspective;
  marks: MapMark[];
  depots: DepotMark[];
  roads: RoadLine[];
  areas: AreaShade[];
  /** What of the address could not be used as it stood, and was clamped or left out. */
  notes: DomainError[];
}

/** Everything that the address of the map holds. */
export interface MapView {
  filter: MapFilter;
  /** None: fit what there is to see. */
  window?: MapWindow;
  layers: readonly MapLayer[];
  shading: Shading;
  shadeBy: ShadeLevel;
  /** Place id of the open panel. */
  centre?: string;
}
