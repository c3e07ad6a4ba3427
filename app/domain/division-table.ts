import { depthOf, divisionPrefix, isDivisionCode, parentOf } from './division';

/** A published table of divisions, and what it changes of the one we hold. */
export interface TableRow {
  code: string;
  name: string;
}

/** What cannot be read, as a sentence for the operator who runs the import. */
export class TableRefused extends Error {}

const MAX_BYTES = 64_000_000;
const MAX_NAME = 100;

/**
 * Reads a table with the columns `code` and `name`: CSV as UTF-8, codes of 2, 4, 6, 9 or 12 digits. A county's placeholder
 * that shares its prefecture's code counts once.
 * @throws TableRefused with the line that cannot be read.
 */
export function parseDivisionTable(text: string): TableRow[] {
  if (text.length > MAX_BYTES) throw new TableRefused('The file is larger than 64 MB.');
  const [head = '', ...lines] = text.replace(/^\uFEFF/, '').split(/\r?\n/);
  const columns = head.split(',').map((name) => unquoted(name).toLowerCase());
  const [codeAt, nameAt] = [columns.indexOf('code'), columns.indexOf('name')];
  if (codeAt < 0 || nameAt < 0) {
    throw new TableRefused(
      `The first line must name the columns code and name; it reads "${head.slice(0, 60)}".`,
    );
  }
  const rows = new Map<string, string>();
  for (const [at, line] of lines.entries()) {
    if (line.trim() === '') continue;
    const cells = line.split(',').map(unquoted);
    const code = (cells[codeAt] ?? '').padEnd(12, '0');
    const name = cells[nameAt] ?? '';
    const said = `Line ${at + 2} ("${line.slice(0, 60)}")`;
    if (!isDivisionCode(code)) throw new TableRefused(`${said} has no code of 12 digits.`);
    if (name === '' || name.length > MAX_NAME) throw new TableRefused(`${said} has no name.`);
    const earlier = rows.get(code);
    const isPlaceholder = earlier !== undefined && depthOf(code) === 2;
    if (earlier !== undefined && earlier !== name && !isPlaceholder) {
      throw new TableRefused(`${said} gives a second name to a code that is "${earlier}" before.`);
    }
    if (!isPlaceholder) rows.set(code, name);
  }
  if (rows.size === 0) throw new TableRefused('The file holds no divisions.');
  for (const code of rows.keys()) {
    const parent = parentOf(code);
    if (parent !== undefined && !rows.has(parent)) {
      throw new TableRefused(`Division ${code} has no parent ${parent} in the file.`);
    }
  }
  return [...rows]
    .map(([code, name]) => ({ code, name }))
    .sort((a, b) => (a.code < b.code ? -1 : 1));
}

function unquoted(cell: string): string {
  return cell
    .trim()
    .replace(/^"(.*)"$/, '$1')
    .trim();
}

export interface KnownDivision extends TableRow {
  validTo: string | null;
  /** The day of the table it was last taken from. */
  vintage: string;
}

export interface Move {
  from: TableRow;
  to: TableRow;
}

export interface TableChanges {
  added: TableRow[];
  ended: TableRow[];
  renamed: (TableRow & { was: string })[];
  /** Each an ended and an added division of one name: a change of parent gives a new code (Order 79). */
  moved: Move[];
  same: number;
}

/** More than this share of a province gone at once is a file that was cut off, not a reform. */
const MOST_ENDED = 0.1;

/**
 * What a table in force on `vintage` changes. Only provinces that the table holds are looked at.
 * @throws TableRefused where a newer table was loaded, a code would be used again or a tenth of a province would end.
 */
export function compareTables(
  known: readonly KnownDivision[],
  table: readonly TableRow[],
  vintage: string,
): TableChanges {
  const provinces = new Set(table.map(({ code }) => code.slice(0, 2)));
  const held = known.filter(({ code }) => provinces.has(code.slice(0, 2)));
  const newer = held.find((row) => row.vintage > vintage);
  if (newer) {
    throw new TableRefused(
      `The table of ${newer.vintage} is loaded already: an older one (${vintage}) never overwrites it.`,
    );
  }
  const byCode = new Map(held.map((row) => [row.code, row]));
  const given = new Set(table.map(({ code }) => code));
  const reused = table.find(({ code }) => byCode.get(code)?.validTo);
  if (reused) {
    throw new TableRefused(
      `Code ${reused.code} (${reused.name}) has ended and is never used again.`,
    );
  }
  const added = table.filter(({ code }) => !byCode.has(code));
  const ended = held.filter(({ code, validTo }) => validTo === null && !given.has(code));
  refuseTooManyEnded(held, ended);
  const renamed = table.flatMap((row) => {
    const was = byCode.get(row.code)?.name;
    return was === undefined || was === row.name ? [] : [{ ...row, was }];
  });
  const same = table.length - added.length - renamed.length;
  return { added, ended, renamed, moved: movesOf(ended, added), same };
}

function refuseTooManyEnded(held: readonly KnownDivision[], ended: readonly KnownDivision[]): void {
  const count = (rows: readonly KnownDivision[], province: string) =>
    rows.filter(({ code, validTo }) => validTo === null && code.startsWith(province)).length;
  for (const province of new Set(ended.map(({ code }) => code.slice(0, 2)))) {
    const [gone, all] = [count(ended, province), count(held, province)];
    if (gone <= all * MOST_ENDED || gone <= 5) continue;
    throw new TableRefused(
      `${gone} of ${all} divisions of province ${province} are not in the file: it is not a whole table.`,
    );
  }
}

/** Pairs of one name, level and prefecture, where each side has only one such: others are left to a person. */
function movesOf(ended: readonly TableRow[], added: readonly TableRow[]): Move[] {
  const keyOf = ({ code, name }: TableRow) => `${depthOf(code)} ${code.slice(0, 4)} ${name}`;
  const group = (rows: readonly TableRow[]) => {
    const groups = new Map<string, TableRow[]>();
    for (const row of rows) groups.set(keyOf(row), [...(groups.get(keyOf(row)) ?? []), row]);
    return groups;
  };
  const arrivals = group(added);
  return [...group(ended)].flatMap(([key, [from, ...others]]) => {
    const [to, ...more] = arrivals.get(key) ?? [];
    return from && to && others.length === 0 && more.length === 0 ? [{ from, to }] : [];
  });
}

/** A division as the report names it: with the code of what it lies in. */
export function described({ code, name }: TableRow): string {
  return `${divisionPrefix(code)} ${name}`;
}
