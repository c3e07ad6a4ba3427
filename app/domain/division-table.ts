import { depthOf, divisionPrefix, isDivisionCode, parentOf } from './division';

/** A published table of divisions. */
export interface TableRow {
  code: string;
  name: string;
}

/** A row as a file says it. */
export interface FileRow {
  /** 2, 4, 6, 9 or 12 digits, if the file is right. */
  code: string;
  name: string;
  /** What the file says that it lies in: codes, where it says so. */
  within: readonly string[];
  /** Where it stands in the file, to begin a sentence with. */
  at: string;
}

export interface FileRows {
  rows: FileRow[];
  /** Which form the file was taken to have, for the operator. */
  form: string;
}

/** What cannot be read, as a sentence for the operator who runs the import. */
export class TableRefused extends Error {}

const MAX_NAME = 100;
/** Codes end at these lengths; what is shorter than 12 digits is filled up with noughts. */
const LENGTHS = [2, 4, 6, 9, 12];
/** A row of the statistics office that stands for all counties of a prefecture that are city districts. */
const PLACEHOLDER = '市辖区';

/**
 * The table that the rows of one or several files make, by code. Placeholder counties are left out: those that share their
 * prefecture's code, and 市辖区 with nothing below it.
 * @throws TableRefused with the row that cannot be kept.
 */
export function tableOf(rows: readonly FileRow[]): TableRow[] {
  const names = new Map<string, string>();
  for (const row of rows) {
    const code = codeOf(row);
    const earlier = names.get(code);
    const sharesPrefecture = earlier !== undefined && depthOf(code) === 2;
    if (earlier !== undefined && earlier !== row.name && !sharesPrefecture) {
      throw new TableRefused(
        `${row.at} gives a second name to a code that is "${earlier}" before.`,
      );
    }
    if (!sharesPrefecture) names.set(code, row.name);
  }
  leavePlaceholdersOut(names);
  if (names.size === 0) throw new TableRefused('The file holds no divisions.');
  for (const [code, name] of names) {
    const parent = parentOf(code);
    if (parent !== undefined && !names.has(parent)) {
      throw new TableRefused(
        `Division ${divisionPrefix(code)} (${name}) has no parent ${divisionPrefix(parent)} in the file. Give the whole table, from the province down; where each level is a file of its own, name them all.`,
      );
    }
  }
  return [...names]
    .map(([code, name]) => ({ code, name }))
    .sort((a, b) => (a.code < b.code ? -1 : 1));
}

function codeOf(row: FileRow): string {
  const code = row.code.padEnd(12, '0');
  if (/^\d[.,]\d+E\+?\d+$/i.test(row.code)) {
    throw new TableRefused(
      `${row.at} has a code that a spreadsheet has rounded. Make the column text and fill it anew: the digits are lost.`,
    );
  }
  if (!LENGTHS.includes(row.code.length) || !isDivisionCode(code)) {
    throw new TableRefused(`${row.at} has no code of 2, 4, 6, 9 or 12 digits.`);
  }
  if (row.name === '' || row.name.length > MAX_NAME) {
    throw new TableRefused(`${row.at} has no name.`);
  }
  for (const within of row.within) {
    const above = within.padEnd(12, '0');
    const isAbove = isDivisionCode(above) && code.startsWith(divisionPrefix(above));
    // A nought is how some tables say that a province lies in nothing.
    if (isAbove || /^0+$/.test(within)) continue;
    throw new TableRefused(
      `${row.at} stands under ${within}, in which code ${row.code} cannot lie.`,
    );
  }
  return code;
}

function leavePlaceholdersOut(names: Map<string, string>): void {
  const filled = new Set([...names.keys()].flatMap((code) => parentOf(code) ?? []));
  for (const [code, name] of names) {
    if (name === PLACEHOLDER && depthOf(code) === 3 && !filled.has(code)) names.delete(code);
  }
}
