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
  /** Depot, then each stop after the nearest before it, in road kilometres; null where a place has no point. */
  km: number | null;
}

/** Road kilometres between two points. */
export type Distance = (a: PlanPoint, b: PlanPoint) => number;

/**
 * Vehicles for what goes from one place to one township: heavy goods first, each into the first vehicle with room (first
 * fit, decreasing), split at whole packs where it does not fit as a whole. Simple and stated; no optimum is claimed.
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
    .map((trip) => ({ ...trip, km: tripKm(trip, pointOf, distance) }));
}

type Loaded = Omit<Trip, 'km'>;

function fill(group: readonly GoodsToCarry[], vehicle: Vehicle): Loaded[] {
  const heavyFirst = [...group].sort(
    (a, b) => weightOf(b) - weightOf(a) || (a.key < b.key ? -1 : 1),
  );
  const trips: Loaded[] = [];
  for (const one of heavyFirst) {
    let left = one.quantity;
    for (const trip of trips) left -= load(trip, one, left, vehicle);
    while (left > 0) {
      const trip: Loaded = {
        fromPlaceId: one.fromPlaceId,
        townshipCode: one.toDivisionCode.slice(0, 9),
        lines: [],
        weightMg: 0,
        volumeUl: 0,
      };
      trips.push(trip);
      const loaded = load(trip, one, left, vehicle);
      // A pack that no vehicle holds goes all the same, in one of its own.
      left -= loaded > 0 ? loaded : put(trip, one, Math.min(left, one.packSize));
    }
  }
  return trips;
}

/** Puts in what fits in whole packs; answers how much that is. */
function load(trip: Loaded, one: GoodsToCarry, wanted: number, vehicle: Vehicle): number {
  const by = (room: number, each: number) => (each > 0 ? Math.floor(room / each) : wanted);
  const fits = Math.min(
    wanted,
    by(vehicle.loadKg * 1e6 - trip.weightMg, one.unitWeightMg),
    by(vehicle.roomM3 * 1e9 - trip.volumeUl, one.unitVolumeUl),
  );
  const whole = fits - (fits % one.packSize);
  return whole > 0 ? put(trip, one, whole) : 0;
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

function tripKm(
  trip: Loaded,
  pointOf: (placeId: string) => PlanPoint | undefined,
  distance: Distance,
): number | null {
  let at = pointOf(trip.fromPlaceId);
  let km = 0;
  const left = new Set(trip.lines.map((line) => line.toPlaceId));
  while (left.size > 0) {
    let next: { id: string; point: PlanPoint; km: number } | undefined;
    for (const id of left) {
      const point = pointOf(id);
      if (!at || !point) return null;
      const far = distance(at, point);
      if (!next || far < next.km) next = { id, point, km: far };
    }
    if (!next) return null;
    km += next.km;
    at = next.point;
    left.delete(next.id);
  }
  return Math.round(km * 10) / 10;
}
