import { z } from 'zod';
import { itemCategories, type CatalogueItem } from './catalogue';
import { addError, choiceField, textField } from './form-schema';
import { itemCodeField } from './item-form';
import { parseQuantity } from './quantity';
import { domainError } from './result';

/** One part as the form names it; `row` is where it stood there, for complaints. */
export interface NewPart {
  row: number;
  itemId: string;
  /** In the part's smallest units, in one kit. */
  quantity: number;
}

const typedPart = z
  .object({
    /** `<item id>/<unit code>`: an item is chosen together with the unit it is counted in. */
    choice: z.string().default(''),
    quantity: z.string().default(''),
  })
  .optional();

export const unitChoice = (itemId: string, unitCode: string) => `${itemId}/${unitCode}`;

/** The parts of a kit as the form sends them; rows left empty are left out. */
function partsField(items: readonly CatalogueItem[]) {
  return z.array(typedPart, 'kit.no_part').transform((typed, ctx): NewPart[] => {
    const parts = typed.flatMap((part, row): NewPart[] => {
      const { choice = '', quantity = '' } = part ?? {};
      if (choice === '' && quantity.trim() === '') return [];
      const [itemId, unitCode] = choice.split('/');
      const item = items.find((one) => one.id === itemId);
      const unit = item?.units.find((one) => one.code === unitCode);
      if (!item || !unit) {
        const code =
          choice === '' ? 'form.required' : item ? 'kit.unit_mismatch' : 'form.unknown_choice';
        addError(ctx, domainError(code), [row, 'choice']);
        return [];
      }
      const read = parseQuantity(quantity, unit.factor);
      if (read.ok) return [{ row, itemId: item.id, quantity: read.value }];
      addError(ctx, read.error, [row, 'quantity']);
      return [];
    });
    if (parts.length === 0 && ctx.issues.length === 0) ctx.addIssue('kit.no_part');
    return parts;
  });
}

/** `items`: the whole catalogue. Whether these parts may make a kit is decided by `decideKit`. */
export const addKitSchema = (items: readonly CatalogueItem[]) =>
  z.object({
    nameZh: textField(40),
    nameEn: textField(80),
    category: choiceField(itemCategories),
    code: itemCodeField,
    smallestZh: textField(20),
    smallestEn: textField(20),
    parts: partsField(items),
  });
export type NewKit = z.output<ReturnType<typeof addKitSchema>>;

export const kitPartsSchema = (items: readonly CatalogueItem[]) =>
  z.object({ parts: partsField(items) });
