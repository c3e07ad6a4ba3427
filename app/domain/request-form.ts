import { z } from 'zod';
import type { CalendarDay } from './calendar';
import {
  addError,
  choiceField,
  dayField,
  idField,
  optionalTextField,
  readField,
  textField,
} from './form-schema';
import { maxLines, readItemQuantity, type FindItem } from './form-item';
import { parseQuantity } from './quantity';
import { ok, refuse, type Result } from './result';
import { urgencies } from './request';

/** No village programme cares for more; a slip of the finger is caught here. */
export const maxHeadCount = 99_999;

const typedLine = z.object({
  itemCode: textField(60),
  size: optionalTextField(30),
  quantity: textField(60),
  unitCode: textField(30),
  largerSizeServes: z.boolean().default(false),
});

/** A request as the form sends it; `today` is the day in Shanghai. */
export function requestSchema(findItem: FindItem, today: CalendarDay) {
  const line = typedLine.transform((typed, ctx) => {
    const read = readItemQuantity(typed, findItem);
    if (!read.ok) {
      addError(ctx, read.error, read.error.field ? [read.error.field] : undefined);
      return z.NEVER;
    }
    const { item, size, quantity } = read.value;
    const { itemCode, unitCode, largerSizeServes } = typed;
    return { itemId: item.id, itemCode, size, quantity, unitCode, largerSizeServes };
  });
  return z
    .object({
      programmeId: idField,
      campaignId: idField.optional(),
      headCount: readField(parseHeadCount),
      needBy: dayField.refine((day) => day >= today, 'request.need_by_in_past'),
      urgency: choiceField(urgencies),
      urgencyReason: optionalTextField(500),
      lines: z
        .array(line, 'form.nothing_entered')
        .min(1, 'form.nothing_entered')
        .max(maxLines, 'form.too_large'),
    })
    .refine((form) => form.urgency === 'normal' || form.urgencyReason !== undefined, {
      path: ['urgencyReason'],
      message: 'request.urgency_reason_missing',
    })
    .superRefine((form, ctx) => {
      form.lines.forEach((one, index) => {
        const first = form.lines.findIndex(
          (other) => other.itemId === one.itemId && other.size === one.size,
        );
        if (first < index)
          ctx.addIssue({
            code: 'custom',
            message: 'request.line_twice',
            params: { line: first + 1 },
            path: ['lines', index, 'itemCode'],
          });
      });
    });
}
export type RequestForm = z.output<ReturnType<typeof requestSchema>>;

function parseHeadCount(text: string): Result<number> {
  const count = parseQuantity(text, 1);
  if (!count.ok || count.value <= maxHeadCount) return count.ok ? ok(count.value) : count;
  return refuse('quantity.too_large', { max: maxHeadCount });
}
