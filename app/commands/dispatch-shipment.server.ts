import { postMovements, type LedgerError } from '~db/store/ledger.server';
import type { LockedShipment } from '~db/store/shipment.server';
import type { MovementLine } from '~/domain/ledger';
import { ok, refuse, type Result } from '~/domain/result';
import type { DispatchForm } from '~/domain/shipment-form';
import { defineCommand } from './command.server';
import {
  accountAt,
  openShipment,
  recordShipment,
  transitOf,
  type ShipmentStepInput,
} from './shipment-step.server';

/**
 * The goods leave: out of their holds, onto the road. The driver's name and phone are personal and stand in the
 * shipment's row alone.
 */
export const dispatchShipment = defineCommand<
  ShipmentStepInput & DispatchForm,
  { shipmentId: string }
>('dispatch-shipment', async (context, input) => {
  const opened = await openShipment(context, 'shipment.dispatch', 'sender', input);
  if (!opened.ok) return opened;
  const shipment = opened.value;
  if (input.carrier === undefined && input.vehiclePlate === undefined) {
    return refuse('shipment.carrier_or_plate', undefined, 'carrier');
  }
  const posted = await postMovements(context.tx, [
    {
      id: context.newId(),
      kind: 'dispatch',
      cause: { kind: 'shipment', id: shipment.row.id },
      occurredAt: context.now,
      lines: shipment.lines.map((line) => dispatchLine(shipment, line)),
    },
  ]);
  if (!posted.ok) return dispatchRefusal(posted.error);
  await recordShipment(
    context,
    shipment,
    { type: 'dispatched', payload: {} },
    {
      carrier: input.carrier ?? null,
      vehiclePlate: input.vehiclePlate ?? null,
      driverName: input.driverName ?? null,
      driverPhone: input.driverPhone ?? null,
      waybillNumber: input.waybillNumber ?? null,
      dispatchedByUserId: context.actor.userId,
      dispatchedAt: context.now,
    },
  );
  return ok({ shipmentId: shipment.row.id });
});

function dispatchLine(
  shipment: LockedShipment,
  line: LockedShipment['lines'][number],
): MovementLine {
  const { lotId, parcelId, quantity, allocationLineId } = line;
  return {
    lotId,
    from: accountAt(shipment.from, allocationLineId),
    fromParcelId: parcelId,
    to: transitOf(shipment),
    toParcelId: parcelId,
    quantity,
    ...(allocationLineId !== null && { allocationLineId }),
  };
}

/** Something was released or repacked since it was listed. */
function dispatchRefusal(error: LedgerError): Result<never> {
  if (error.code !== 'ledger.short') return { ok: false, error };
  const [first] = error.refusals;
  return refuse('shipment.more_than_held', { left: first?.available ?? 0 });
}
