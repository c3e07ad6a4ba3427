import { z } from 'zod';
import { parseInstant, type CalendarDay } from './calendar';
import { maxLines, type FormItem } from './form-item';
import {
  addError,
  choiceField,
  idField,
  optionalDayField,
  readField,
  textField,
} from './form-schema';
import { countedOf, countProblems, differenceReasons, type CountLine } from './intake';
import { isPack, parseCount } from './quantity';
import { domainError, ok, type Result } from './result';
import type { QualityGate } from './shelf-life';

/** What the count form must know of a donation line. */
export interface ExpectedLine {
  item: FormItem;
  /** Smallest units that neither came nor were declined, whether still to come or closed short. */
  open: number;
  /** An earlier count said that no more will come. */
  closed: boolean;
}
type FindLine = (donationLineId: string) => ExpectedLine | undefined;

const cell = z.string().default('');
/** A row of the form: one best-before date of one donation line. */
const typedRow = z.object({
  donationLineId: idField,
  unitCode: textField(30),
  sound: cell,
  quarantined: cell,
  refused: cell,
  /** The unit whose packs stay whole; empty where goods come loose. */
  packCode: cell,
  producedOn: optionalDayField,
  bestBefore: optionalDayField,
  reason: choiceField(differenceReasons).optional(),
  /** Ticked in a line's first row: no more of the line will come. */
  lastDelivery: z.boolean().default(false),
});
type TypedRow = z.output<typeof typedRow>;

/** No more of this line will come; the reason where less came than was pledged. */
export interface ClosingLine {
  donationLineId: string;
  reason?: CountLine['reason'];
}

/** A count at the door as the form sends it, in smallest units once read; rows left empty are left out. */
export function intakeSchema(findLine: FindLine, rules: { today: CalendarDay; gate: QualityGate }) {
  const rows = z
    .array(typedRow, 'form.nothing_entered')
    .max(maxLines, 'form.too_large')
    .transform((typed, ctx) => {
      const read = typed.map((row) => readRow(row, findLine));
      const errors = read.flatMap((one, at) => (one.ok ? [] : [{ row: at, error: one.error }]));
      const lines = read.flatMap((one) => (one.ok ? [one.value] : []));
      const closing = closingOf(typed);
      // Rows are judged together only once each of them can be read.
      const problems =
        errors.length > 0
          ? errors
          : countProblems(
              lines,
              closing.map((one) => one.donationLineId),
              expected(findLine),
              rules,
            );
      for (const { row, error } of problems) {
        addError(ctx, error, [row, ...(error.field ? [error.field] : [])]);
      }
      const kept = lines.flatMap((line, row) =>
        countedOf(line) > 0 || line.reason ? [{ line, row }] : [],
      );
      if (problems.length === 0 && kept.length === 0) ctx.addIssue('form.nothing_entered');
      return { lines: kept.map((one) => one.line), rows: kept.map((one) => one.row), closing };
    });
  return z
    .object({
      donationId: idField,
      placeId: idField,
      occurredAt: readField((text) => parseInstant(text)),
      lines: rows,
    })
    .transform(({ lines: read, ...form }) => ({ ...form, ...read }));
}
export type IntakeForm = z.output<ReturnType<typeof intakeSchema>>;

function expected(findLine: FindLine) {
  return (donationLineId: string) => {
    const line = findLine(donationLineId);
    if (!line) throw new Error(`there is no donation line ${donationLineId}`);
    return { perishable: line.item.perishable, open: line.open, closed: line.closed };
  };
}

function closingOf(typed: readonly TypedRow[]): ClosingLine[] {
  return typed
    .filter((row) => row.lastDelivery)
    .map(({ donationLineId }) => ({
      donationLineId,
      reason: typed.find((row) => row.donationLineId === donationLineId && row.reason)?.reason,
    }));
}

function readRow(typed: TypedRow, findLine: FindLine): Result<CountLine> {
  const line = findLine(typed.donationLineId);
  const unit = line?.item.units.find((one) => one.code === typed.unitCode);
  if (!line || !unit) return unknown('unitCode');
  const sound = parseCount(typed.sound, unit.factor, 'sound');
  if (!sound.ok) return sound;
  const quarantined = parseCount(typed.quarantined, unit.factor, 'quarantined');
  if (!quarantined.ok) return quarantined;
  const refused = parseCount(typed.refused, unit.factor, 'refused');
  if (!refused.ok) return refused;
  const pack = line.item.units.find((one) => one.code === typed.packCode && isPack(one));
  if (typed.packCode !== '' && !pack) return unknown('packCode');
  const { donationLineId, producedOn, bestBefore, reason } = typed;
  return ok({
    donationLineId,
    sound: sound.value,
    quarantined: quarantined.value,
    refused: refused.value,
    packSize: pack?.factor,
    producedOn,
    bestBefore,
    reason,
  });
}

function unknown(field: string) {
  return { ok: false as const, error: domainError('form.unknown_choice', undefined, field) };
}
