import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { afterEach, expect, it } from 'vitest';

const made: string[] = [];
afterEach(() => {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** The migrations, to be written to. drizzle-kit takes a folder relative to the project alone. */
function copyOfMigrations(): string {
  const copy = mkdtempSync('.cache-migrations-');
  made.push(copy);
  cpSync('db/migrations', copy, { recursive: true });
  return copy;
}

/** Files that the schema still needs beside those migrations. */
function missingFrom(folder: string): string[] {
  const before = new Set(readdirSync(folder));
  execFileSync(
    process.execPath,
    [
      'node_modules/drizzle-kit/bin.cjs',
      'generate',
      '--dialect=postgresql',
      '--schema=./db/schema/*.ts',
      `--out=./${relative('.', folder)}`,
    ],
    { stdio: 'pipe' },
  );
  return readdirSync(folder).filter((file) => !before.has(file));
}

it('has a migration for every change of the schema', () => {
  expect(missingFrom(copyOfMigrations())).toEqual([]);
});

it('would see a change without one', () => {
  const copy = copyOfMigrations();
  // A table that the migrations are made to forget stands for one that the schema has gained.
  const meta = join(copy, 'meta');
  const [latest = ''] = readdirSync(meta)
    .filter((file) => file.endsWith('_snapshot.json'))
    .sort()
    .slice(-1);
  const snapshot = JSON.parse(readFileSync(join(meta, latest), 'utf8')) as {
    tables: Record<string, unknown>;
  };
  delete snapshot.tables['public.kit_part'];
  writeFileSync(join(meta, latest), JSON.stringify(snapshot));
  const [missing = ''] = missingFrom(copy);
  expect(readFileSync(join(copy, missing), 'utf8')).toContain('CREATE TABLE "kit_part"');
});
