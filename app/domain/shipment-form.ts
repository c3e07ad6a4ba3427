import { z } from 'zod';
import { maxLines } from './form-item';
import { addError, idField, optionalField, optionalTextField } from './form-schema';
import { parseMobile } from './phone';
import { parsePlate } from './plate';
import { parseCount } from './quantity';
import { domainError } from './result';
import { missingReasons } from './shipment';
import type { ReceiptLine } from './shipment-figures';

/** How a shipment travels: a carrier with its waybill, or a vehicle with its plate. */
export const dispatchSchema = z
  .object({
    shipmentId: idField,
    carrier: optionalTextField(100),
    waybillNumber: optionalTextField(60),
    vehiclePlate: optionalField((text) => parsePlate(text)),
    driverName: optionalTextField(60),
    driverPhone: optionalField((text) => parseMobile(text)),
  })
  .refine((form) => form.carrier !== undefined || form.vehiclePlate !== undefined, {
    path: ['carrier'],
    message: 'shipment.carrier_or_plate',
  });
export type DispatchForm = z.output<typeof dispatchSchema>;

const cell = z.string().default('');
/** Smallest units in one of the unit that the row is counted in. */
const factorField = z.coerce.number({ error: 'form.invalid' }).int('form.invalid').positive();

/** One row of goods that may go; empty: it stays. `at` is its place in the form, for the field a refusal belongs to. */
export interface TypedGoods {
  at: number;
  allocationLineId: string | null;
  lotId: string;
  parcelId: string;
  quantity: number;
}

const goodsRow = z
  .object({
    allocationLineId: idField.optional(),
    lotId: idField,
    parcelId: idField,
    factor: factorField,
    quantity: cell,
  })
  .transform(({ factor, ...typed }, ctx) => {
    const quantity = parseCount(typed.quantity, factor);
    if (quantity.ok) {
      const { allocationLineId = null } = typed;
      return { ...typed, allocationLineId, quantity: quantity.value };
    }
    addError(ctx, quantity.error, ['quantity']);
    return z.NEVER;
  });

const goodsRows = z
  .array(goodsRow, 'form.nothing_entered')
  .max(maxLines, 'form.too_large')
  .transform((rows) =>
    rows.map((row, at): TypedGoods => ({ ...row, at })).filter((row) => row.quantity > 0),
  )
  .refine((rows) => rows.length > 0, 'form.nothing_entered');

export const draftShipmentSchema = z.object({
  fromPlaceId: idField,
  toPlaceId: idField,
  lines: goodsRows,
});

/** One row of a receiving as typed. */
const receiptRow = z
  .object({
    lineId: idField,
    factor: factorField,
    received: cell,
    damaged: cell,
    lost: cell,
    reason: z
      .enum(missingReasons)
      .or(z.literal('').transform(() => null))
      .nullish()
      .transform((reason) => reason ?? null),
  })
  .transform(({ lineId, factor, reason, ...typed }, ctx): ReceiptLine => {
    const counts = { received: 0, damaged: 0, lost: 0 };
    for (const name of ['received', 'damaged', 'lost'] as const) {
      const count = parseCount(typed[name], factor);
      if (count.ok) counts[name] = count.value;
      else addError(ctx, count.error, [name]);
    }
    if (counts.lost > 0 && !reason) {
      addError(ctx, domainError('shipment.reason_missing'), ['reason']);
    }
    return { lineId, ...counts, reason };
  });

export const receiveShipmentSchema = z.object({
  shipmentId: idField,
  lines: z
    .array(receiptRow, 'form.nothing_entered')
    .max(maxLines, 'form.too_large')
    .refine(
      (rows) => rows.some((row) => row.received + row.damaged + row.lost > 0),
      'form.nothing_entered',
    ),
});

/** A step that needs no more than to know which shipment. */
export const shipmentStepSchema = z.object({ shipmentId: idField });
