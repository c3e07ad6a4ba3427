import { isQuantity, maxQuantity } from './quantity';
import { ok, refuse, type Result } from './result';
import type { SizeScheme } from './size';

/** What a kit must be known by to take it apart. */
export interface KitItem {
  id: string;
  sizeScheme: SizeScheme;
  /** `quantity` in the part's smallest units a kit; empty but for kits. */
  parts: readonly { itemId: string; quantity: number }[];
}

export interface ItemQuantity {
  itemId: string;
  /** The kit's size for the parts that have sizes, '' for the others. */
  size: string;
  quantity: number;
}

/**
 * What `quantity` kits of a size are in items: a kit lives on documents, the ledger knows its items
 * alone. Equal parts are added up; a kit in a kit is taken apart too. Throws on a kit that holds itself.
 */
export function explodeKit(
  kit: KitItem,
  quantity: number,
  size: string,
  getItem: (itemId: string) => KitItem,
): ItemQuantity[] {
  const sums = new Map<string, ItemQuantity>();
  addParts(kit, quantity, size, getItem, sums, [kit.id]);
  return [...sums.values()];
}

function addParts(
  kit: KitItem,
  quantity: number,
  size: string,
  getItem: (itemId: string) => KitItem,
  sums: Map<string, ItemQuantity>,
  within: readonly string[],
): void {
  for (const part of kit.parts) {
    if (within.includes(part.itemId)) throw new Error(`The kit ${part.itemId} holds itself.`);
    const item = getItem(part.itemId);
    const amount = part.quantity * quantity;
    if (item.parts.length > 0) {
      addParts(item, amount, size, getItem, sums, [...within, item.id]);
      continue;
    }
    const itemSize = item.sizeScheme === 'none' ? '' : size;
    const key = `${item.id} ${itemSize}`;
    const before = sums.get(key)?.quantity ?? 0;
    sums.set(key, { itemId: item.id, size: itemSize, quantity: before + amount });
  }
}

/** What an item must be known by to be a part of a kit. */
export interface PartItem {
  id: string;
  isKit: boolean;
  retired: boolean;
  perishable: boolean;
  sizeScheme: SizeScheme;
  weightMg: number;
  volumeUl: number;
}

/** What a kit is by its parts. Measures are of one kit. */
export interface KitMeasures {
  parts: { itemId: string; quantity: number }[];
  sizeScheme: SizeScheme;
  perishable: boolean;
  weightMg: number;
  volumeUl: number;
}

/**
 * A kit of these parts, or why there is none: each part an item of its own, no kit, named once. All sized parts have one
 * scheme, because a kit is given in one size. A kit that is changed keeps its scheme, documents name its sizes; and a part
 * that was retired since may stay in it.
 */
export function decideKit(
  parts: readonly { row: number; itemId: string; quantity: number }[],
  findItem: (itemId: string) => PartItem | undefined,
  kit?: KitItem,
): Result<KitMeasures> {
  if (parts.length === 0) return refuse('kit.no_part', undefined, 'parts');
  const items: PartItem[] = [];
  for (const { row, itemId, quantity } of parts) {
    const at = `parts[${row}].choice`;
    const item = findItem(itemId);
    const kept = kit?.parts.some((one) => one.itemId === itemId);
    if (itemId === kit?.id) return refuse('kit.part_is_itself', undefined, at);
    if (!item || (item.retired && !kept)) return refuse('form.unknown_choice', undefined, at);
    if (item.isKit) return refuse('kit.part_is_kit', undefined, at);
    if (items.includes(item)) return refuse('kit.part_twice', undefined, at);
    if (!isQuantity(quantity)) {
      return refuse('quantity.too_large', { max: maxQuantity }, `parts[${row}].quantity`);
    }
    items.push(item);
  }
  const schemes = new Set(items.map((item) => item.sizeScheme).filter((one) => one !== 'none'));
  const [sizeScheme = 'none'] = schemes;
  if (schemes.size > 1) return refuse('kit.two_size_schemes', undefined, 'parts');
  if (kit && kit.sizeScheme !== sizeScheme) return refuse('kit.sizes_changed', undefined, 'parts');
  const sumOf = (measure: (item: PartItem) => number) =>
    parts.reduce((sum, part, at) => sum + part.quantity * measure(items[at] as PartItem), 0);
  const measures = {
    weightMg: sumOf((one) => one.weightMg),
    volumeUl: sumOf((one) => one.volumeUl),
  };
  if (measures.weightMg > maxQuantity || measures.volumeUl > maxQuantity) {
    return refuse('kit.too_heavy', undefined, 'parts');
  }
  return ok({
    parts: parts.map(({ itemId, quantity }) => ({ itemId, quantity })),
    sizeScheme,
    perishable: items.some((item) => item.perishable),
    ...measures,
  });
}
