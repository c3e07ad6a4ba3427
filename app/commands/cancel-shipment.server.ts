import { ok } from '~/domain/result';
import { defineCommand } from './command.server';
import { openShipment, recordShipment, type ShipmentStepInput } from './shipment-step.server';

/** Gives a draft up: its goods were never moved and may go on another shipment. */
export const cancelShipment = defineCommand<ShipmentStepInput, { shipmentId: string }>(
  'cancel-shipment',
  async (context, input) => {
    const opened = await openShipment(context, 'shipment.cancel', 'sender', input);
    if (!opened.ok) return opened;
    await recordShipment(context, opened.value, { type: 'cancelled', payload: {} });
    return ok({ shipmentId: input.shipmentId });
  },
);
