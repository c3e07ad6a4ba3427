import { readFileSync, statSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { readDivisionFile } from '~/domain/division-file';
import { TableRefused, tableOf, type FileRow, type TableRow } from '~/domain/division-table';

/** The villages of all China as JSON are 85 MB. */
const MAX_BYTES = 160_000_000;

export interface ReadTables {
  rows: TableRow[];
  /** A line a file: the form it was taken to have. */
  lines: string[];
}

/** The one table that the files make together. @throws TableRefused with a sentence naming the file. */
export function readTables(files: readonly string[]): ReadTables {
  const all: FileRow[] = [];
  const lines: string[] = [];
  for (const file of files) {
    const { text, encoding } = decoded(bytesOf(file), file);
    const { rows, form } = naming(file, () => readDivisionFile(text));
    for (const row of rows) all.push({ ...row, at: `${file}: ${row.at}` });
    lines.push(`Read ${file} as ${form}, ${encoding}: ${rows.length} rows.`);
  }
  return { rows: tableOf(all), lines };
}

function naming<T>(file: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (error instanceof TableRefused) throw new TableRefused(`${file}: ${error.message}`);
    throw error;
  }
}

function bytesOf(file: string): Buffer {
  const tooLarge = `${file}: the file is larger than ${MAX_BYTES / 1e6} MB, more than the villages of all China need.`;
  try {
    if (statSync(file).size > MAX_BYTES) throw new TableRefused(tooLarge);
    const bytes = readFileSync(file);
    return file.endsWith('.gz') ? gunzipSync(bytes, { maxOutputLength: MAX_BYTES }) : bytes;
  } catch (error) {
    if (error instanceof TableRefused) throw error;
    const code = error instanceof Error && 'code' in error ? error.code : '';
    if (code === 'ERR_BUFFER_TOO_LARGE') throw new TableRefused(tooLarge);
    const reason = error instanceof Error ? error.message : String(error);
    throw new TableRefused(`The file ${file} cannot be read: ${reason}.`);
  }
}

/** UTF-8; UTF-16 with its mark, as spreadsheets save "Unicode text"; else GB18030, as Chinese systems long wrote. */
function decoded(bytes: Buffer, file: string): { text: string; encoding: string } {
  const utf16 = { '255,254': 'utf-16le', '254,255': 'utf-16be' }[bytes.subarray(0, 2).join()];
  for (const encoding of utf16 ? [utf16] : ['utf-8', 'gb18030']) {
    try {
      const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
      return { text, encoding: encoding.toUpperCase() };
    } catch {
      // The next one is tried.
    }
  }
  throw new TableRefused(`${file} is text neither in UTF-8, UTF-16 nor GB18030.`);
}
