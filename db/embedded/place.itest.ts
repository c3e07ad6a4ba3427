import { chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { postgresAccount } from './account.server';
import { clusterFolder, clusterPlace, SHARED_FOLDER } from './place.server';

const made: string[] = [];
function dataFolder(mode: number): string {
  const folder = mkdtempSync(join(tmpdir(), 'nuanqiao-place-'));
  made.push(folder);
  chmodSync(folder, mode);
  return folder;
}
afterEach(() => {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** Only root runs PostgreSQL as somebody else, who may be shut out of a folder. */
describe.runIf(process.getuid?.() === 0)('the data of a root that others cannot visit', () => {
  it('lies in the shared folder, named by a marker, and is found again', () => {
    const account = postgresAccount();
    const dataDir = dataFolder(0o700);
    const place = clusterPlace(dataDir, account);
    made.push(place);
    expect(place.startsWith(`${SHARED_FOLDER}/data-`)).toBe(true);
    expect(clusterFolder(dataDir)).toBe(place);
    expect(clusterPlace(dataDir, account)).toBe(place);
    const { uid, mode } = statSync(place);
    expect({ uid, mode: mode & 0o777 }).toEqual({ uid: account?.uid, mode: 0o700 });
    // A folder that was removed means an empty database, never somebody's old one.
    rmSync(dataDir, { recursive: true });
    mkdirSync(dataDir, { mode: 0o700 });
    const fresh = clusterPlace(dataDir, account);
    made.push(fresh);
    expect(fresh).not.toBe(place);
  });

  it('lies in the data folder itself where others can go', () => {
    const dataDir = dataFolder(0o711);
    expect(clusterPlace(dataDir, postgresAccount())).toBe(join(dataDir, 'postgres'));
    expect(existsSync(join(dataDir, 'postgres'))).toBe(true);
  });
});

it('is the data folder itself for an ordinary user, however closed', () => {
  const dataDir = dataFolder(0o700);
  expect(clusterPlace(dataDir, undefined)).toBe(join(dataDir, 'postgres'));
  expect(clusterFolder(dataDir)).toBe(join(dataDir, 'postgres'));
});
