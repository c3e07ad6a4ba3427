import { isInParcel } from '../fefo';
import type { PlanLine, PlanProblem } from './problem';

/** A parcel that holds several lots, by their places among the problem's supplies. */
export interface MixedParcel {
  parcelId: string;
  supplies: number[];
  /** None of it may be taken out: all of it to one place, or none. */
  sealed: boolean;
}

/** Parcels of several lots, in the order of the supplies; what a person pinned on one of its lots has decided about it. */
export function mixedParcels({ supplies, rules }: PlanProblem): MixedParcel[] {
  const decided = new Set(rules.pinned.map(({ supplyId }) => supplyId));
  const parcels = new Map<string, MixedParcel & { touched: boolean }>();
  for (const [at, supply] of supplies.entries()) {
    if (!isInParcel(supply) || supply.quantity <= 0) continue;
    const { parcelId } = supply;
    const parcel = parcels.get(parcelId) ?? {
      parcelId,
      supplies: [],
      sealed: false,
      touched: false,
    };
    parcel.supplies.push(at);
    parcel.sealed ||= supply.keepWhole === true;
    parcel.touched ||= decided.has(supply.id);
    parcels.set(parcelId, parcel);
  }
  return [...parcels.values()]
    .filter((parcel) => parcel.supplies.length > 1 && !parcel.touched)
    .map(({ parcelId, supplies: places, sealed }) => ({ parcelId, supplies: places, sealed }));
}

/** Parcels that a plan does not send whole to one place: they have to be opened for it. */
export function openedParcels(
  { supplies, needs }: PlanProblem,
  lines: readonly Pick<PlanLine, 'needId' | 'supplyId' | 'quantity'>[],
): Set<string> {
  const supplyOf = new Map(supplies.map((supply) => [supply.id, supply]));
  const placeOf = new Map(needs.map(({ id, placeId }) => [id, placeId]));
  const holds = new Map<string, number>();
  for (const supply of supplies) {
    if (!isInParcel(supply)) continue;
    holds.set(supply.parcelId, (holds.get(supply.parcelId) ?? 0) + supply.quantity);
  }
  const taken = new Map<string, { quantity: number; places: Set<string | undefined> }>();
  for (const { needId, supplyId, quantity } of lines) {
    const supply = supplyOf.get(supplyId);
    if (!supply || !isInParcel(supply)) continue;
    const one = taken.get(supply.parcelId) ?? { quantity: 0, places: new Set() };
    one.quantity += quantity;
    one.places.add(placeOf.get(needId));
    taken.set(supply.parcelId, one);
  }
  const opened = [...taken].filter(
    ([parcelId, { quantity, places }]) => places.size > 1 || quantity < (holds.get(parcelId) ?? 0),
  );
  return new Set(opened.map(([parcelId]) => parcelId));
}
