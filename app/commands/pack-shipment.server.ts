import { replaceShipmentLines } from '~db/store/shipment.server';
import type { ParcelKind } from '~/domain/parcel';
import { ok } from '~/domain/result';
import { withPacked } from '~/domain/shipment-packing';
import { defineCommand } from './command.server';
import { packGoods } from './pack-parcel.server';
import { readShipmentLines, type GoodsToSend } from './shipment-goods.server';
import { openShipment, recordShipment, type ShipmentStepInput } from './shipment-step.server';
import { openPlace } from './stock-step.server';

/** Packs loose goods at the place that sends, and lists the parcel on the draft in their stead. */
export const packShipment = defineCommand<
  ShipmentStepInput & { kind: ParcelKind; lines: GoodsToSend[] },
  { parcelId: string }
>('pack-shipment', async (context, { kind, lines, ...step }) => {
  const opened = await openShipment(context, 'shipment.amend', 'sender', step);
  if (!opened.ok) return opened;
  const { row, from, to, lines: drafted } = opened.value;
  const place = await openPlace(context, 'parcel.pack', from.id);
  if (!place.ok) return place;
  const packed = await packGoods(context, place.value, { kind, lines });
  if (!packed.ok) return packed;
  const { parcelId } = packed.value;
  const goods = withPacked(drafted.map(goodsOf), lines, parcelId);
  const listed = await readShipmentLines(context, { shipmentId: row.id, from, to }, goods);
  // Its rows are the draft's, not those that were typed.
  if (!listed.ok) return { ok: false, error: { ...listed.error, field: undefined } };
  await replaceShipmentLines(context.tx, row.id, listed.value);
  await recordShipment(context, opened.value, {
    type: 'amended',
    payload: { lines: listed.value.map(({ id, quantity }) => ({ lineId: id, quantity })) },
  });
  return ok({ parcelId });
});

function goodsOf({ allocationLineId, lotId, parcelId, quantity }: GoodsToSend): GoodsToSend {
  return { allocationLineId, lotId, parcelId, quantity };
}
