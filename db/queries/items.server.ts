import { asc, eq, inArray } from 'drizzle-orm';
import type { CatalogueItem, ItemCategory } from '~/domain/catalogue';
import type { Database, Tx } from '~db/client.server';
import { item, itemUnit, kitPart } from '~db/schema/catalogue';

/** The catalogue is the same for every reader, like the divisions: these reads take no Scope. */
type Reader = Database | Tx;

/** Every item, retired ones included, by category and code, with units and parts. Some dozens of rows. */
export async function listItems(db: Reader): Promise<CatalogueItem[]> {
  return withParts(db, await db.select().from(item).orderBy(asc(item.category), asc(item.code)));
}

export async function findItem(db: Reader, itemId: string): Promise<CatalogueItem | undefined> {
  const [found] = await withParts(db, await db.select().from(item).where(eq(item.id, itemId)));
  return found;
}

/** Those of the ids that there are. */
export async function listItemsById(
  db: Reader,
  itemIds: readonly string[],
): Promise<CatalogueItem[]> {
  const ids = [...new Set(itemIds)];
  if (ids.length === 0) return [];
  return withParts(db, await db.select().from(item).where(inArray(item.id, ids)));
}

async function withParts(db: Reader, rows: (typeof item.$inferSelect)[]): Promise<CatalogueItem[]> {
  const ids = rows.map((row) => row.id);
  if (ids.length === 0) return [];
  const [units, parts] = await Promise.all([
    db.select().from(itemUnit).where(inArray(itemUnit.itemId, ids)).orderBy(asc(itemUnit.position)),
    db.select().from(kitPart).where(inArray(kitPart.kitItemId, ids)).orderBy(asc(kitPart.id)),
  ]);
  return rows.map((row) => ({
    ...row,
    category: row.category as ItemCategory,
    units: units
      .filter((unit) => unit.itemId === row.id)
      .map(({ code, nameZh, nameEn, factor }) => ({ code, nameZh, nameEn, factor })),
    parts: parts
      .filter((part) => part.kitItemId === row.id)
      .map(({ itemId, quantity }) => ({ itemId, quantity })),
  }));
}
