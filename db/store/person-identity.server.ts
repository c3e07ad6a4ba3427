import { and, eq, inArray, ne } from 'drizzle-orm';
import {
  identityFields,
  isIndexed,
  type Identity,
  type IdentityCipher,
  type IndexedField,
} from '~/domain/identity';
import type { Tx } from '~db/client.server';
import { identityAccess, person, personIdentity } from '~db/schema/register';

/*
 * The one module that reads and writes names, numbers, phones and addresses. Whoever calls it runs in a scope
 * (row-level security); what it opens, it notes.
 */

export interface IdentityOwner {
  personId: string;
  countyCode: string;
  organisationId: string;
}

/**
 * Writes the fields that `identity` names; an empty one is erased. False, and nothing more is written, where the ID
 * number belongs to somebody else in the county.
 */
export async function writeIdentity(
  tx: Tx,
  cipher: IdentityCipher,
  owner: IdentityOwner,
  identity: { [field in keyof Identity]: Identity[field] | undefined },
  newId: () => string,
): Promise<boolean> {
  const { personId, countyCode, organisationId } = owner;
  const fields = identityFields.filter((field) => field in identity);
  if (fields.length === 0) return true;
  await tx
    .delete(personIdentity)
    .where(and(eq(personIdentity.personId, personId), inArray(personIdentity.field, fields)));
  const rows = fields.flatMap((field) => {
    const text = identity[field];
    if (!text) return [];
    const { algorithm, keyId, bytes } = cipher.seal(text, aboutField(personId, field));
    const blindIndex = isIndexed(field)
      ? Buffer.from(cipher.blindIndex(countyCode, field, text))
      : null;
    const sealed = { algorithm, keyId, bytes: Buffer.from(bytes) };
    return [{ id: newId(), personId, countyCode, organisationId, field, ...sealed, blindIndex }];
  });
  if (rows.length === 0) return true;
  const written = await tx
    .insert(personIdentity)
    .values(rows)
    .onConflictDoNothing()
    .returning({ id: personIdentity.id });
  return written.length === rows.length;
}

/** From now on the ID number may be registered anew, and nobody finds this entry by number or phone. */
export async function clearBlindIndex(tx: Tx, personId: string): Promise<void> {
  await tx
    .update(personIdentity)
    .set({ blindIndex: null })
    .where(eq(personIdentity.personId, personId));
}

/**
 * Seals up to `limit` identities of the scope anew that the new key has not sealed, and makes their indexes again; an
 * entry without an index keeps none. Nobody reads what is opened here, so no look is noted.
 * @returns how many; 0 once all are sealed with the new key.
 * @throws for one that neither key has sealed.
 */
export async function resealIdentities(
  tx: Tx,
  { from, to }: { from: IdentityCipher; to: IdentityCipher },
  limit: number,
): Promise<number> {
  const rows = await tx
    .select()
    .from(personIdentity)
    .where(ne(personIdentity.keyId, to.keyId))
    .orderBy(personIdentity.id)
    .limit(limit)
    .for('update');
  for (const row of rows) {
    const { id, personId, countyCode, field, blindIndex } = row;
    const about = aboutField(personId, field);
    const text = from.open(row, about);
    const { algorithm, keyId, bytes } = to.seal(text, about);
    const index =
      blindIndex !== null && isIndexed(field)
        ? Buffer.from(to.blindIndex(countyCode, field, text))
        : null;
    await tx
      .update(personIdentity)
      .set({ algorithm, keyId, bytes: Buffer.from(bytes), blindIndex: index })
      .where(eq(personIdentity.id, id));
  }
  return rows.length;
}

/** For the note of who looked (PIPL 55; minors' network rules 36). */
export interface Look {
  id: string;
  userId: string;
  membershipId: string;
  countyCode: string;
  subject: 'list' | 'search' | 'household' | 'person' | 'id_number' | 'handout';
  subjectId?: string | undefined;
  at: Date;
}

/** Opens the identities of these persons, as far as the scope lets them be seen, and notes it in the same transaction. */
export async function openIdentities(
  tx: Tx,
  cipher: IdentityCipher,
  look: Look,
  personIds: readonly string[],
): Promise<Map<string, Identity>> {
  const opened = new Map<string, Identity>();
  if (personIds.length === 0) return opened;
  const rows = await tx
    .select()
    .from(personIdentity)
    .where(inArray(personIdentity.personId, [...new Set(personIds)]));
  for (const row of rows) {
    const identity = opened.get(row.personId) ?? {};
    identity[row.field] = cipher.open(row, aboutField(row.personId, row.field));
    opened.set(row.personId, identity);
  }
  if (opened.size > 0)
    await tx.insert(identityAccess).values({ ...look, personCount: opened.size });
  return opened;
}

/** Living entries with exactly this number in these counties, as far as the scope sees them; nothing is opened. */
export async function findByNumber(
  tx: Tx,
  cipher: IdentityCipher,
  countyCodes: readonly string[],
  field: IndexedField,
  text: string,
): Promise<string[]> {
  const indexes = countyCodes.map((county) => Buffer.from(cipher.blindIndex(county, field, text)));
  if (indexes.length === 0) return [];
  const rows = await tx
    .select({ personId: personIdentity.personId })
    .from(personIdentity)
    .where(
      and(
        inArray(personIdentity.countyCode, [...countyCodes]),
        eq(personIdentity.field, field),
        inArray(personIdentity.blindIndex, indexes),
      ),
    );
  return rows.map((row) => row.personId);
}

/** Counties that the scope sees persons of: the blind index is made county by county. */
export async function listCountiesSeen(tx: Tx): Promise<string[]> {
  const rows = await tx.selectDistinct({ countyCode: person.countyCode }).from(person);
  return rows.map((row) => row.countyCode);
}

function aboutField(personId: string, field: string): string {
  return `person ${personId} ${field}`;
}
