import type { Point, PointPrecision } from '../coordinates';
import type { PlaceKind, ProgrammeGroup } from '../organisation';
import type { ParameterRow } from '../parameter';
import type { Urgency } from '../request';
import type { ShipmentStatus } from '../shipment';

/** A place as the map knows it. `longitude` and `latitude` are WGS-84; without them it stands in the table alone. */
export interface PlaceHead {
  id: string;
  name: string;
  kind: PlaceKind;
  organisationId: string;
  /** 12 digits. */
  divisionCode: string;
  /** First calendar day on which it is no more. */
  endedOn: string | null;
  longitude: number | undefined;
  latitude: number | undefined;
  precision: PointPrecision;
}

/** Goods of one donation from one place for one request line; smallest units. */
export interface Gift {
  donationId: string;
  donorId: string | null;
  fromPlaceId: string;
  /** Promised, held, on the road, at the centre or handed out. */
  allocated: number;
  /** At the centre, or handed out or used there. */
  arrived: number;
  /** Value of what has arrived, the middle where it was estimated from low to high. */
  valueFen: number;
}

export interface NeedLine {
  itemId: string;
  /** Smallest units, more than 0. */
  approved: number;
  gifts: Gift[];
}

/** An approved request, or one that was approved and is closed. */
export interface Need {
  requestId: string;
  campaignId: string | null;
  group: ProgrammeGroup;
  urgency: Urgency;
  needBy: string;
  headCount: number;
  open: boolean;
  lines: NeedLine[];
}

/** Free stock of one item out of one donation at a place. */
export interface StockItem {
  itemId: string;
  donationId: string;
  donorId: string | null;
}

/** A shipment on the road. */
export interface Road {
  shipmentId: string;
  fromPlaceId: string;
  toPlaceId: string;
  status: ShipmentStatus;
  /** Calendar days. */
  dispatchedOn: string;
  needBy: string | null;
  donationIds: string[];
  donorIds: string[];
  itemIds: string[];
  campaignIds: string[];
}

/** Everything that maps are drawn from, of all organisations: nobody sees it but through `seen`. */
export interface Picture {
  /** Grows with every change of what is in it. */
  version: number;
  heads: ReadonlyMap<string, PlaceHead>;
  /** By place; a place without has no entry. */
  needs: ReadonlyMap<string, readonly Need[]>;
  stock: ReadonlyMap<string, readonly StockItem[]>;
  roads: ReadonlyMap<string, Road>;
  /** Names of prefectures, counties and townships by 12-digit code. */
  divisionNames: ReadonlyMap<string, string>;
  /** Known points of prefectures and counties, WGS-84. */
  divisionPoints: ReadonlyMap<string, Point>;
  /** After how many days on the road a delivery is late: the rows of `shipment.late_after`. */
  lateAfter: readonly ParameterRow[];
}
