import { eq } from 'drizzle-orm';
import type { NewUnit } from '~/domain/item-form';
import type { Tx } from '~db/client.server';
import { item, itemUnit, kitPart } from '~db/schema/catalogue';

export type ItemRow = typeof item.$inferSelect;

export async function lockItem(tx: Tx, id: string): Promise<ItemRow | undefined> {
  const [row] = await tx.select().from(item).where(eq(item.id, id)).for('update');
  return row;
}

/** False where the code is another item's. */
export async function insertItem(tx: Tx, row: typeof item.$inferInsert): Promise<boolean> {
  const made = await tx.insert(item).values(row).onConflictDoNothing().returning({ id: item.id });
  return made.length > 0;
}

export async function saveItem(
  tx: Tx,
  id: string,
  changes: Partial<typeof item.$inferInsert>,
): Promise<void> {
  await tx.update(item).set(changes).where(eq(item.id, id));
}

/** Adds a unit after the others, under a code made of its place; units are never changed, documents name them. */
export async function appendUnit(tx: Tx, itemId: string, unit: NewUnit, code?: string) {
  const present = await tx
    .select({ code: itemUnit.code, position: itemUnit.position })
    .from(itemUnit)
    .where(eq(itemUnit.itemId, itemId));
  const position = Math.max(-1, ...present.map((one) => one.position)) + 1;
  const free = code ?? `unit_${position}`;
  await tx.insert(itemUnit).values({ itemId, code: free, position, ...unit });
  return free;
}

/**
 * Sets what a kit holds from now on. Documents hold the items that it was taken apart into when they were written, never
 * these rows, so nothing pledged or asked for before changes.
 */
export async function replaceParts(
  tx: Tx,
  kitItemId: string,
  parts: Omit<typeof kitPart.$inferInsert, 'kitItemId'>[],
): Promise<void> {
  await tx.delete(kitPart).where(eq(kitPart.kitItemId, kitItemId));
  await tx.insert(kitPart).values(parts.map((part) => ({ ...part, kitItemId })));
}
