import { withScope, type Database } from '~db/client.server';
import { listKeepers } from '~db/queries/register.server';
import { resealIdentities } from '~db/store/person-identity.server';
import { resealPersonalTexts } from '~db/store/personal-text.server';
import type { Scope } from '~/domain/actor';
import type { IdentityCipher } from '~/domain/identity';

export interface Rotation {
  from: IdentityCipher;
  to: IdentityCipher;
  /** Rows a transaction. */
  batch?: number;
  /** Told after each transaction, so that a long rotation can be watched, and stopped between two. */
  progress?: (sealed: number) => void;
}

const NOBODY = '00000000-0000-0000-0000-000000000000';

/**
 * Seals every name, number, signature and note anew, centre by centre inside row-level security, a transaction for each
 * batch. What the new key has sealed already is passed over: stopped anywhere, it goes on from there.
 * @returns how many were sealed anew.
 */
export async function rotateIdentities(db: Database, rotation: Rotation): Promise<number> {
  const { batch = 200, progress } = rotation;
  let sealed = 0;
  for (const organisationId of await listKeepers(db)) {
    // As the centre that keeps them: nobody else may write what it keeps.
    const role = 'centre_coordinator';
    const scope: Scope = { userId: NOBODY, organisationId, role, divisionPrefix: '' };
    for (const reseal of [resealIdentities, resealPersonalTexts]) {
      for (;;) {
        const done = await withScope(db, scope, (tx) => reseal(tx, rotation, batch));
        if (done === 0) break;
        sealed += done;
        progress?.(sealed);
      }
    }
  }
  return sealed;
}
