import type { LedgerError } from '~db/store/ledger.server';
import type { AllocatedLine } from '~/domain/allocation-event';
import { LOOSE, type Movement, type MovementLine } from '~/domain/ledger';
import { refuse } from '~/domain/result';
import type { GoodsRead } from './allocation-goods.server';

interface Made {
  allocationId: string;
  now: Date;
  newId: () => string;
}

/** stock → hold for every row with a lot, one movement a place; promises post nothing. */
export function heldMovements(
  goods: readonly GoodsRead[],
  lines: readonly AllocatedLine[],
  { allocationId, now, newId }: Made,
): Movement[] {
  const byPlace = new Map<string, MovementLine[]>();
  for (const one of goods) {
    const { lotId, placeId, countyCode, parcelId, quantity } = one;
    if (lotId === null) continue;
    const lineId = lineOf(one, lines);
    byPlace.set(placeId, [
      ...(byPlace.get(placeId) ?? []),
      {
        lotId,
        from: { kind: 'stock', placeId, countyCode },
        to: { kind: 'hold', placeId, countyCode, allocationLineId: lineId },
        ...(parcelId !== LOOSE && { fromParcelId: parcelId, toParcelId: parcelId }),
        quantity,
        allocationLineId: lineId,
      },
    ]);
  }
  return [...byPlace.values()].map((moved) => ({
    id: newId(),
    kind: 'hold',
    cause: { kind: 'allocation', id: allocationId },
    occurredAt: now,
    lines: moved,
  }));
}

/** The ledger's refusal at the row it is about, with what is left there. */
export function holdRefusal(error: LedgerError, goods: readonly GoodsRead[]) {
  const [first] = error.refusals;
  const row = goods.find(
    (one) =>
      one.lotId === first?.lotId &&
      one.parcelId === (first?.parcelId ?? LOOSE) &&
      first?.accountKey === `stock:${one.placeId}`,
  );
  const field = row && `lines[${row.at}].quantity`;
  if (first?.code !== 'ledger.short') return refuse(error.code, undefined, field);
  return refuse('allocation.stock_short', { left: first.available ?? 0 }, field);
}

function lineOf(goods: GoodsRead, lines: readonly AllocatedLine[]): string {
  const line = lines.find(
    (one) =>
      one.requestLineId === goods.requestLineId &&
      one.lotId === goods.lotId &&
      one.placeId === goods.placeId,
  );
  if (!line) throw new Error('goods without their allocation line');
  return line.lineId;
}
