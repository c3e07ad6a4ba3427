import { inArray } from 'drizzle-orm';
import type { IdentityCipher } from '~/domain/identity';
import type { Tx } from '~db/client.server';
import { personalText } from '~db/schema/register';

type Row = typeof personalText.$inferInsert;

/** Signatures, names of proxies, notes: encrypted, erasable without touching the books. */
export async function insertPersonalTexts(
  tx: Tx,
  cipher: IdentityCipher,
  texts: readonly (Pick<Row, 'id' | 'countyCode' | 'organisationId' | 'kind' | 'createdAt'> & {
    text: string;
  })[],
): Promise<void> {
  if (texts.length === 0) return;
  const rows = texts.map(({ text, ...row }) => {
    const { algorithm, keyId, bytes } = cipher.seal(text, aboutText(row.id));
    return { ...row, algorithm, keyId, bytes: Buffer.from(bytes) };
  });
  await tx.insert(personalText).values(rows).prepare('insert_personal_text').execute();
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

function aboutText(id: string): string {
  return `personal text ${id}`;
}
