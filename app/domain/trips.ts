import type { PlanPoint } from './allocation/problem';

/** Goods that lie at one place and are to go to another. */
export interface GoodsToCarry {
  /** Names the goods to the caller. */
  key: string;
  fromPlaceId: string;
  toPlaceId: string;
  /** Division of the destination, 12 digits; its first nine are the township. */
  toDivisionCode: string;
  /** Smallest units. */
  quantity: number;
  /** Smallest units that stay together. */
  packSize: number;
  /** Of one smallest unit. */
  unitWeightMg: number;
  unitVolumeUl: number;
}

export interface Vehicle {
  loadKg: number;
  roomM3: number;
}

interface TripLine {
  key: string;
  toPlaceId: string;
  quantity: number;
}

export interface Trip {
  fromPlaceId: string;
  /** Nine digits. */
  townshipCode: string;
  lines: TripLine[];
  weightMg: number;
  volumeUl: number;
  /** One pack that cannot be divided and is more than a vehicle carries: alone in its trip, for the depot to see to. */
  overloaded: boolean;
  /** Depot, then always to the nearest stop that is left, in road kilometres; null where a place has no point. */
  km: number | null;
}

/** Road kilometres between two points. */
export type Distance = (a: PlanPoint, b: PlanPoint) => number;

/**
 * Vehicles for what goes from one place to one township: heavy goods first, each whole into the first vehicle with room (first
 * fit, decreasing). Only what is more than a vehicle carries is divided, at whole packs. Lines are in the order of the stops.
 * Simple and stated; no optimum is claimed.
 */
export function groupTrips(
  goods: readonly GoodsToCarry[],
  vehicle: Vehicle,
  pointOf: (placeId: string) => PlanPoint | undefined,
  distance: Distance,
): Trip[] {
  const groups = new Map<string, GoodsToCarry[]>();
  for (const one of goods) {
    const key = `${one.fromPlaceId} ${one.toDivisionCode.slice(0, 9)}`;
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  return [...groups.entries()]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([, group]) => fill(group, vehicle))
    .map((trip) => alongTheWay(trip, pointOf, distance));
}

type Loaded = Omit<Trip, 'km'>;

function fill(group: readonly GoodsToCarry[], vehicle: Vehicle): Loaded[] {
  const heavyFirst = [...group].sort(
    (a, b) => weightOf(b) - weightOf(a) || (a.key < b.key ? -1 : 1),
  );
  const trips: Loaded[] = [];
  for (const one of heavyFirst) {
    let left = one.quantity;
    while (left > 0) {
      const known = trips.find((trip) => roomFor(trip, one, vehicle) >= left);
      const trip = known ?? emptyTrip(one);
      if (!known) trips.push(trip);
      const fits = Math.min(left, roomFor(trip, one, vehicle));
      const whole = fits === left ? fits : fits - (fits % one.packSize);
      trip.overloaded = whole === 0;
      left -= put(trip, one, whole > 0 ? whole : Math.min(left, one.packSize));
    }
  }
  return trips;
}

function emptyTrip({ fromPlaceId, toDivisionCode }: GoodsToCarry): Loaded {
  return {
    fromPlaceId,
    townshipCode: toDivisionCode.slice(0, 9),
    lines: [],
    weightMg: 0,
    volumeUl: 0,
    overloaded: false,
  };
}

/** So many smallest units of the goods may still be loaded. */
function roomFor(trip: Loaded, one: GoodsToCarry, vehicle: Vehicle): number {
  if (trip.overloaded) return 0;
  const by = (room: number, each: number) => (each > 0 ? Math.floor(room / each) : Infinity);
  return Math.min(
    by(vehicle.loadKg * 1e6 - trip.weightMg, one.unitWeightMg),
    by(vehicle.roomM3 * 1e9 - trip.volumeUl, one.unitVolumeUl),
  );
}

function put(trip: Loaded, one: GoodsToCarry, quantity: number): number {
  trip.lines.push({ key: one.key, toPlaceId: one.toPlaceId, quantity });
  trip.weightMg += quantity * one.unitWeightMg;
  trip.volumeUl += quantity * one.unitVolumeUl;
  return quantity;
}

function weightOf(one: GoodsToCarry): number {
  return one.quantity * one.unitWeightMg;
}

function alongTheWay(
  trip: Loaded,
  pointOf: (placeId: string) => PlanPoint | undefined,
  distance: Distance,
): Trip {
  const way = stopsOf(trip, pointOf, distance);
  if (!way) return { ...trip, km: null };
  const order = new Map(way.stops.map((id, at) => [id, at]));
  const at = (line: TripLine) => order.get(line.toPlaceId) ?? 0;
  return {
    ...trip,
    lines: [...trip.lines].sort((a, b) => at(a) - at(b)),
    km: Math.round(way.km * 10) / 10,
  };
}

function stopsOf(
  trip: Loaded,
  pointOf: (placeId: string) => PlanPoint | undefined,
  distance: Distance,
): { stops: string[]; km: number } | undefined {
  let at = pointOf(trip.fromPlaceId);
  const way = { stops: [] as string[], km: 0 };
  const left = new Set(trip.lines.map((line) => line.toPlaceId));
  while (left.size > 0) {
    let next: { id: string; point: PlanPoint; km: number } | undefined;
    for (const id of left) {
      const point = pointOf(id);
      if (!at || !point) return undefined;
      const far = distance(at, point);
      if (!next || far < next.km) next = { id, point, km: far };
    }
    if (!next) return undefined;
    way.stops.push(next.id);
    way.km += next.km;
    at = next.point;
    left.delete(next.id);
  }
  return way;
}
