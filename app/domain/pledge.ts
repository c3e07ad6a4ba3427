import { z } from 'zod';
import { productionRefusal, type CalendarDay } from './calendar';
import type { DomainError } from './error';
import { formErrorMap } from './form-error';
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
import { domainError, ok, type Result } from './result';
import { donationValue, parseYuan, splitValue, valueBases, type DonationValue } from './value';

const cell = z.string().optional();

/** A line as typed: one item, either one quantity or a matrix of sizes, and what holds for all of it. */
const typedLine = z.object({
  itemCode: cell,
  unitCode: cell,
  size: cell,
  quantity: cell,
  cells: z.array(z.object({ size: cell, quantity: cell }).optional()).optional(),
  valueBasis: cell,
  valueLowFen: cell,
  valueHighFen: cell,
  producedOn: cell,
  bestBefore: cell,
  restrictedDivisionCode: cell,
  restrictedGroup: cell,
  purpose: cell,
});
type TypedLine = z.output<typeof typedLine>;

/** What holds for every size of a line. */
const sharedFields = z.object({
  itemCode: textField(60),
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

/**
 * A pledge as the form sends it, with quantities in smallest units and values in fen once read. Lines left empty are left
 * out; a line with a matrix of sizes becomes a line a size, its value split by quantity.
 * `today` is the day in Shanghai; `findItem` holds the items that may be pledged.
 */
export function pledgeSchema(findItem: FindItem, today: CalendarDay) {
  const lines = z.array(typedLine.optional(), 'form.nothing_entered').transform((typed, ctx) => {
    const read = typed.flatMap((line, index) => {
      if (!line || isBlank(line)) return [];
      const result = readPledgeLine(line, findItem, today);
      if (result.ok) return result.value;
      for (const error of result.error) addError(ctx, error, [index, ...pathOf(error)]);
      return z.NEVER;
    });
    if (typed.every((line) => !line || isBlank(line))) ctx.addIssue('form.nothing_entered');
    if (read.length > maxLines) ctx.addIssue('form.too_large');
    return read;
  });
  return z.object({
    placeId: idField,
    campaignId: idField.optional(),
    deliverOn: dayField.refine((day) => day >= today, 'donation.delivery_in_past').optional(),
    donorNameShown: z.boolean().default(false),
    /** The donor has asked that a state body receive the goods, where the place belongs to one. */
    governmentDoneeConfirmed: z.boolean().default(false),
    lines,
  });
}
export type Pledge = z.output<ReturnType<typeof pledgeSchema>>;
export type PledgeLine = Pledge['lines'][number];

function isBlank(line: TypedLine): boolean {
  const typed = [line.itemCode, line.quantity, line.valueLowFen, line.valueHighFen];
  const cells = (line.cells ?? []).map((one) => one?.quantity);
  return [...typed, ...cells].every((text) => !text?.trim());
}

function pathOf(error: DomainError): PropertyKey[] {
  const steps = (error.field ?? '').split('.').filter((step) => step !== '');
  return steps.map((step) => (/^\d+$/.test(step) ? Number(step) : step));
}

interface ReadLine {
  itemId: string;
  itemCode: string;
  size: string;
  quantity: number;
  unitCode: string;
  value: DonationValue;
  producedOn: CalendarDay | undefined;
  bestBefore: CalendarDay | undefined;
  restriction: {
    divisionCode: string | undefined;
    group: (typeof programmeGroups)[number] | undefined;
    purpose: string | undefined;
  };
}

function readPledgeLine(
  typed: TypedLine,
  findItem: FindItem,
  today: CalendarDay,
): Result<ReadLine[], DomainError[]> {
  const shared = sharedFields.safeParse(emptiesLeftOut(typed), { error: formErrorMap });
  const sizes = readSizes(typed, findItem);
  const errors = [
    ...(shared.success ? [] : errorsOf(shared.error)),
    ...(sizes.ok ? [] : sizes.error),
  ];
  if (!shared.success || !sizes.ok) return { ok: false, error: unique(errors) };
  const { valueBasis, valueLowFen, valueHighFen, ...fields } = shared.data;
  const value = donationValue(valueBasis, valueLowFen, valueHighFen);
  if (!value.ok) errors.push({ ...value.error, field: 'valueHighFen' });
  const dates = productionRefusal(fields, today);
  if (dates) errors.push(dates);
  if (!value.ok || errors.length > 0) return { ok: false, error: errors };
  const values = splitValue(
    value.value,
    sizes.value.map((one) => one.quantity),
  );
  const { producedOn, bestBefore, restrictedDivisionCode, restrictedGroup, purpose } = fields;
  return ok(
    sizes.value.map((one, index) => ({
      ...one,
      value: { ...value.value, ...values[index] },
      producedOn,
      bestBefore,
      restriction: { divisionCode: restrictedDivisionCode, group: restrictedGroup, purpose },
    })),
  );
}

/** Each size that has a quantity; a line without a matrix is one cell. */
function readSizes(typed: TypedLine, findItem: FindItem) {
  const { itemCode = '', unitCode = '' } = typed;
  // What is not there is complained of once, by the fields themselves.
  if (itemCode.trim() === '' || unitCode.trim() === '') return { ok: false as const, error: [] };
  const matrix = (typed.cells ?? []).flatMap((one, index) =>
    one?.quantity?.trim() ? [{ ...one, quantity: one.quantity, at: `cells.${index}.` }] : [],
  );
  const single = { size: typed.size, quantity: typed.quantity ?? '', at: '' };
  const cells = typed.quantity?.trim() || matrix.length === 0 ? [single, ...matrix] : matrix;
  const errors: DomainError[] = [];
  const lines: Pick<ReadLine, 'itemId' | 'itemCode' | 'size' | 'quantity' | 'unitCode'>[] = [];
  for (const { size, quantity, at } of cells) {
    const read = readItemQuantity({ itemCode, unitCode, size, quantity }, findItem);
    if (read.ok) {
      const { item } = read.value;
      lines.push({
        itemId: item.id,
        itemCode: item.code,
        size: read.value.size,
        quantity: read.value.quantity,
        unitCode: read.value.unitCode,
      });
    } else errors.push({ ...read.error, field: fieldOf(read.error, at) });
  }
  const sizes = new Set(lines.map((line) => line.size));
  if (sizes.size < lines.length)
    errors.push(domainError('donation.size_twice', undefined, 'cells'));
  return errors.length > 0 ? { ok: false as const, error: unique(errors) } : ok(lines);
}

/** Item and unit belong to the line, size and quantity to their cell. */
function fieldOf(error: DomainError, at: string): string {
  const field = error.field ?? 'quantity';
  return field === 'size' || field === 'quantity' ? at + field : field;
}

function unique(errors: readonly DomainError[]): DomainError[] {
  return errors.filter(
    (error, index) => errors.findIndex((other) => other.field === error.field) === index,
  );
}

function errorsOf(error: z.ZodError): DomainError[] {
  return error.issues.map((issue) => ({
    code: issue.message as DomainError['code'],
    field: issue.path.join('.'),
    ...(issue.code === 'custom' &&
      issue.params && { facts: issue.params as Record<string, string> }),
  }));
}

function emptiesLeftOut(typed: TypedLine): Record<string, unknown> {
  return Object.fromEntries(Object.entries(typed).filter(([, value]) => value !== ''));
}
