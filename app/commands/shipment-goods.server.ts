import {
  listDrafted,
  listParcelContents,
  listShippable,
  type NewShipmentLine,
  type ShippableGoods,
} from '~db/store/shipment.server';
import type { GoodsPlace } from '~db/store/goods-place.server';
import { dayInShanghai } from '~/domain/calendar';
import type { DomainError } from '~/domain/error';
import { isInParcel } from '~/domain/fefo';
import { wholeParcelRefusal } from '~/domain/parcel';
import { isQuantity } from '~/domain/quantity';
import { domainError, ok, refuse, type Result } from '~/domain/result';
import { isExpired } from '~/domain/shelf-life';
import type { CommandContext } from './command.server';

/** What is to go: from the hold of an allocation line, or of free stock where that is null. Smallest units. */
export interface GoodsToSend {
  allocationLineId: string | null;
  lotId: string;
  /** The nil UUID for loose goods. */
  parcelId: string;
  quantity: number;
}

type Goods = Pick<GoodsToSend, 'allocationLineId' | 'lotId' | 'parcelId'>;

/** Checks what is to go against what the place holds, and makes the shipment's lines of it. */
export async function readShipmentLines(
  context: CommandContext,
  at: { shipmentId: string; from: GoodsPlace; to: GoodsPlace },
  goods: readonly GoodsToSend[],
): Promise<Result<NewShipmentLine[]>> {
  const { tx } = context;
  if (goods.length === 0) return refuse('form.nothing_entered');
  const lotIds = goods.map((one) => one.lotId);
  const held = await listShippable(tx, at.from.id, lotIds);
  const drafted = await listDrafted(tx, at.from.id, lotIds, at.shipmentId);
  const contents = await listParcelContents(
    tx,
    goods.filter(isInParcel).map((one) => one.parcelId),
  );
  const today = dayInShanghai(context.now);
  for (const [index, one] of goods.entries()) {
    const field = `lines[${index}].quantity`;
    const error =
      goods.findIndex((other) => sameGoods(one, other)) < index
        ? domainError('form.invalid')
        : (goodsRefusal(one, held, drafted) ??
          destinationRefusal(one, held, at.to, today) ??
          parcelRefusal(one, goods, contents));
    if (error) return { ok: false, error: { ...error, field } };
  }
  return ok(
    goods.map((one, index) => ({
      id: context.newId(),
      shipmentId: at.shipmentId,
      position: index + 1,
      ...one,
    })),
  );
}

function sameGoods(a: Goods, b: Goods): boolean {
  return (
    a.allocationLineId === b.allocationLineId && a.lotId === b.lotId && a.parcelId === b.parcelId
  );
}

function goodsRefusal(
  one: GoodsToSend,
  held: readonly ShippableGoods[],
  drafted: readonly (Goods & { quantity: number })[],
): DomainError | undefined {
  if (!isQuantity(one.quantity)) return domainError('quantity.not_positive');
  const there = held.find((other) => sameGoods(one, other))?.quantity ?? 0;
  const elsewhere = drafted
    .filter((other) => sameGoods(one, other))
    .reduce((sum, other) => sum + other.quantity, 0);
  const left = Math.max(0, there - elsewhere);
  return one.quantity > left ? domainError('shipment.more_than_held', { left }) : undefined;
}

/** Held goods go to the place of their need, or to a depot on the way; what has expired goes back to a depot alone. */
function destinationRefusal(
  one: GoodsToSend,
  held: readonly ShippableGoods[],
  to: GoodsPlace,
  today: string,
): DomainError | undefined {
  if (to.kind === 'depot') return undefined;
  const { destinationPlaceId, bestBefore } = held.find((other) => sameGoods(one, other)) ?? {};
  if (destinationPlaceId && destinationPlaceId !== to.id) {
    return domainError('shipment.other_destination');
  }
  return bestBefore && isExpired({ bestBefore }, today)
    ? domainError('shipment.expired', { bestBefore })
    : undefined;
}

function parcelRefusal(
  one: GoodsToSend,
  goods: readonly GoodsToSend[],
  contents: Awaited<ReturnType<typeof listParcelContents>>,
): DomainError | undefined {
  if (!isInParcel(one)) return undefined;
  const inside = (other: { parcelId: string }) => other.parcelId === one.parcelId;
  return wholeParcelRefusal(contents.filter(inside), goods.filter(inside));
}
