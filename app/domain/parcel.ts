import { wholeOf } from './fefo';
import type { DomainError } from './error';
import { domainError } from './result';

export const parcelKinds = ['box', 'bag'] as const;
export type ParcelKind = (typeof parcelKinds)[number];

/** A quantity of one lot, from loose stock (`LOOSE`, `OPENED`) or in a parcel; smallest units. */
export interface LotQuantity {
  lotId: string;
  parcelId: string;
  quantity: number;
}

export interface PackableStock extends LotQuantity {
  placeId: string;
  packSize?: number | undefined;
}

/** Why these quantities cannot go into one parcel at the place, or undefined. */
export function packRefusal(
  wanted: readonly LotQuantity[],
  loose: readonly PackableStock[],
  placeId: string,
): DomainError | undefined {
  if (wanted.length === 0) return domainError('form.nothing_entered');
  const taken = new Map<PackableStock, number>();
  for (const [index, { lotId, parcelId, quantity }] of wanted.entries()) {
    const field = `lines[${index}].quantity`;
    const stock = loose.find((one) => one.lotId === lotId && one.parcelId === parcelId);
    if (!stock) return domainError('access.not_found', undefined, field);
    if (stock.placeId !== placeId) return domainError('parcel.other_place', undefined, field);
    if (!Number.isInteger(quantity) || quantity < 1)
      return domainError('quantity.not_positive', undefined, field);
    const left = stock.quantity - (taken.get(stock) ?? 0);
    if (quantity > left) return domainError('parcel.more_than_free', { left }, field);
    const packSize = wholeOf(stock);
    if (quantity % packSize !== 0)
      return domainError('parcel.not_whole_packs', { packSize }, field);
    taken.set(stock, (taken.get(stock) ?? 0) + quantity);
  }
  return undefined;
}

/** A parcel leaves whole: less of it, or not all of its lots, goes only after opening. */
export function wholeParcelRefusal(
  contents: readonly LotQuantity[],
  taking: readonly LotQuantity[],
): DomainError | undefined {
  const held = totals(contents);
  const taken = totals(taking);
  const whole =
    held.size === taken.size &&
    [...held].every(([lotId, quantity]) => taken.get(lotId) === quantity);
  return whole ? undefined : domainError('parcel.open_first');
}

function totals(quantities: readonly LotQuantity[]): Map<string, number> {
  const sums = new Map<string, number>();
  for (const { lotId, quantity } of quantities) sums.set(lotId, (sums.get(lotId) ?? 0) + quantity);
  return sums;
}
