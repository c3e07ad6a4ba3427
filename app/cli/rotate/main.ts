import { openDatabase } from '~db/open.server';
import { createIdentityCipher } from '~db/store/identity-cipher.server';
import { identityKey } from '~/server/auth-secret.server';
import { readSettings, StartRefused } from '~/server/settings.server';
import { rotateIdentities } from './rotate-identities';

// `npm run rotate:identities`: from IDENTITY_KEY_OLD, or the key kept in the data folder, to IDENTITY_KEY.
async function main(): Promise<void> {
  const settings = readSettings('development', process.env);
  const { identityKey: next, identityKeyOld, dataDir } = settings;
  if (next === undefined)
    throw new StartRefused(
      'The setting IDENTITY_KEY is missing: give the new key, and the one until now as IDENTITY_KEY_OLD.',
    );
  const old = identityKey({ identityKey: identityKeyOld, dataDir });
  const [from, to] = [createIdentityCipher(old), createIdentityCipher(next)];
  if (from.keyId === to.keyId)
    throw new StartRefused('IDENTITY_KEY is the key until now: there is nothing to rotate.');
  const opened = await openDatabase({ ...settings, database: 'nuanqiao', say: console.log });
  try {
    const progress = (sealed: number) => console.log(`Sealed anew: ${sealed}`);
    const sealed = await rotateIdentities(opened.db, { from, to, progress });
    console.log(`From key ${from.keyId} to key ${to.keyId}: ${sealed} sealed anew, none left.`);
  } finally {
    await opened.close();
  }
}

try {
  await main();
} catch (error) {
  // The message alone: it names keys by their ids and holds nothing personal.
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
