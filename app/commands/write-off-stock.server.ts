import { postMovements } from '~db/store/ledger.server';
import { ok } from '~/domain/result';
import type { WriteOffReason } from '~/domain/stock';
import { defineCommand } from './command.server';
import { openStock, outOfParcel, take, type GoodsAtHand } from './stock-step.server';

interface Input extends GoodsAtHand {
  /** Free goods, or goods held back. */
  from: 'stock' | 'quarantine';
  reason: WriteOffReason;
}

/** Goods that are no longer there, or no longer of use. Found again, they come back out of the same loss. */
export const writeOffStock = defineCommand<Input, { placeId: string; movementId: string }>(
  'write-off-stock',
  async (context, input) => {
    const stock = await openStock(context, 'stock.write_off', input.from, input);
    if (!stock.ok) return stock;
    const { place, lot, account, there } = stock.value;
    const taken = take(account, lot, input, there);
    const movementId = context.newId();
    const shared = { cause: { kind: 'lot', id: lot.id }, occurredAt: context.now };
    const { id: placeId, countyCode } = place;
    const posted = await postMovements(context.tx, [
      ...(taken.opened.length > 0
        ? [{ ...shared, id: context.newId(), kind: 'open' as const, lines: taken.opened }]
        : []),
      {
        ...shared,
        id: movementId,
        kind: 'lose',
        reason: input.reason,
        lines: taken.parts.map(({ parcelId, quantity }) => ({
          lotId: lot.id,
          from: account,
          fromParcelId: parcelId,
          to: { kind: 'loss' as const, placeId, countyCode, reason: input.reason },
          toParcelId: outOfParcel(parcelId, quantity, lot.packSize),
          quantity,
        })),
      },
    ]);
    if (!posted.ok) return posted;
    context.event('lot', lot.id, lot.nextVersion, 'written_off', {
      placeId,
      quantity: input.quantity,
      reason: input.reason,
    });
    return ok({ placeId, movementId });
  },
);
