import type { PlanPoint } from './allocation/problem';
import { roadKm } from './distance';
import { getNumber, type ParameterRow } from './parameter';
import { groupTrips, type GoodsToCarry, type Trip, type Vehicle } from './trips';

interface TripRules {
  parameters: readonly ParameterRow[];
  day: string;
  divisionCode: string;
  pointOf: (placeId: string) => PlanPoint | undefined;
}

/** The vehicle that trips are grouped for: parameters, because every place has other lorries. */
export function vehicleOf({ parameters, day, divisionCode }: Omit<TripRules, 'pointOf'>): Vehicle {
  return {
    loadKg: getNumber(parameters, 'trip.vehicle_load', day, divisionCode),
    roomM3: getNumber(parameters, 'trip.vehicle_room', day, divisionCode),
  };
}

export function roadFactorOf({
  parameters,
  day,
  divisionCode,
}: Omit<TripRules, 'pointOf'>): number {
  return getNumber(parameters, 'distance.road_factor', day, divisionCode);
}

export function tripsOf(goods: readonly GoodsToCarry[], rules: TripRules): Trip[] {
  const roadFactor = roadFactorOf(rules);
  const distance = (a: PlanPoint, b: PlanPoint) => roadKm(a, b, roadFactor);
  return groupTrips(goods, vehicleOf(rules), rules.pointOf, distance);
}
