import { item, itemUnit, kitPart } from '~db/schema/catalogue';
import type { Tx } from '~db/client.server';
import { catalogue, unitsOf, type SeedItem } from './catalogue.server';

/** Fixed ids, shaped as UUID v7, so that every installation calls its rice the same. */
function seedId(kind: 1 | 2, number: number): string {
  return `01900000-0000-7000-800${kind}-${String(number).padStart(12, '0')}`;
}

/**
 * Adds the items that are not there yet, with their units and parts. An item that is there keeps what an administrator
 * made of it, its units included.
 */
export async function seedCatalogue(tx: Tx): Promise<void> {
  const added = await tx
    .insert(item)
    .values(catalogue.map((seed) => ({ id: seedId(1, seed.number), ...columnsOf(seed) })))
    .onConflictDoNothing()
    .returning({ id: item.id, code: item.code });
  const isNew = new Set(added.map((row) => row.code));
  const fresh = catalogue.filter((seed) => isNew.has(seed.code));
  if (fresh.length === 0) return;
  const present = await tx.select({ id: item.id, code: item.code }).from(item);
  const ids = new Map(present.map((row) => [row.code, row.id]));

  await tx.insert(itemUnit).values(
    fresh.flatMap((seed) =>
      unitsOf(seed).map(([code, nameZh, nameEn, factor], position) => ({
        itemId: seedId(1, seed.number),
        code,
        nameZh,
        nameEn,
        factor,
        position,
      })),
    ),
  );
  const parts = fresh.flatMap((seed) =>
    (seed.parts ?? []).map((part, position) => {
      const partId = ids.get(part.code);
      if (!partId) throw new Error(`${seed.code} holds an unknown item ${part.code}`);
      return {
        id: seedId(2, seed.number * 100 + position),
        kitItemId: seedId(1, seed.number),
        itemId: partId,
        quantity: part.quantity,
      };
    }),
  );
  if (parts.length > 0) await tx.insert(kitPart).values(parts);
}

function columnsOf(seed: SeedItem) {
  return {
    code: seed.code,
    nameZh: seed.nameZh,
    nameEn: seed.nameEn,
    category: seed.category,
    smallestUnit: seed.smallestUnit,
    sizeScheme: seed.sizeScheme ?? ('none' as const),
    weightMg: seed.weightMg,
    volumeUl: seed.volumeUl,
    perishable: seed.perishable ?? false,
    isKit: seed.parts !== undefined,
  };
}
