import { postMovements } from '~db/store/ledger.server';
import { insertReceipt, listInTransit } from '~db/store/shipment.server';
import { ok } from '~/domain/result';
import { decideReceipt } from '~/domain/shipment';
import type { ReceiptLine } from '~/domain/shipment-figures';
import { defineCommand } from './command.server';
import { receiptMovements } from './receipt-movements.server';
import { openShipment, recordShipment, type ShipmentStepInput } from './shipment-step.server';

interface Input extends ShipmentStepInput {
  /** When the goods were counted, as the receiver says, ISO text; now if left out. */
  occurredAt?: string | undefined;
  lines: ReceiptLine[];
}

/**
 * One receiving: what came sound is held at this place for the same need, what is damaged or missing is lost with its
 * reason, and what is neither is still on the road. Never an edit: the next receiving is another receipt.
 */
export const receiveShipment = defineCommand<Input, { shipmentId: string; receiptId: string }>(
  'receive-shipment',
  async (context, input) => {
    const opened = await openShipment(context, 'shipment.receive', 'receiver', input);
    if (!opened.ok) return opened;
    const shipment = opened.value;
    const receiptId = context.newId();
    const decided = decideReceipt(shipment.state, receiptId, input.lines);
    if (!decided.ok) return decided;
    const counted = input.lines.filter((one) => one.received + one.damaged + one.lost > 0);
    const occurredAt = input.occurredAt ? new Date(input.occurredAt) : context.now;
    const posted = await postMovements(
      context.tx,
      receiptMovements(
        { newId: context.newId, occurredAt, receiptId },
        shipment,
        counted,
        await listInTransit(context.tx, shipment.row.id),
      ),
    );
    if (!posted.ok) return posted;
    await insertReceipt(
      context.tx,
      {
        id: receiptId,
        shipmentId: shipment.row.id,
        receivedByUserId: context.actor.userId,
        occurredAt,
        recordedAt: context.now,
      },
      counted.map((line) => ({
        id: context.newId(),
        receiptId,
        shipmentLineId: line.lineId,
        receivedQuantity: line.received,
        damagedQuantity: line.damaged,
        lostQuantity: line.lost,
        reason: line.lost > 0 ? line.reason : line.damaged > 0 ? 'damaged' : null,
      })),
    );
    await recordShipment(context, shipment, decided.value);
    return ok({ shipmentId: shipment.row.id, receiptId });
  },
);
