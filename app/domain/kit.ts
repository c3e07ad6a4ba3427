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
