import { parseArgs } from 'node:util';
import { dayInShanghai, parseDay } from '~/domain/calendar';
import { TableRefused, type TableRow } from '~/domain/division-table';
import { readSettings, StartRefused } from '~/server/settings.server';
import { DatabaseRefused } from '~db/embedded/refused.server';
import { openDatabase } from '~db/open.server';
import { heldProvinces, importDivisions } from '~db/seed/import-divisions.server';
import { readTables } from './read-tables';
import { reportLines } from './report';

/*
 * `npm run import:divisions -- table.csv --vintage 2025-06-30`: what a newer table of divisions changes, without changing
 * anything (`--dry-run` says so aloud). With `--apply` it is taken over; `--full` names every change; `--province 44,45`
 * takes those alone (else the provinces we hold); `--demo` works on the demonstration's database.
 */
const options = {
  apply: { type: 'boolean', default: false },
  'dry-run': { type: 'boolean', default: false },
  full: { type: 'boolean', default: false },
  demo: { type: 'boolean', default: false },
  province: { type: 'string' },
  vintage: { type: 'string' },
} as const;

async function main(): Promise<void> {
  const { values, positionals: files } = parseArgs({ allowPositionals: true, options });
  const { apply, full, demo, province } = values;
  const [file] = files;
  if (!file) throw new TableRefused('Name the file: npm run import:divisions -- table.csv');
  if (apply && values['dry-run']) {
    throw new TableRefused('Say either --dry-run or --apply, not both.');
  }
  const vintage = vintageOf(values.vintage, file);
  const { rows, lines } = readTables(files);
  for (const line of lines) console.log(line);
  const settings = readSettings(demo ? 'demo' : 'development', process.env);
  const database = demo ? 'nuanqiao_demo' : 'nuanqiao';
  const opened = await openDatabase({ ...settings, database, say: console.log });
  try {
    const provinces = province?.split(',') ?? (await heldProvinces(opened.db));
    const today = dayInShanghai(new Date());
    const wanted = ofProvinces(rows, provinces);
    const report = await importDivisions(opened.db, { rows: wanted, vintage, apply, today });
    for (const line of reportLines(report, { applied: apply, full })) console.log(line);
  } finally {
    await opened.close();
  }
}

/** @throws TableRefused where the file holds none of them. */
function ofProvinces(rows: readonly TableRow[], provinces: readonly string[]): TableRow[] {
  const wanted = rows.filter(({ code }) => provinces.includes(code.slice(0, 2)));
  const other = new Set(rows.map(({ code }) => code.slice(0, 2)));
  for (const province of provinces) other.delete(province);
  if (wanted.length === 0) {
    throw new TableRefused(
      `The file holds nothing of the provinces ${provinces.join(', ')}, only of ${[...other].join(', ')}.`,
    );
  }
  if (other.size > 0) {
    console.log(
      `Left out: the provinces ${[...other].join(', ')}; --province names those to take.`,
    );
  }
  return wanted;
}

/** The day the table is in force: given, or in the name of the file. */
function vintageOf(given: string | undefined, file: string): string {
  const day = given ?? /\d{4}-\d{2}-\d{2}/.exec(file)?.[0];
  const read = day === undefined ? undefined : parseDay(day);
  if (read?.ok) return read.value;
  throw new TableRefused('Say the day the table is in force, such as --vintage 2025-06-30.');
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
