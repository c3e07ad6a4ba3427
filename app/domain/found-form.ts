import { z } from 'zod';
import { findItemIn, type CatalogueItem } from './catalogue';
import { readItemQuantity } from './form-item';
import { addError, idField, optionalDayField, textField } from './form-schema';

/** Goods found with no known source: what they are, how many, and how long they last. */
export function foundSchema(items: readonly CatalogueItem[]) {
  const findItem = findItemIn(items.filter((item) => !item.isKit));
  return z
    .object({
      placeId: idField,
      /** The item's code and the unit's, joined by a colon: one list to choose from. */
      itemUnit: textField(80),
      size: z.string().default(''),
      quantity: textField(30),
      producedOn: optionalDayField,
      bestBefore: optionalDayField,
    })
    .transform(({ itemUnit, ...typed }, ctx) => {
      const [itemCode = '', unitCode = ''] = itemUnit.split(':');
      const read = readItemQuantity({ ...typed, itemCode, unitCode }, findItem);
      if (read.ok) {
        const { item, size, quantity } = read.value;
        const { placeId, producedOn, bestBefore } = typed;
        return { placeId, itemId: item.id, size, quantity, producedOn, bestBefore };
      }
      const { field = 'itemUnit' } = read.error;
      addError(ctx, read.error, [field.endsWith('Code') ? 'itemUnit' : field]);
      return z.NEVER;
    });
}
