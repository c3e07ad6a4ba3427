import { z } from 'zod';
import { productionRefusal, type CalendarDay } from './calendar';
import {
  addError,
  choiceField,
  dayField,
  divisionField,
  idField,
  optionalDayField,
  optionalField,
  optionalTextField,
  readField,
  textField,
} from './form-schema';
import { programmeGroups } from './organisation';
import { maxLines, readItemQuantity, type FindItem } from './form-item';
import { ok } from './result';
import { donationValue, parseYuan, valueBases } from './value';

const typedLine = z.object({
  itemCode: textField(60),
  size: optionalTextField(30),
  quantity: textField(60),
  unitCode: textField(30),
  valueBasis: choiceField(valueBases),
  valueLowFen: readField((text) => parseYuan(text)),
  valueHighFen: optionalField((text) => parseYuan(text)),
  producedOn: optionalDayField,
  bestBefore: optionalDayField,
  restrictedDivisionCode: divisionField.optional(),
  restrictedGroup: choiceField(programmeGroups).optional(),
  purpose: optionalTextField(200),
});
type TypedLine = z.output<typeof typedLine>;

/**
 * A pledge as the form sends it, with quantities in smallest units and values in fen once read.
 * `today` is the day in Shanghai; `findItem` holds the items that may be pledged.
 */
export function pledgeSchema(findItem: FindItem, today: CalendarDay) {
  const line = typedLine.transform((typed, ctx) => {
    const read = readPledgeLine(typed, findItem, today);
    if (read.ok) return read.value;
    for (const error of read.error) addError(ctx, error, error.field ? [error.field] : undefined);
    return z.NEVER;
  });
  return z.object({
    placeId: idField,
    campaignId: idField.optional(),
    deliverOn: dayField.refine((day) => day >= today, 'donation.delivery_in_past').optional(),
    donorNameShown: z.boolean().default(false),
    /** The donor has asked that a state body receive the goods, where the place belongs to one. */
    governmentDoneeConfirmed: z.boolean().default(false),
    lines: z
      .array(line, 'form.nothing_entered')
      .min(1, 'form.nothing_entered')
      .max(maxLines, 'form.too_large'),
  });
}
export type Pledge = z.output<ReturnType<typeof pledgeSchema>>;
export type PledgeLine = Pledge['lines'][number];

function readPledgeLine(typed: TypedLine, findItem: FindItem, today: CalendarDay) {
  const read = readItemQuantity(typed, findItem);
  const value = donationValue(typed.valueBasis, typed.valueLowFen, typed.valueHighFen);
  const errors = [
    read.ok ? undefined : read.error,
    value.ok ? undefined : { ...value.error, field: 'valueHighFen' },
    productionRefusal(typed, today),
  ].filter((error) => error !== undefined);
  if (!read.ok || !value.ok || errors.length > 0) return { ok: false as const, error: errors };
  const { producedOn, bestBefore, restrictedDivisionCode, restrictedGroup, purpose } = typed;
  return ok({
    itemId: read.value.item.id,
    itemCode: typed.itemCode,
    size: read.value.size,
    quantity: read.value.quantity,
    unitCode: typed.unitCode,
    value: value.value,
    producedOn,
    bestBefore,
    restriction: { divisionCode: restrictedDivisionCode, group: restrictedGroup, purpose },
  });
}
