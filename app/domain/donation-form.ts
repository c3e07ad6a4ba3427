import { z } from 'zod';
import { closeReasons, declineReasons, withdrawReasons, type DeclineReason } from './donation';
import { reopenReasons } from './donation-reopening';
import { addError, choiceField, idField, optionalTextField } from './form-schema';
import { parseCount } from './quantity';
import { domainError } from './result';

const note = optionalTextField(500);

export const declineSchema = z.object({ reason: choiceField(declineReasons), note });
export const withdrawSchema = z.object({ reason: choiceField(withdrawReasons), note });
export const closeSchema = z.object({ reason: choiceField(closeReasons), note });
export const reopenLineSchema = z.object({
  lineId: idField,
  reason: choiceField(reopenReasons),
});
export const reopenSchema = z.object({ reason: choiceField(reopenReasons), note });
export const reverseCountSchema = z.object({ intakeId: idField });

export interface DeclinedLine {
  lineId: string;
  /** Smallest units. */
  quantity: number;
  reason: DeclineReason;
}

/**
 * What of each line is not wanted, typed in the line's own unit; cells left empty decline nothing.
 * `factorOf` holds the lines of the donation: smallest units in one of the line's unit.
 */
export function acceptSchema(factorOf: (lineId: string) => number | undefined) {
  const line = z
    .object({
      lineId: idField,
      quantity: z.string().default(''),
      reason: choiceField(declineReasons).optional(),
    })
    .transform((typed, ctx): DeclinedLine | undefined => {
      const factor = factorOf(typed.lineId);
      if (factor === undefined) {
        addError(ctx, domainError('access.not_found'), ['lineId']);
        return z.NEVER;
      }
      const quantity = parseCount(typed.quantity, factor);
      if (!quantity.ok) {
        addError(ctx, quantity.error, ['quantity']);
        return z.NEVER;
      }
      if (quantity.value === 0) return undefined;
      if (!typed.reason) {
        addError(ctx, domainError('form.required'), ['reason']);
        return z.NEVER;
      }
      return { lineId: typed.lineId, quantity: quantity.value, reason: typed.reason };
    });
  return z.object({
    declined: z
      .array(line)
      .default([])
      .transform((lines) => lines.filter((one) => one !== undefined)),
  });
}
