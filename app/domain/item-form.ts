import { z } from 'zod';
import { itemCategories } from './catalogue';
import { addError, choiceField, readField, textField } from './form-schema';
import { readDecimal, wholeMultiple } from './number-text';
import { maxQuantity, parseQuantity, smallestUnits } from './quantity';
import { domainError, ok, refuse, type Result } from './result';
import { sizeSchemes } from './size';

/** Grams in milligrams, millilitres in microlitres: of one smallest unit, so that a gram of rice is an integer too. */
function parseThousandths(text: string): Result<number> {
  const value = readDecimal(text);
  if (!value) return refuse('quantity.not_a_number');
  if (value.digits <= 0n) return refuse('quantity.not_positive');
  const thousandths = wholeMultiple(value, 1000);
  if (thousandths === undefined) return refuse('quantity.not_whole', { factor: 1000 });
  return thousandths > BigInt(maxQuantity)
    ? refuse('quantity.too_large', { max: maxQuantity / 1000 })
    : ok(Number(thousandths));
}

const itemFields = {
  nameZh: textField(40),
  nameEn: textField(80),
  category: choiceField(itemCategories),
  /** Typed in grams and millilitres of one smallest unit. */
  weightMg: readField(parseThousandths),
  volumeUl: readField(parseThousandths),
  perishable: z.boolean().default(false),
};

const typedUnit = z
  .object({
    nameZh: z.string().default(''),
    nameEn: z.string().default(''),
    factor: z.string().default(''),
  })
  .optional();

export interface NewUnit {
  nameZh: string;
  nameEn: string;
  /** Smallest units in one. */
  factor: number;
}

/** A unit more, or none where nothing is typed; one that is begun must be whole. */
const newUnit = typedUnit.transform((typed, ctx): NewUnit | undefined => {
  const [nameZh, nameEn] = [typed?.nameZh.trim() ?? '', typed?.nameEn.trim() ?? ''];
  if (!typed || (nameZh === '' && nameEn === '' && typed.factor.trim() === '')) return undefined;
  const factor = parseQuantity(typed.factor, 1);
  for (const [field, name] of Object.entries({ nameZh, nameEn })) {
    if (name === '') addError(ctx, domainError('form.required'), [field]);
    if (name.length > 40) addError(ctx, domainError('form.too_long'), [field]);
  }
  if (!factor.ok) {
    addError(ctx, factor.error, ['factor']);
    return z.NEVER;
  }
  return { nameZh, nameEn, factor: factor.value };
});

/** What may change of an item that documents already name: not its smallest unit, sizes or conversions. */
export const amendItemSchema = z.object({
  ...itemFields,
  retired: z.boolean().default(false),
  unit: newUnit,
});
export type ItemAmendment = z.output<typeof amendItemSchema>;

export const itemCodeField = z
  .string({ error: 'form.required' })
  .trim()
  .regex(/^[a-z][a-z0-9_]{1,39}$/, 'item.code_form');

export const addItemSchema = z.object({
  ...itemFields,
  code: itemCodeField,
  smallestUnit: choiceField(smallestUnits),
  sizeScheme: choiceField(sizeSchemes),
  /** What one smallest unit is called: 套, 双, 克. */
  smallestZh: textField(20),
  smallestEn: textField(20),
  unit: newUnit,
});
export type NewItem = z.output<typeof addItemSchema>;
