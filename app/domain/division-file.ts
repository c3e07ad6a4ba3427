import { listedRows } from './division-json';
import { separatedRows } from './division-lines';
import { TableRefused, type FileRows } from './division-table';

/**
 * Reads the forms in which tables of divisions are published: lines of text with a code and a name, separated by comma, tab,
 * semicolon or bar, with or without a first line of column names; JSON as a list of `{ code, name }`, flat or nested by
 * `children`, or as an object from code to name.
 * @throws TableRefused with a sentence for what is none of them.
 */
export function readDivisionFile(text: string): FileRows {
  const content = text.replace(/^\uFEFF/, '');
  const begins = content.trimStart().slice(0, 20);
  if (begins === '') throw new TableRefused('The file is empty.');
  if (begins.startsWith('PK\u0003\u0004') || begins.startsWith('\u00D0\u00CF')) {
    throw new TableRefused(
      'The file is a workbook of a spreadsheet. Save the sheet as CSV, with the codes as text.',
    );
  }
  if (begins.startsWith('SQLite')) {
    throw new TableRefused('The file is a database, not a table: give its JSON or CSV.');
  }
  if (begins.startsWith('<')) {
    throw new TableRefused('The file is a web page, not a table of divisions.');
  }
  return /^[[{]/.test(begins) ? listedRows(content) : separatedRows(content);
}
