import { postMovements } from '~db/store/ledger.server';
import type { LockedShipment } from '~db/store/shipment.server';
import { listAtPlace } from '~db/store/stock.server';
import type { LossReason, Movement } from '~/domain/ledger';
import { isQuantity } from '~/domain/quantity';
import { ok, refuse, type Result } from '~/domain/result';
import { decideFindAgain, missingReasons } from '~/domain/shipment';
import { defineCommand, type CommandContext } from './command.server';
import {
  accountAt,
  openShipment,
  recordShipment,
  type ShipmentStepInput,
} from './shipment-step.server';

type Input = ShipmentStepInput & {
  lineId: string;
  quantity: number;
  side: 'sender' | 'receiver';
};

/**
 * Goods of a shipment that were written off turn up: with the sender they never left and are held there again, with the
 * receiver they are held for their need. They come out of the loss that took them.
 */
export const findAgain = defineCommand<Input, { shipmentId: string }>(
  'find-again',
  async (context, input) => {
    const opened = await openShipment(context, 'shipment.find', input.side, input);
    if (!opened.ok) return opened;
    const shipment = opened.value;
    if (!isQuantity(input.quantity)) return refuse('quantity.not_positive', undefined, 'quantity');
    const decided = decideFindAgain(shipment.state, input.lineId, input.quantity, input.side);
    if (!decided.ok) return decided;
    const movements = await outOfLoss(context, shipment, input);
    if (!movements.ok) return movements;
    const posted = await postMovements(context.tx, movements.value);
    if (!posted.ok) return posted;
    await recordShipment(context, shipment, decided.value);
    return ok({ shipmentId: shipment.row.id });
  },
);

async function outOfLoss(
  context: CommandContext,
  shipment: LockedShipment,
  { lineId, quantity, side }: Input,
): Promise<Result<Movement[]>> {
  const line = shipment.lines.find((one) => one.id === lineId);
  if (!line) throw new Error('found goods without their shipment line');
  const to = accountAt(side === 'sender' ? shipment.from : shipment.to, line.allocationLineId);
  const losses = await listLosses(context, shipment, line);
  let short = quantity;
  const movements: Movement[] = [];
  for (const { place, reason, parcelId, left } of losses) {
    const taken = Math.min(short, left);
    if (taken <= 0) continue;
    short -= taken;
    movements.push({
      id: context.newId(),
      kind: 'find',
      cause: { kind: 'shipment', id: shipment.row.id },
      occurredAt: context.now,
      lines: [
        {
          lotId: line.lotId,
          from: { kind: 'loss', placeId: place.id, countyCode: place.countyCode, reason },
          fromParcelId: parcelId,
          to,
          toParcelId: parcelId,
          quantity: taken,
          ...(line.allocationLineId !== null && { allocationLineId: line.allocationLineId }),
        },
      ],
    });
  }
  return short > 0 ? refuse('shipment.more_than_lost', { left: quantity - short }) : ok(movements);
}

/** What was lost is drawn on before what was thought spoiled, as the shipment's figures do. */
async function listLosses(
  { tx }: CommandContext,
  { from, to, state }: LockedShipment,
  line: LockedShipment['lines'][number],
) {
  const counts = Object.values(state.receipts)
    .flat()
    .filter((one) => one.lineId === line.id);
  const written = (reason: LossReason) =>
    counts.reduce(
      (sum, one) =>
        sum + (reason === 'damaged' ? one.damaged : one.reason === reason ? one.lost : 0),
      0,
    );
  const draws = [
    ...missingReasons.map((reason) => ({ place: from, reason: reason as LossReason })),
    { place: to, reason: 'damaged' as LossReason },
  ];
  const there = await Promise.all(
    [from, to].map((place) => listAtPlace(tx, place.id, ['loss'], [line.lotId])),
  );
  return draws.flatMap(({ place, reason }) =>
    (there[place === from ? 0 : 1] ?? [])
      .filter((one) => one.reason === reason)
      .map((one) => ({
        place,
        reason,
        parcelId: one.parcelId,
        left: Math.min(one.quantity, written(reason)),
      })),
  );
}
