import type { Precision } from './organisation';

/** WGS-84 degrees; zoom 0 to 18. */
export interface MapWindow {
  west: number;
  south: number;
  east: number;
  north: number;
  zoom: number;
}

/** One mark of a view. `fill`: 0 to 100, how much of the need is met; `persons`: how many still wait. */
export type MapMark =
  | {
      kind: 'cluster';
      id: number;
      longitude: number;
      latitude: number;
      centres: number;
      persons: number;
      fill: number;
      /** Zoom at which the cluster opens. */
      expandTo: number;
    }
  | {
      kind: 'centre';
      /** The place's. */
      id: string;
      name: string;
      longitude: number;
      latitude: number;
      precision: Precision;
      persons: number;
      fill: number;
      onTheRoad: boolean;
    };

export interface DepotMark {
  id: string;
  name: string;
  longitude: number;
  latitude: number;
  /** Different goods in stock. */
  lots: number;
}

export interface RoadLine {
  shipmentId: string;
  from: [longitude: number, latitude: number];
  to: [longitude: number, latitude: number];
  status: string;
  late: boolean;
}

export interface AreaShade {
  divisionCode: string;
  name: string;
  /** Persons waiting, fill 0 to 100, or value in fen. */
  value: number;
  figure?: string | undefined;
}

export interface MapAnswer {
  marks: MapMark[];
  depots: DepotMark[];
  roads: RoadLine[];
  areas: AreaShade[];
}
