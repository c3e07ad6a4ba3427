import { z } from 'zod';
import { addError, optionalTextField } from './form-schema';
import { parseQuantity } from './quantity';
import { cutReasons, type ApprovedLine } from './request';
import { ok, refuse, type Result } from './result';

/** A line to decide on; `factor` smallest units are one of the unit that it was asked in. */
export interface LineToApprove {
  lineId: string;
  quantity: number;
  factor: number;
}

const typedLine = z.object({
  lineId: z.string(),
  approved: z.string().optional(),
  cutReason: z.enum(cutReasons, 'form.unknown_choice').optional(),
});

/** The bureau's decision as its form sends it, line by line in the request's own units. 0 cuts a line wholly. */
export function approvalSchema(lines: readonly LineToApprove[]) {
  return z
    .object({
      lines: z.array(typedLine).max(lines.length, 'form.invalid'),
      note: optionalTextField(500),
    })
    .transform((form, ctx) => {
      const decided: ApprovedLine[] = [];
      for (const [index, { lineId, approved, cutReason }] of form.lines.entries()) {
        const line = lines.find((one) => one.lineId === lineId);
        const quantity = line ? readApproved(approved ?? '', line) : refuse('form.invalid');
        if (!quantity.ok) addError(ctx, quantity.error, ['lines', index, 'approved']);
        else if (line && quantity.value < line.quantity && !cutReason) {
          addError(ctx, { code: 'request.cut_reason_missing' }, ['lines', index, 'cutReason']);
        } else {
          const cut = line !== undefined && quantity.value < line.quantity;
          decided.push({
            lineId,
            approved: quantity.value,
            cutReason: cut ? (cutReason ?? null) : null,
          });
        }
      }
      return { lines: decided, note: form.note ?? null };
    });
}

function readApproved(text: string, line: LineToApprove): Result<number> {
  if (/^[0０]+$/.test(text.trim())) return ok(0);
  const read = parseQuantity(text, line.factor);
  if (read.ok && read.value > line.quantity) {
    return refuse('request.more_than_asked', { asked: line.quantity / line.factor });
  }
  return read;
}
