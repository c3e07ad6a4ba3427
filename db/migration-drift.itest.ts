import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { relative } from 'node:path';
import { expect, it } from 'vitest';

it('has a migration for every change of the schema', () => {
  // drizzle-kit takes a folder relative to the project alone.
  const copy = mkdtempSync('.cache-migrations-');
  try {
    cpSync('db/migrations', copy, { recursive: true });
    const before = readdirSync(copy).sort();
    execFileSync(
      process.execPath,
      [
        'node_modules/drizzle-kit/bin.cjs',
        'generate',
        '--dialect=postgresql',
        '--schema=./db/schema/*.ts',
        `--out=./${relative('.', copy)}`,
      ],
      { stdio: 'pipe' },
    );
    expect(readdirSync(copy).sort()).toEqual(before);
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
});
