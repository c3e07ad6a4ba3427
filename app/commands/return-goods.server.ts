import { postMovements } from '~db/store/ledger.server';
import type { Account } from '~/domain/ledger';
import { ok, refuse } from '~/domain/result';
import type { ReturnReason } from '~/domain/stock';
import { defineCommand } from './command.server';
import { openStock, take, type GoodsAtHand } from './stock-step.server';

interface Input extends GoodsAtHand {
  from: 'stock' | 'quarantine';
  reason: ReturnReason;
}

/** Goods go back to whoever gave them. What lies in a parcel is opened first; packs go back as they are. */
export const returnGoods = defineCommand<Input, { placeId: string; movementId: string }>(
  'return-goods',
  async (context, input) => {
    const stock = await openStock(context, 'stock.return', input.from, input);
    if (!stock.ok) return stock;
    const { place, lot, account, there } = stock.value;
    if (!lot.donor) return refuse('stock.no_donor');
    const to: Account = { kind: 'donor', ...lot.donor };
    const taken = take(account, lot, input, there);
    const movementId = context.newId();
    const shared = { cause: { kind: 'lot', id: lot.id }, occurredAt: context.now };
    const posted = await postMovements(context.tx, [
      ...(taken.opened.length > 0
        ? [{ ...shared, id: context.newId(), kind: 'open' as const, lines: taken.opened }]
        : []),
      {
        ...shared,
        id: movementId,
        kind: 'return',
        reason: input.reason,
        lines: taken.parts.map(({ parcelId, quantity }) => ({
          lotId: lot.id,
          from: account,
          fromParcelId: parcelId,
          to,
          quantity,
        })),
      },
    ]);
    if (!posted.ok) return posted;
    context.event('lot', lot.id, lot.nextVersion, 'returned', {
      placeId: place.id,
      quantity: input.quantity,
      reason: input.reason,
    });
    return ok({ placeId: place.id, movementId });
  },
);
