import { readFileSync, statSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { gunzipSync } from 'node:zlib';
import { parseDay } from '~/domain/calendar';
import { parseDivisionTable, TableRefused } from '~/domain/division-table';
import { readSettings, StartRefused } from '~/server/settings.server';
import { DatabaseRefused } from '~db/embedded/refused.server';
import { openDatabase } from '~db/open.server';
import { importDivisions } from '~db/seed/import-divisions.server';
import { reportLines } from './report';

/*
 * `npm run import:divisions -- table.csv --vintage 2025-06-30`: what a newer table of divisions changes. With `--apply`
 * it is taken over; `--demo` works on the demonstration's database.
 */
const MAX_BYTES = 64_000_000;

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      apply: { type: 'boolean', default: false },
      demo: { type: 'boolean', default: false },
      vintage: { type: 'string' },
    },
  });
  const [file] = positionals;
  if (!file) throw new TableRefused('Name the file: npm run import:divisions -- table.csv');
  const vintage = vintageOf(values.vintage, file);
  const rows = parseDivisionTable(readTable(file));
  const settings = readSettings(values.demo ? 'demo' : 'development', process.env);
  const database = values.demo ? 'nuanqiao_demo' : 'nuanqiao';
  const opened = await openDatabase({ ...settings, database, say: console.log });
  try {
    const { apply } = values;
    const changes = await importDivisions(opened.db, { rows, vintage, apply });
    for (const line of reportLines(changes, apply)) console.log(line);
  } finally {
    await opened.close();
  }
}

/** The day the table is in force: given, or in the name of the file. */
function vintageOf(given: string | undefined, file: string): string {
  const day = given ?? /\d{4}-\d{2}-\d{2}/.exec(file)?.[0];
  const read = day === undefined ? undefined : parseDay(day);
  if (read?.ok) return read.value;
  throw new TableRefused('Say the day the table is in force, such as --vintage 2025-06-30.');
}

function readTable(file: string): string {
  let bytes: Buffer;
  try {
    if (statSync(file).size > MAX_BYTES) throw new TableRefused('The file is larger than 64 MB.');
    bytes = readFileSync(file);
    if (file.endsWith('.gz')) bytes = gunzipSync(bytes, { maxOutputLength: MAX_BYTES });
  } catch (error) {
    if (error instanceof TableRefused) throw error;
    const reason = error instanceof Error ? error.message : String(error);
    throw new TableRefused(`The file ${file} cannot be read: ${reason}.`);
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new TableRefused(`The file ${file} is not UTF-8 text; save it as CSV UTF-8.`);
  }
}

try {
  await main();
} catch (error) {
  const expected =
    error instanceof TableRefused ||
    error instanceof StartRefused ||
    error instanceof DatabaseRefused ||
    (error instanceof TypeError && 'code' in error);
  console.error(expected ? error.message : error);
  process.exitCode = 1;
}
