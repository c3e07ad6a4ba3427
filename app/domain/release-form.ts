import { z } from 'zod';
import type { ReleasedLine } from './allocation-event';
import { addError, textField } from './form-schema';
import { parseCount, type Unit } from './quantity';
import { refuse } from './result';

/** A line of the allocation with the units that its item has. */
export interface LineToRelease {
  lineId: string;
  units: readonly Unit[];
}

const typedLine = z.object({
  lineId: z.string(),
  /** The unit that the cell is in, as it was shown. */
  unitCode: z.string(),
  quantity: z.string().optional(),
});

/** `at`: which cell of the form, `factor`: of its unit; so that a refusal can be told there. */
export interface TypedRelease extends ReleasedLine {
  at: number;
  factor: number;
}

/** What is taken back of an allocation, line by line; an empty cell and 0 leave the line as it is. */
export function releaseSchema(lines: readonly LineToRelease[]) {
  return z
    .object({
      lines: z.array(typedLine).max(lines.length, 'form.invalid').default([]),
      reason: textField(500),
    })
    .transform((form, ctx) => {
      const released: TypedRelease[] = [];
      for (const [at, { lineId, unitCode, quantity }] of form.lines.entries()) {
        const line = lines.find((one) => one.lineId === lineId);
        const unit = line?.units.find(({ code }) => code === unitCode);
        const read = unit ? parseCount(quantity ?? '', unit.factor) : refuse('record.stale');
        if (!read.ok) addError(ctx, read.error, ['lines', at, 'quantity']);
        else if (unit && read.value > 0)
          released.push({ lineId, quantity: read.value, at, factor: unit.factor });
      }
      return { lines: released, reason: form.reason };
    });
}
