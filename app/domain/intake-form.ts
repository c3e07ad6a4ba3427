import { z } from 'zod';
import type { CalendarDay } from './calendar';
import { maxLines, type FormItem } from './form-item';
import { addError, choiceField, idField, optionalDayField, textField } from './form-schema';
import { countRefusal, differenceReasons, type CountLine } from './intake';
import { parseCount, parseQuantity } from './quantity';
import { domainError, ok, type Result } from './result';
import type { QualityGate } from './shelf-life';

/** What the count form must know of a donation line. */
export interface ExpectedLine {
  item: FormItem;
  /** Smallest units still to come. */
  toCome: number;
}

const cell = z.string().default('');
const typedLine = z.object({
  donationLineId: idField,
  unitCode: textField(30),
  sound: cell,
  quarantined: cell,
  refused: cell,
  /** In the unit of the line; empty where goods come loose. */
  packSize: cell,
  producedOn: optionalDayField,
  bestBefore: optionalDayField,
  reason: choiceField(differenceReasons).optional(),
  lastDelivery: z.boolean().default(false),
});
type TypedLine = z.output<typeof typedLine>;

/** A count at the door as the form sends it, in smallest units once read; lines left empty are left out. */
export function intakeSchema(
  findLine: (donationLineId: string) => ExpectedLine | undefined,
  rules: { today: CalendarDay; gate: QualityGate },
) {
  const line = typedLine.transform((typed, ctx): CountLine => {
    const read = readCountLine(typed, findLine, rules);
    if (read.ok) return read.value;
    addError(ctx, read.error, read.error.field ? [read.error.field] : undefined);
    return z.NEVER;
  });
  return z.object({
    donationId: idField,
    placeId: idField,
    occurredAt: z.iso.datetime({ offset: true, error: 'form.invalid' }),
    lines: z
      .array(line, 'form.nothing_entered')
      .max(maxLines, 'form.too_large')
      .transform((lines) =>
        lines.filter((one) => one.sound + one.quarantined + one.refused > 0 || one.reason),
      )
      .refine((lines) => lines.length > 0, 'form.nothing_entered'),
  });
}
export type IntakeForm = z.output<ReturnType<typeof intakeSchema>>;

function readCountLine(
  typed: TypedLine,
  findLine: (donationLineId: string) => ExpectedLine | undefined,
  rules: { today: CalendarDay; gate: QualityGate },
): Result<CountLine> {
  const expected = findLine(typed.donationLineId);
  const unit = expected?.item.units.find((one) => one.code === typed.unitCode);
  if (!expected || !unit)
    return { ok: false, error: domainError('form.unknown_choice', undefined, 'unitCode') };
  const sound = parseCount(typed.sound, unit.factor, 'sound');
  if (!sound.ok) return sound;
  const quarantined = parseCount(typed.quarantined, unit.factor, 'quarantined');
  if (!quarantined.ok) return quarantined;
  const refused = parseCount(typed.refused, unit.factor, 'refused');
  if (!refused.ok) return refused;
  const packSize =
    typed.packSize.trim() === ''
      ? ok(undefined)
      : parseQuantity(typed.packSize, unit.factor, 'packSize');
  if (!packSize.ok) return packSize;
  const { donationLineId, producedOn, bestBefore, reason, lastDelivery } = typed;
  const line: CountLine = {
    donationLineId,
    sound: sound.value,
    quarantined: quarantined.value,
    refused: refused.value,
    packSize: packSize.value,
    producedOn,
    bestBefore,
    reason,
  };
  const untouched = line.sound + line.quarantined + line.refused === 0 && !lastDelivery;
  const error = untouched
    ? undefined
    : countRefusal(line, {
        ...rules,
        perishable: expected.item.perishable,
        toCome: expected.toCome,
        lastDelivery,
      });
  return error ? { ok: false, error } : ok(line);
}
