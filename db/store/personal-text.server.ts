import { inArray, sql } from 'drizzle-orm';
import type { IdentityCipher } from '~/domain/identity';
import { preparedStatement, type Tx } from '~db/client.server';
import { personalText } from '~db/schema/register';

type Row = typeof personalText.$inferInsert;

const insertText = preparedStatement<keyof Row>(
  (value) => sql`
    insert into personal_text (id, county_code, organisation_id, kind, algorithm, key_id, bytes, created_at)
    values (${value('id')}, ${value('countyCode')}, ${value('organisationId')}, ${value('kind')},
      ${value('algorithm')}, ${value('keyId')}, ${value('bytes')}, ${value('createdAt')})`,
);

/** Signatures, names of proxies, notes: encrypted, erasable without touching the books. */
export async function insertPersonalTexts(
  tx: Tx,
  cipher: IdentityCipher,
  texts: readonly (Pick<Row, 'id' | 'countyCode' | 'organisationId' | 'kind' | 'createdAt'> & {
    text: string;
  })[],
): Promise<void> {
  await Promise.all(
    texts.map(({ text, ...row }) => {
      const sealed = cipher.seal(text, aboutText(row.id));
      return insertText(tx, { ...row, ...sealed, createdAt: row.createdAt.toISOString() });
    }),
  );
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
