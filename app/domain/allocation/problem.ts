import type { CalendarDay } from '../calendar';
import type { ProgrammeGroup } from '../organisation';
import type { Urgency } from '../request';
import type { Restriction, RestrictedUse } from '../restriction';
import type { SizeScheme } from '../size';
import type { PlanFigures } from './plan-figures';
import type { SkipReason } from './suggestion';

/** Degrees, WGS-84 or near it: the error of another datum (600 m) does not matter on these roads. */
export interface PlanPoint {
  latitude: number;
  longitude: number;
}

/** Goods that may be given: one balance of free stock, or what is left of an accepted pledge not yet in. */
export interface PlanSupply {
  /** Unique in the problem. */
  id: string;
  /** null: a pledge not yet in. */
  lotId: string | null;
  donationLineId: string;
  /** The nil UUID for loose goods. */
  parcelId: string;
  placeId: string;
  itemId: string;
  size: string;
  /** Smallest units that nobody holds. */
  quantity: number;
  /** Smallest units that stay together; 1 for loose goods. */
  packSize: number;
  /** The parcel is not to be opened: all of it to one centre, or none. */
  keepWhole?: boolean | undefined;
  producedOn?: CalendarDay | undefined;
  bestBefore?: CalendarDay | undefined;
  quarantined: boolean;
  restriction: Restriction;
  point?: PlanPoint | undefined;
  /** Of one smallest unit. */
  unitWeightMg: number;
  unitVolumeUl: number;
  /** For a pledge: the day it is expected in; today where nothing was said. */
  arrivesOn?: CalendarDay | undefined;
}

/** The open remainder of one request line. */
export interface PlanNeed {
  /** The request line; unique in the problem. */
  id: string;
  requestId: string;
  placeId: string;
  programmeId: string;
  itemId: string;
  size: string;
  sizeScheme: SizeScheme;
  largerSizeServes: boolean;
  /** Smallest units still open. */
  quantity: number;
  /** Smallest units that the line was given before: it counts for fairness. */
  receivedBefore: number;
  urgency: Urgency;
  needBy: CalendarDay;
  headCount: number;
  use: RestrictedUse;
  point?: PlanPoint | undefined;
  /** Room left at the centre for all its needs together; undefined where none is set. */
  capacityLeftMl?: number | undefined;
}

/** Of the need's whole, from where the last segment ended up to `upTo`, a unit is worth `worth` (1: full). */
export interface FillSegment {
  upTo: number;
  worth: number;
}

export interface PlanPair {
  needId: string;
  supplyId: string;
}
export interface PlanPin extends PlanPair {
  /** Smallest units; 0 forbids the pair. */
  quantity: number;
}

export interface PlanRules {
  today: CalendarDay;
  /** Value that a tonne-kilometre costs, in persons served in full. */
  lambda: number;
  /** Ascending; worth falls from segment to segment; the last ends at 1. */
  segments: readonly FillSegment[];
  urgencyWeights: Readonly<Record<Urgency, number>>;
  /** Vulnerability, as the bureau set it. */
  groupWeights: Readonly<Record<ProgrammeGroup, number>>;
  /** Share of the max-min level that every need is sure of; 0: no floor. */
  floorShare: number;
  /** Share of a unit's full worth that one size larger costs. */
  substitutionCost: number;
  /** Days of shelf life that goods must still have when they reach the centre. */
  minLifeDays: number;
  /** Road kilometres for one as the crow flies. */
  roadFactor: number;
  kmPerDay: number;
  /** Road kilometres where a place has no point. */
  unknownKm: number;
  closedRoads: readonly { fromPlaceId: string; toPlaceId: string }[];
  /** Exactly this much on this pair. */
  pinned: readonly PlanPin[];
  forbidden: readonly PlanPair[];
}

export interface PlanProblem {
  supplies: readonly PlanSupply[];
  needs: readonly PlanNeed[];
  rules: PlanRules;
}

/** Why goods may not go to a need. */
export type ArcRefusal =
  SkipReason | 'too_little_life' | 'closed_road' | 'forbidden_pair' | 'centre_full';

export interface PlanLine extends PlanPin {
  /** One size larger than asked. */
  larger: boolean;
  /** Road kilometres; null where a place has no point. */
  km: number | null;
  pinned: boolean;
  /** The donor named a purpose that no rule can compare: a person reads it. */
  purposeToRead: boolean;
}

export interface NeedOutcome {
  needId: string;
  /** Smallest units. */
  given: number;
  /** Fill, with what was received before, that the lexicographic max-min would give. */
  level: number;
  /** Smallest units that the floor makes sure of. */
  floor: number;
  /** Value of one more smallest unit brought here, its price at the supply and the road included. */
  price: number;
}
export interface SupplyOutcome {
  supplyId: string;
  given: number;
  /** Value that one more smallest unit of it would add; 0 where some is left. */
  price: number;
}

/** What one connected part of the problem came to; kept so that only a part that changed is solved again. */
export interface PlanPart {
  /** Says whether the part is still the same. */
  key: string;
  lines: PlanLine[];
  needs: NeedOutcome[];
  supplies: SupplyOutcome[];
  /** No plan under the same rules is worth more; in packs mixed, of the relaxed problem. */
  bound: number;
}

export interface PlanSolution {
  lines: PlanLine[];
  needs: NeedOutcome[];
  supplies: SupplyOutcome[];
  /** The least level among the needs that any goods may serve; 1 where there are none. */
  level: number;
  /** No plan under the same rules and floors is worth more than this. */
  bound: number;
  figures: PlanFigures;
  parts: PlanPart[];
}
