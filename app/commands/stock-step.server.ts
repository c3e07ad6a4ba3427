import { findGoodsPlace, type GoodsPlace } from '~db/store/goods-place.server';
import { lockLots, type LockedLot } from '~db/store/lot.server';
import { listAtPlace, type GoodsAtPlace } from '~db/store/stock.server';
import { isInParcel } from '~/domain/fefo';
import { LOOSE, OPENED, type Account, type AccountKind, type MovementLine } from '~/domain/ledger';
import { allowed, type Action } from '~/domain/policy';
import { isQuantity } from '~/domain/quantity';
import { ok, refuse, type Result } from '~/domain/result';
import type { CommandContext } from './command.server';

/** Goods of one lot at one place, loose or in a parcel; smallest units. */
export interface GoodsAtHand {
  placeId: string;
  lotId: string;
  parcelId: string;
  quantity: number;
}

export interface OpenedStock {
  place: GoodsPlace;
  lot: LockedLot;
  account: Account;
  there: GoodsAtPlace[];
}

/** The goods, if this actor may do this to them and so many are there. */
export async function openStock(
  context: CommandContext,
  action: Action,
  kind: Extract<AccountKind, 'stock' | 'quarantine'>,
  input: GoodsAtHand,
): Promise<Result<OpenedStock>> {
  const place = await openPlace(context, action, input.placeId);
  if (!place.ok) return place;
  if (!isQuantity(input.quantity)) return refuse('quantity.not_positive', undefined, 'quantity');
  const [lot] = await lockLots(context.tx, [input.lotId]);
  if (!lot) return refuse('access.not_found');
  const there = await listAtPlace(context.tx, place.value.id, [kind], [lot.id]);
  const left = there.find((one) => one.parcelId === input.parcelId)?.quantity ?? 0;
  if (input.quantity > left) return refuse('stock.more_than_there', { left }, 'quantity');
  const { id: placeId, countyCode } = place.value;
  return ok({ place: place.value, lot, account: { kind, placeId, countyCode }, there });
}

/** The place, if this actor may do this there. */
export async function openPlace(
  context: CommandContext,
  action: Action,
  placeId: string,
): Promise<Result<GoodsPlace>> {
  const place = await findGoodsPlace(context.tx, placeId);
  if (!place) return refuse('access.not_found');
  const may = allowed(action, context.actor, {
    organisationId: place.organisationId,
    divisionCode: place.divisionCode,
  });
  return may.ok ? ok(place) : may;
}

/** From where in an account a quantity is taken, and what has to be opened first. */
export interface Taken {
  opened: MovementLine[];
  parts: { parcelId: string; quantity: number }[];
}

/**
 * Takes a quantity of one lot out of loose goods or out of a parcel. Less than a pack opens packs; a parcel is never
 * opened by the way, that is a step of its own.
 */
export function take(
  account: Account,
  lot: { id: string; packSize: number | null },
  from: { parcelId: string; quantity: number },
  there: readonly { parcelId: string; quantity: number }[],
): Taken {
  const { parcelId, quantity } = from;
  const pack = lot.packSize ?? 1;
  const broken = quantity % pack;
  if (parcelId !== LOOSE || broken === 0) return { opened: [], parts: [{ parcelId, quantity }] };
  const have = there.find((one) => one.parcelId === OPENED)?.quantity ?? 0;
  const opened: MovementLine[] = [];
  if (have < broken) {
    const side = { lotId: lot.id, from: account, to: account };
    opened.push({ ...side, fromParcelId: LOOSE, toParcelId: OPENED, quantity: pack });
  }
  return {
    opened,
    parts: [
      { parcelId: LOOSE, quantity: quantity - broken },
      { parcelId: OPENED, quantity: broken },
    ].filter((part) => part.quantity > 0),
  };
}

/** Where goods lie once they have left their parcel for good. */
export function outOfParcel(parcelId: string, quantity: number, packSize: number | null): string {
  if (!isInParcel({ parcelId })) return parcelId;
  return quantity % (packSize ?? 1) === 0 ? LOOSE : OPENED;
}
