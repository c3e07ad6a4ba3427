import { postMovements } from '~db/store/ledger.server';
import { ok, type Result } from '~/domain/result';
import type { QuarantineReason, UnquarantineReason } from '~/domain/stock';
import { defineCommand, type CommandContext } from './command.server';
import { openStock, take, type GoodsAtHand } from './stock-step.server';

type Done = { placeId: string; movementId: string };

/** Holds free goods back until somebody has looked at them: they can be neither reserved nor handed out. */
export const quarantineStock = defineCommand<GoodsAtHand & { reason: QuarantineReason }, Done>(
  'quarantine-stock',
  (context, input) => moveBetween(context, 'quarantine', input),
);

/** What was looked at and found sound, or made so, is free again. */
export const unquarantineStock = defineCommand<GoodsAtHand & { reason: UnquarantineReason }, Done>(
  'unquarantine-stock',
  (context, input) => moveBetween(context, 'unquarantine', input),
);

async function moveBetween(
  context: CommandContext,
  kind: 'quarantine' | 'unquarantine',
  input: GoodsAtHand & { reason: string },
): Promise<Result<Done>> {
  const fromKind = kind === 'quarantine' ? 'stock' : 'quarantine';
  const stock = await openStock(context, `stock.${kind}`, fromKind, input);
  if (!stock.ok) return stock;
  const { place, lot, account, there } = stock.value;
  const toKind = kind === 'quarantine' ? 'quarantine' : 'stock';
  const to = { kind: toKind, placeId: place.id, countyCode: place.countyCode } as const;
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
      kind,
      reason: input.reason,
      lines: taken.parts.map(({ parcelId, quantity }) => ({
        lotId: lot.id,
        from: account,
        fromParcelId: parcelId,
        to,
        toParcelId: parcelId,
        quantity,
      })),
    },
  ]);
  if (!posted.ok) return posted;
  context.event('lot', lot.id, lot.nextVersion, `${kind}d`, {
    placeId: place.id,
    quantity: input.quantity,
    reason: input.reason,
  });
  return ok({ placeId: place.id, movementId });
}
