import { z } from 'zod';
import type { CalendarDay } from './calendar';
import { addError, choiceField, dayField, idField, optionalTextField } from './form-schema';
import { parseQuantity } from './quantity';
import { domainError } from './result';

export function openHandoutSchema(today: CalendarDay) {
  return z.object({
    programmeId: idField,
    handoutOn: dayField.refine((day) => day >= today, 'handout.day_in_past'),
  });
}

const ids = z
  .union([idField, z.array(idField)])
  .optional()
  .transform((value) => (value === undefined ? [] : [value].flat()));

/** People put on a list for one item, each with the same due; `factorOf` reads a unit of the request line's item. */
export function handoutLinesSchema(factorOf: (requestLineId: string) => number | undefined) {
  return z
    .object({
      requestLineId: idField,
      /** Due to each; for people not named, to all of them together. */
      quantity: z.string({ error: 'form.required' }),
      personIds: ids,
      householdIds: ids,
      unnamedCount: z.string().optional(),
    })
    .transform((typed, ctx) => {
      const factor = factorOf(typed.requestLineId);
      const quantity = parseQuantity(typed.quantity, factor ?? 1);
      if (!factor) addError(ctx, domainError('form.unknown_choice'), ['requestLineId']);
      if (!quantity.ok) addError(ctx, quantity.error, ['quantity']);
      const unnamed = typed.unnamedCount?.trim() ? parseQuantity(typed.unnamedCount, 1) : undefined;
      if (unnamed && !unnamed.ok) addError(ctx, unnamed.error, ['unnamedCount']);
      const { requestLineId, personIds, householdIds } = typed;
      const recipients: Recipient[] = [
        ...personIds.map((personId) => ({ personId })),
        ...householdIds.map((householdId) => ({ householdId })),
        ...(unnamed?.ok ? [{ unnamedCount: unnamed.value }] : []),
      ];
      if (recipients.length === 0)
        addError(ctx, domainError('handout.recipients_missing'), ['personIds']);
      if (!quantity.ok) return z.NEVER;
      return recipients.map((recipient) => ({
        requestLineId,
        entitledQuantity: quantity.value,
        recipient,
      }));
    });
}

/** A person, a household, or a number of people whom the programme does not keep by name. */
export type Recipient = { personId: string } | { householdId: string } | { unnamedCount: number };

export interface NewHandoutLine {
  requestLineId: string;
  /** Smallest units. */
  entitledQuantity: number;
  recipient: Recipient;
}

/** The most lines of one list: what one village hands out in a day. */
export const maxHandoutLines = 500;

export function useGoodsSchema(factorOf: (requestLineId: string) => number | undefined) {
  return z
    .object({
      requestLineId: idField,
      quantity: z.string({ error: 'form.required' }),
      size: optionalTextField(30),
      purpose: choiceField(usePurposes),
    })
    .transform((typed, ctx) => {
      const factor = factorOf(typed.requestLineId);
      if (!factor) addError(ctx, domainError('form.unknown_choice'), ['requestLineId']);
      const quantity = parseQuantity(typed.quantity, factor ?? 1);
      if (quantity.ok) return { ...typed, quantity: quantity.value };
      addError(ctx, quantity.error, ['quantity']);
      return z.NEVER;
    });
}

/** What a programme uses goods up for; fixed words, because movements hold no free text. */
export const usePurposes = ['class', 'meal', 'activity', 'equipment', 'other'] as const;
export type UsePurpose = (typeof usePurposes)[number];
