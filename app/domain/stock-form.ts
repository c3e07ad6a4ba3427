import { z } from 'zod';
import { maxLines } from './form-item';
import { addError, choiceField, idField, textField } from './form-schema';
import { parcelKinds } from './parcel';
import { parseCount, parseQuantity } from './quantity';
import { quarantineReasons, unquarantineReasons, writeOffReasons } from './stock';

const factorField = z.coerce.number({ error: 'form.invalid' }).int('form.invalid').positive();

const goods = {
  placeId: idField,
  lotId: idField,
  parcelId: idField,
  factor: factorField,
  quantity: textField(30),
};

/** Reads the quantity of a form in the unit it was counted in. */
function counted<T extends { factor: number; quantity: string }>(
  { factor, ...typed }: T,
  ctx: z.core.$RefinementCtx,
) {
  const quantity = parseQuantity(typed.quantity, factor);
  if (quantity.ok) return { ...typed, quantity: quantity.value };
  addError(ctx, quantity.error, ['quantity']);
  return z.NEVER;
}

export const quarantineSchema = z
  .object({ ...goods, reason: choiceField(quarantineReasons) })
  .transform(counted);
export const unquarantineSchema = z
  .object({ ...goods, reason: choiceField(unquarantineReasons) })
  .transform(counted);
export const writeOffSchema = z
  .object({
    ...goods,
    from: z.enum(['stock', 'quarantine'], 'form.invalid'),
    reason: choiceField(writeOffReasons),
  })
  .transform(counted);

const packRow = z
  .object({
    lotId: idField,
    parcelId: idField,
    factor: factorField,
    quantity: z.string().default(''),
  })
  .transform(({ factor, ...typed }, ctx) => {
    const quantity = parseCount(typed.quantity, factor);
    if (quantity.ok) return { ...typed, quantity: quantity.value };
    addError(ctx, quantity.error, ['quantity']);
    return z.NEVER;
  });

/** What goes into one parcel; rows left empty are left out, `at` is a row's place in the form. */
export const packSchema = z.object({
  placeId: idField,
  kind: choiceField(parcelKinds),
  lines: z
    .array(packRow, 'form.nothing_entered')
    .max(maxLines, 'form.too_large')
    .transform((rows) => rows.map((row, at) => ({ ...row, at })).filter((row) => row.quantity > 0))
    .refine((rows) => rows.length > 0, 'form.nothing_entered'),
});

export const parcelStepSchema = z.object({ parcelId: idField });
export const reverseMovementSchema = z.object({ placeId: idField, movementId: idField });
