import { columnsOf, type Columns } from './division-columns';
import { TableRefused, type FileRow, type FileRows } from './division-table';

const SEPARATORS = { ',': 'comma', '\t': 'tab', ';': 'semicolon', '|': 'bar' } as const;
type Separator = keyof typeof SEPARATORS;

const CODE = /^[1-9]\d{1,11}$/;
const HAN = /\p{Script=Han}/u;

/** Rows of separated text; without a first line of names, the columns are told by what stands in them. */
export function separatedRows(content: string): FileRows {
  const lines = content.split(/\r\n|\n|\r/);
  const first = lines.findIndex((line) => line.trim() !== '');
  const head = lines[first] ?? '';
  const separator = separatorOf(head);
  const cells = cellsOf(head, separator, first);
  const named = columnsOf(cells);
  const columns = named ?? columnsByContent(cells);
  if (!columns) {
    throw new TableRefused(
      `The first line must name the columns code and name, or hold a code and a name; it reads "${short(head)}".`,
    );
  }
  const rows = lines.flatMap((line, at) =>
    at < first + (named ? 1 : 0) || line.trim() === ''
      ? []
      : [rowOf(cellsOf(line, separator, at), columns, `Line ${at + 1} ("${short(line)}")`)],
  );
  const columnWords = named
    ? `columns ${cells[columns.code]} and ${cells[columns.name]}`
    : `no column names: code in column ${columns.code + 1}, name in column ${columns.name + 1}`;
  return { rows, form: `${SEPARATORS[separator]}-separated, ${columnWords}` };
}

function separatorOf(head: string): Separator {
  const count = (sign: string) => head.split(sign).length;
  const [best = ','] = (Object.keys(SEPARATORS) as Separator[]).sort((a, b) => count(b) - count(a));
  return best;
}

function columnsByContent(cells: readonly string[]): Columns | undefined {
  const code = cells.findIndex((cell) => CODE.test(cell) && isLongEnough(cell));
  const name = cells.findIndex((cell) => HAN.test(cell));
  return code < 0 || name < 0 ? undefined : { code, name, within: [] };
}

/** The column 城乡分类代码 beside the code has three digits. */
const isLongEnough = (cell: string) => [2, 4, 6, 9, 12].includes(cell.length);

function rowOf(cells: readonly string[], columns: Columns, at: string): FileRow {
  const within = columns.within.flatMap((column) => cells[column] || []);
  return { code: cells[columns.code] ?? '', name: cells[columns.name] ?? '', within, at };
}

/** The cells of a line, without quotation marks and what spreadsheets put around a number to keep it text (`="45"`). */
function cellsOf(line: string, separator: Separator, at: number): string[] {
  if (!line.includes('"')) return line.split(separator).map((cell) => cell.trim());
  const pattern = new RegExp(
    `(?:^|\\${separator})\\s*=?("(?:[^"]|"")*"|[^"\\${separator}]*)\\s*`,
    'gy',
  );
  const found = [...line.matchAll(pattern)];
  const length = found.reduce((sum, match) => sum + match[0].length, 0);
  if (length !== line.length) {
    throw new TableRefused(`Line ${at + 1} ("${short(line)}") has a quotation mark too many.`);
  }
  return found.map(([, cell = '']) =>
    cell
      .replace(/^"([\s\S]*)"$/, '$1')
      .replaceAll('""', '"')
      .trim(),
  );
}

const short = (line: string) => line.slice(0, 60);
