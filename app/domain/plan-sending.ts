import { isInParcel } from './fefo';
import type { GoodsToCarry } from './trips';

/** A part of what goes together: of one lot, for one allocation line. Smallest units. */
export interface PartToSend {
  allocationLineId: string;
  lotId: string;
  /** The nil UUID for loose goods. */
  parcelId: string;
  itemId: string;
  size: string;
  quantity: number;
}

/** What an applied plan holds of one lot, loose or in one parcel, for one allocation line, and no draft lists yet. */
export interface HeldForPlan extends PartToSend {
  fromPlaceId: string;
  toPlaceId: string;
  toDivisionCode: string;
  packSize: number;
  unitWeightMg: number;
  unitVolumeUl: number;
  parcelCode: string | null;
  /** All that lies in the parcel, of every lot; of which this is held for the same place, by whatever allocation. */
  parcelHolds: number;
  parcelHeldForPlace: number;
}

export interface GoodsToSend extends GoodsToCarry {
  parts: PartToSend[];
}

/** A parcel that cannot go as the plan holds it, and what the depot does first. */
export interface ParcelLeftOut {
  parcelId: string;
  code: string;
  fromPlaceId: string;
  toPlaceIds: string[];
  /** Others have a part of it: it is opened. Or all is for one place, by several allocations: it goes whole, drafted by hand. */
  next: 'open' | 'draft_whole';
  parts: PartToSend[];
}

/**
 * Loose goods as they are held; a parcel as one piece, with all its lots, where the plan holds everything in it for one
 * place. Every other parcel is left out, and named.
 */
export function goodsToSend(held: readonly HeldForPlan[]): {
  goods: GoodsToSend[];
  leftOut: ParcelLeftOut[];
} {
  const goods: GoodsToSend[] = [];
  const leftOut: ParcelLeftOut[] = [];
  for (const [first, ...others] of byParcel(held)) {
    const inside = [first, ...others];
    const places = [...new Set(inside.map((one) => one.toPlaceId))];
    const total = inside.reduce((sum, one) => sum + one.quantity, 0);
    if (!isInParcel(first)) goods.push(carried(first, [first]));
    else if (places.length === 1 && total === first.parcelHolds) goods.push(carried(first, inside));
    else {
      const isOnePlaces = first.parcelHeldForPlace === first.parcelHolds;
      leftOut.push({
        parcelId: first.parcelId,
        code: first.parcelCode ?? '',
        fromPlaceId: first.fromPlaceId,
        toPlaceIds: places,
        next: isOnePlaces ? 'draft_whole' : 'open',
        parts: inside.map(partOf),
      });
    }
  }
  return { goods, leftOut };
}

/** What a trip takes of the goods: a parcel's parts go together, loose goods may be divided. */
export function partsOnTrip<P extends { quantity: number }>(
  { parts }: { parts: readonly P[] },
  quantity: number,
): readonly P[] {
  const [only, ...others] = parts;
  return only && others.length === 0 ? [{ ...only, quantity }] : parts;
}

type Together = [HeldForPlan, ...HeldForPlan[]];

function byParcel(held: readonly HeldForPlan[]): Together[] {
  const groups = new Map<string, Together>();
  for (const one of held) {
    const key = isInParcel(one) ? one.parcelId : keyOf(one);
    const group = groups.get(key);
    if (group) group.push(one);
    else groups.set(key, [one]);
  }
  return [...groups.values()];
}

function keyOf({ allocationLineId, lotId, parcelId }: PartToSend): string {
  return [allocationLineId, lotId, parcelId].join(' ');
}

/** Weight and volume of one smallest unit are the mean of all that goes together, which a parcel is never divided to notice. */
function carried(first: HeldForPlan, inside: readonly HeldForPlan[]): GoodsToSend {
  const sum = (of: (one: HeldForPlan) => number) =>
    inside.reduce((total, one) => total + of(one), 0);
  const quantity = sum((one) => one.quantity);
  const { fromPlaceId, toPlaceId, toDivisionCode, packSize } = first;
  return {
    key: keyOf(first),
    fromPlaceId,
    toPlaceId,
    toDivisionCode,
    quantity,
    packSize: isInParcel(first) ? quantity : packSize,
    unitWeightMg: sum((one) => one.quantity * one.unitWeightMg) / quantity,
    unitVolumeUl: sum((one) => one.quantity * one.unitVolumeUl) / quantity,
    parts: inside.map(partOf),
  };
}

function partOf(one: HeldForPlan): PartToSend {
  const { allocationLineId, lotId, parcelId, itemId, size, quantity } = one;
  return { allocationLineId, lotId, parcelId, itemId, size, quantity };
}
