import type { FindItem, FormItem } from './form-item';
import type { SmallestUnit, Unit } from './quantity';
import { ok, refuse, type Result } from './result';
import { parseSize, type SizeScheme } from './size';

export const itemCategories = [
  'food',
  'clothing',
  'school',
  'bedding',
  'sports',
  'household',
  'hygiene',
] as const;
export type ItemCategory = (typeof itemCategories)[number];

export interface ItemUnit extends Unit {
  nameZh: string;
  nameEn: string;
}

/** One of what a kit explodes into; `quantity` in the part's smallest units a kit. */
export interface KitPart {
  itemId: string;
  quantity: number;
}

/** An item as the catalogue holds it: what pledges, requests and counts are read with, here and in the browser. */
export interface CatalogueItem {
  id: string;
  code: string;
  nameZh: string;
  nameEn: string;
  category: ItemCategory;
  smallestUnit: SmallestUnit;
  sizeScheme: SizeScheme;
  /** Of one smallest unit. */
  weightMg: number;
  volumeUl: number;
  perishable: boolean;
  isKit: boolean;
  retired: boolean;
  version: number;
  /** In the order people choose from; the smallest is among them. */
  units: ItemUnit[];
  /** Empty but for kits. */
  parts: KitPart[];
}

/** Reads a size as the item's scheme writes it; '' where it has none. */
export function readItemSize(scheme: SizeScheme, text: string): Result<string> {
  const size = parseSize(scheme, text);
  if (size !== undefined) return ok(size);
  if (text.trim() === '') return refuse('size.missing');
  return scheme === 'none' ? refuse('size.item_has_none') : refuse('size.off_scheme');
}

export function formItem(item: CatalogueItem): FormItem {
  return {
    id: item.id,
    code: item.code,
    units: item.units,
    perishable: item.perishable,
    readSize: (text) => readItemSize(item.sizeScheme, text),
    findUnit: (text) => item.units.find((unit) => isCalled(unit, text)),
  };
}

export function smallestUnitCode(item: Pick<CatalogueItem, 'code' | 'units'>): string {
  const smallest = item.units.find((unit) => unit.factor === 1);
  if (!smallest) throw new Error(`item ${item.code} has no unit of factor 1`);
  return smallest.code;
}

/** The unit that quantities of an item are shown in side by side: pieces, kilograms, litres. */
export function displayUnit(
  item: Pick<CatalogueItem, 'code' | 'units' | 'smallestUnit'>,
): ItemUnit {
  const wanted = { g: 'kg', ml: 'l', piece: undefined }[item.smallestUnit];
  const unit =
    item.units.find((one) => one.code === wanted) ?? item.units.find((one) => one.factor === 1);
  if (!unit) throw new Error(`item ${item.code} has no unit of factor 1`);
  return unit;
}

/** For a reader who cannot know how the goods were packed: never bags of a size that they did not come in. */
export function unpackedUnit(
  quantity: number,
  item: Pick<CatalogueItem, 'code' | 'units' | 'smallestUnit'>,
): ItemUnit {
  const tonne = item.units.find((one) => one.code === 't');
  return tonne && quantity > 0 && quantity % tonne.factor === 0 ? tonne : displayUnit(item);
}

/** Finds by code or by name in either language among the items that may be chosen: retired ones are not. */
export function findItemIn(items: readonly CatalogueItem[]): FindItem {
  return (text) => {
    const found = findCalled(items, text);
    return found && formItem(found);
  };
}

/** The item that people call so; a code goes before a name. */
export function findCalled(
  items: readonly CatalogueItem[],
  text: string,
): CatalogueItem | undefined {
  const chosen = items.filter((item) => !item.retired);
  return chosen.find((item) => item.code === text) ?? chosen.find((item) => isCalled(item, text));
}

/** Whether `text` is the name of this in one of the languages, whatever the case, width and spaces. */
export function isCalled(named: { nameZh: string; nameEn: string }, text: string): boolean {
  const typed = plainName(text);
  return typed !== '' && (typed === plainName(named.nameZh) || typed === plainName(named.nameEn));
}

function plainName(text: string): string {
  return text.normalize('NFKC').replaceAll(/\s/g, '').toLowerCase();
}
