import { eq, inArray, ne } from 'drizzle-orm';
import type { IdentityCipher } from '~/domain/identity';
import type { Tx } from '~db/client.server';
import { personalText } from '~db/schema/register';

/** A text as it is kept: encrypted, erasable without touching the books. */
export function sealPersonalText(cipher: IdentityCipher, id: string, text: string) {
  return cipher.seal(text, aboutText(id));
}

/** Those that the scope sees; erased ones are not in the map. */
export async function openPersonalTexts(
  tx: Tx,
  cipher: IdentityCipher,
  ids: readonly string[],
): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await tx
    .select()
    .from(personalText)
    .where(inArray(personalText.id, [...ids]));
  return new Map(rows.map((row) => [row.id, cipher.open(row, aboutText(row.id))]));
}

/**
 * Seals up to `limit` texts of the scope anew that the new key has not sealed.
 * @returns how many; 0 once all are sealed with the new key.
 * @throws for one that neither key has sealed.
 */
export async function resealPersonalTexts(
  tx: Tx,
  { from, to }: { from: IdentityCipher; to: IdentityCipher },
  limit: number,
): Promise<number> {
  const rows = await tx
    .select()
    .from(personalText)
    .where(ne(personalText.keyId, to.keyId))
    .orderBy(personalText.id)
    .limit(limit)
    .for('update');
  for (const row of rows) {
    const { algorithm, keyId, bytes } = sealPersonalText(
      to,
      row.id,
      from.open(row, aboutText(row.id)),
    );
    await tx
      .update(personalText)
      .set({ algorithm, keyId, bytes: Buffer.from(bytes) })
      .where(eq(personalText.id, row.id));
  }
  return rows.length;
}

function aboutText(id: string): string {
  return `personal text ${id}`;
}
