import { parseQuantity, type Unit } from './quantity';
import { ok, refuse, type Result } from './result';

/** What a form must know of an item to read a line of it. */
export interface FormItem {
  id: string;
  code: string;
  units: readonly Unit[];
  perishable: boolean;
  /** The unit that people call so; left out where codes alone are sent. */
  findUnit?: ((text: string) => Unit | undefined) | undefined;
  /** Reads what was typed as a size of the item's scheme; '' where it has none. */
  readSize: (text: string) => Result<string>;
}
export type FindItem = (itemCode: string) => FormItem | undefined;

/** Lines of one form; more is a spreadsheet, which comes with the import. */
export const maxLines = 200;

/** An item, its size and its quantity, as pledges and requests write them. */
export function readItemQuantity(
  typed: { itemCode: string; size?: string | undefined; quantity: string; unitCode: string },
  findItem: FindItem,
): Result<{ item: FormItem; size: string; quantity: number; unitCode: string }> {
  const item = findItem(typed.itemCode);
  if (!item) return refuse('form.unknown_choice', undefined, 'itemCode');
  const unit =
    item.units.find((one) => one.code === typed.unitCode) ?? item.findUnit?.(typed.unitCode);
  if (!unit) return refuse('form.unknown_choice', undefined, 'unitCode');
  const size = item.readSize(typed.size ?? '');
  if (!size.ok) return { ok: false, error: { ...size.error, field: 'size' } };
  const quantity = parseQuantity(typed.quantity, unit.factor, 'quantity');
  return quantity.ok
    ? ok({ item, size: size.value, quantity: quantity.value, unitCode: unit.code })
    : quantity;
}
