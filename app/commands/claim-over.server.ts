import { insertOverClaim } from '~db/store/shipment.server';
import { isQuantity } from '~/domain/quantity';
import { ok, refuse } from '~/domain/result';
import { decideOverClaim } from '~/domain/shipment';
import { defineCommand } from './command.server';
import { openShipment, recordShipment, type ShipmentStepInput } from './shipment-step.server';

type Input = ShipmentStepInput & { lineId: string; quantity: number };

/** More came than was sent: said by the receiver, in nobody's balance until the sender confirms. */
export const claimOver = defineCommand<Input, { shipmentId: string; claimId: string }>(
  'claim-over',
  async (context, input) => {
    const opened = await openShipment(context, 'shipment.claim_over', 'receiver', input);
    if (!opened.ok) return opened;
    const { row, state } = opened.value;
    if (!isQuantity(input.quantity)) return refuse('quantity.not_positive', undefined, 'quantity');
    const claimId = context.newId();
    const decided = decideOverClaim(state, claimId, input.lineId, input.quantity);
    if (!decided.ok) return decided;
    await insertOverClaim(context.tx, {
      id: claimId,
      shipmentId: row.id,
      shipmentLineId: input.lineId,
      quantity: input.quantity,
      status: 'claimed',
      claimedByUserId: context.actor.userId,
      createdAt: context.now,
    });
    await recordShipment(context, opened.value, decided.value);
    return ok({ shipmentId: row.id, claimId });
  },
);
