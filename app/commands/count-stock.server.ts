import { lockLots, type LockedLot } from '~db/store/lot.server';
import type { GoodsPlace } from '~db/store/goods-place.server';
import { postMovements } from '~db/store/ledger.server';
import {
  insertStocktake,
  listAtPlace,
  listLotsKnownAt,
  type GoodsAtPlace,
} from '~db/store/stock.server';
import { isInParcel } from '~/domain/fefo';
import { LOOSE, type LossReason, type Movement } from '~/domain/ledger';
import { ok, refuse, type Result } from '~/domain/result';
import {
  stocktakeDifferences,
  stocktakeRefusal,
  type StocktakeDifference,
  type StocktakeLine,
  type StocktakeReason,
} from '~/domain/stocktake';
import { defineCommand, type CommandContext } from './command.server';
import { enterUnknown } from './find-stock.server';
import { openPlace, take } from './stock-step.server';

interface Input {
  placeId: string;
  lines: StocktakeLine[];
}

const lossOf: Partial<Record<StocktakeReason, LossReason>> = {
  damaged: 'damaged',
  spoiled: 'spoiled',
  stolen: 'stolen',
};

/**
 * Free stock as counted against the books. What is short is lost or adjusted; what is over comes out of an earlier loss
 * of the same lot here, and where there is none it enters as goods of unknown source.
 */
export const countStock = defineCommand<Input, { stocktakeId: string }>(
  'count-stock',
  async (context, input) => {
    const opened = await openPlace(context, 'stocktake.count', input.placeId);
    if (!opened.ok) return opened;
    const place = opened.value;
    const lots = await lockLots(
      context.tx,
      input.lines.map((line) => line.lotId),
    );
    const lotIds = lots.map((lot) => lot.id);
    // Goods of a lot that never lay here are no difference of these books: they are entered as found.
    const known = await listLotsKnownAt(context.tx, place.id, lotIds);
    if (input.lines.some((line) => !known.has(line.lotId))) return refuse('access.not_found');
    const there = await listAtPlace(context.tx, place.id, ['stock', 'loss'], lotIds);
    const refused = stocktakeRefusal(input.lines, (line) => bookOf(there, line));
    if (refused) return { ok: false, error: refused };
    const lost = (lotId: string) =>
      there
        .filter((one) => one.kind === 'loss' && one.lotId === lotId)
        .reduce((sum, one) => sum + one.quantity, 0);
    const differences = stocktakeDifferences(input.lines, lost);
    const stocktakeId = context.newId();
    const done = await postDifferences(context, place, { stocktakeId, lots, there, differences });
    if (!done.ok) return done;
    await insertStocktake(
      context.tx,
      {
        id: stocktakeId,
        placeId: place.id,
        countyCode: place.countyCode,
        countedByUserId: context.actor.userId,
        occurredAt: context.now,
        recordedAt: context.now,
      },
      input.lines.map((line) => ({
        id: context.newId(),
        stocktakeId,
        lotId: line.lotId,
        parcelId: line.parcelId,
        bookQuantity: line.book,
        countedQuantity: line.counted,
        reason: line.reason ?? null,
      })),
    );
    context.event('stocktake', stocktakeId, 1, 'counted', {
      placeId: place.id,
      lines: input.lines.length,
      differences: differences.length,
    });
    return ok({ stocktakeId });
  },
);

interface Counted {
  stocktakeId: string;
  lots: readonly LockedLot[];
  there: readonly GoodsAtPlace[];
  differences: readonly StocktakeDifference[];
}

function bookOf(there: readonly GoodsAtPlace[], line: { lotId: string; parcelId: string }): number {
  const found = there.find(
    (one) => one.kind === 'stock' && one.lotId === line.lotId && one.parcelId === line.parcelId,
  );
  return found?.quantity ?? 0;
}

async function postDifferences(
  context: CommandContext,
  place: GoodsPlace,
  counted: Counted,
): Promise<Result<undefined>> {
  for (const difference of counted.differences) {
    const lot = counted.lots.find((one) => one.id === difference.lotId);
    if (!lot) throw new Error('a difference without its lot');
    const movements = [
      ...shortMovements(context, place, counted, { ...difference, lot }),
      ...foundMovements(context, place, counted, { ...difference, lot }),
    ];
    const posted = await postMovements(context.tx, movements);
    if (!posted.ok) return posted;
    if (difference.unknownSource === 0) continue;
    const { itemId, size } = lot;
    const entered = await enterUnknown(context, place, {
      itemId,
      size,
      quantity: difference.unknownSource,
      bestBefore: lot.bestBefore ?? undefined,
    });
    if (!entered.ok) return entered;
  }
  return ok(undefined);
}

type Difference = StocktakeDifference & { lot: LockedLot };

function shortMovements(
  context: CommandContext,
  { id: placeId, countyCode }: GoodsPlace,
  { stocktakeId, there }: Counted,
  { lot, parcelId, short, reason }: Difference,
): Movement[] {
  if (short === 0) return [];
  const account = { kind: 'stock', placeId, countyCode } as const;
  const own = there.filter((one) => one.kind === 'stock' && one.lotId === lot.id);
  const taken = take(account, lot, { parcelId, quantity: short }, own);
  const to = { kind: 'loss', placeId, countyCode, reason: lossOf[reason] ?? 'stocktake' } as const;
  const shared = {
    cause: { kind: 'stocktake', id: stocktakeId },
    occurredAt: context.now,
    reason,
  };
  const lines = taken.parts.map((part) => ({
    lotId: lot.id,
    from: account,
    fromParcelId: part.parcelId,
    to,
    toParcelId: part.parcelId,
    quantity: part.quantity,
  }));
  return [
    ...(taken.opened.length > 0
      ? [{ ...shared, id: context.newId(), kind: 'open' as const, lines: taken.opened }]
      : []),
    // A slip of the books is adjusted; goods that were there and are gone are lost.
    { ...shared, id: context.newId(), kind: reason === 'miscounted' ? 'adjust' : 'lose', lines },
  ];
}

function foundMovements(
  context: CommandContext,
  { id: placeId, countyCode }: GoodsPlace,
  { stocktakeId, there }: Counted,
  { lot, foundAgain, reason }: Difference,
): Movement[] {
  let short = foundAgain;
  const lines = there.flatMap((one) => {
    if (one.kind !== 'loss' || one.lotId !== lot.id || one.reason === null) return [];
    const quantity = Math.min(short, one.quantity);
    if (quantity === 0) return [];
    short -= quantity;
    // Later differences of the same lot draw on what this one leaves.
    one.quantity -= quantity;
    const loose = isInParcel(one) ? LOOSE : one.parcelId;
    return [
      {
        lotId: lot.id,
        from: { kind: 'loss' as const, placeId, countyCode, reason: one.reason },
        fromParcelId: loose,
        to: { kind: 'stock' as const, placeId, countyCode },
        toParcelId: loose,
        quantity,
      },
    ];
  });
  if (lines.length === 0) return [];
  const cause = { kind: 'stocktake', id: stocktakeId };
  const kind = reason === 'miscounted' ? 'adjust' : 'find';
  return [{ id: context.newId(), kind, cause, occurredAt: context.now, reason, lines }];
}
