/** What is known of a person by name: kept apart from the person, encrypted, and opened only with a note of who looked. */
export const identityFields = ['name', 'id_number', 'phone', 'address', 'guardian_name'] as const;
export type IdentityField = (typeof identityFields)[number];

export type Identity = Partial<Record<IdentityField, string>>;

/** Fields that can be looked for exactly, without opening anything. */
export const indexedFields = ['id_number', 'phone'] as const satisfies readonly IdentityField[];
export type IndexedField = (typeof indexedFields)[number];

export function isIndexed(field: IdentityField): field is IndexedField {
  return (indexedFields as readonly IdentityField[]).includes(field);
}

/** An encrypted text with what is needed to open it again after algorithms and keys have changed. */
export interface SealedText {
  algorithm: string;
  keyId: string;
  bytes: Uint8Array;
}

/**
 * Encrypts what is personal. `about` names the row and field a text belongs to: a text moved to another row does not
 * open. An operator that must use national algorithms (GB/T 39786: SM4, SM3) gives another one.
 */
export interface IdentityCipher {
  /** Of the key that seals. */
  keyId: string;
  seal: (text: string, about: string) => SealedText;
  /** @throws when the key is another one, or the bytes were changed or moved. */
  open: (sealed: SealedText, about: string) => string;
  /** The same for the same text in the same county, and telling nothing else of it. */
  blindIndex: (countyCode: string, field: IndexedField, text: string) => Uint8Array;
  /** Fingerprint of a command's request that holds personal text. */
  digest: (text: string) => string;
}

/** The last four characters alone: enough to tell two people of one name apart. */
export function maskIdNumber(idNumber: string): string {
  return '*'.repeat(Math.max(0, idNumber.length - 4)) + idNumber.slice(-4);
}
