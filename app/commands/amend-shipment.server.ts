import { replaceShipmentLines } from '~db/store/shipment.server';
import { ok } from '~/domain/result';
import { defineCommand } from './command.server';
import { readShipmentLines, type GoodsToSend } from './shipment-goods.server';
import { openShipment, recordShipment, type ShipmentStepInput } from './shipment-step.server';

/** Lists anew what is to go, while the shipment is still a draft. */
export const amendShipment = defineCommand<
  ShipmentStepInput & { lines: GoodsToSend[] },
  { shipmentId: string }
>('amend-shipment', async (context, input) => {
  const opened = await openShipment(context, 'shipment.amend', 'sender', input);
  if (!opened.ok) return opened;
  const { row, from, to } = opened.value;
  const lines = await readShipmentLines(context, { shipmentId: row.id, from, to }, input.lines);
  if (!lines.ok) return lines;
  await replaceShipmentLines(context.tx, row.id, lines.value);
  await recordShipment(context, opened.value, {
    type: 'amended',
    payload: { lines: lines.value.map(({ id, quantity }) => ({ lineId: id, quantity })) },
  });
  return ok({ shipmentId: row.id });
});
