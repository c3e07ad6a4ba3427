import { postReversal } from '~db/store/ledger.server';
import { listMovementsOf, type FoundMovement } from '~db/store/movement.server';
import { lockShipment, markReceiptReversed } from '~db/store/shipment.server';
import { ok, refuse, type Result } from '~/domain/result';
import { reverseReceipt, type ShipmentEvent } from '~/domain/shipment';
import type { CommandContext } from './command.server';
import { recordShipment } from './shipment-step.server';

type Done = { movementId: string };

/** The goods never left: they are held at the sender's again, and the shipment is a draft. */
export async function reverseDispatch(
  context: CommandContext,
  found: FoundMovement,
  placeId: string,
): Promise<Result<Done>> {
  const shipment = await lockShipment(context.tx, found.cause.id);
  if (!shipment || shipment.from.id !== placeId) return refuse('movement.of_the_other_side');
  const { status } = shipment.row;
  if (status !== 'dispatched') return refuse('record.status', { status });
  const posted = await postReversal(context.tx, {
    id: context.newId(),
    cause: found.cause,
    occurredAt: context.now,
    reverses: found.id,
  });
  if (!posted.ok) return posted;
  const event: ShipmentEvent = { type: 'dispatch_reversed', payload: {} };
  await recordShipment(context, shipment, event, { dispatchedAt: null, dispatchedByUserId: null });
  return ok({ movementId: found.id });
}

/** Everything that one receiving posted, latest first; the goods are on the road again. */
export async function reverseReceiptOf(
  context: CommandContext,
  found: FoundMovement,
  placeId: string,
): Promise<Result<Done>> {
  const receiptId = found.cause.id;
  const shipment = found.shipmentId && (await lockShipment(context.tx, found.shipmentId));
  if (!shipment) return refuse('access.not_found');
  if (shipment.to.id !== placeId) return refuse('movement.of_the_other_side');
  const decided = reverseReceipt(shipment.state, receiptId);
  if (!decided.ok) return decided;
  const movements = await listMovementsOf(context.tx, receiptId);
  for (const one of movements.reverse()) {
    // Packs and parcels that were opened on the road stay open.
    if (one.kind === 'open') continue;
    const posted = await postReversal(context.tx, {
      id: context.newId(),
      cause: { kind: 'receipt', id: receiptId },
      occurredAt: context.now,
      reverses: one.id,
    });
    if (!posted.ok) return posted;
  }
  await markReceiptReversed(context.tx, receiptId, context.now);
  await recordShipment(context, shipment, decided.value);
  return ok({ movementId: found.id });
}
