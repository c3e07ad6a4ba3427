import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { TableRefused } from '~/domain/division-table';
import { readTables } from './read-tables';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'nuanqiao-tables-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

const rows = [
  { code: '450000000000', name: '广西' },
  { code: '451100000000', name: '贺州市' },
];
const csv = 'code,name\n45,广西\n4511,贺州市\n';
/** 广西 and 贺州市 in GB18030. */
const gb = Buffer.concat([
  Buffer.from('code,name\n45,'),
  Buffer.from([0xb9, 0xe3, 0xce, 0xf7]),
  Buffer.from('\n4511,'),
  Buffer.from([0xba, 0xd8, 0xd6, 0xdd, 0xca, 0xd0]),
]);

const write = (name: string, content: string | Buffer) => {
  const file = join(folder, name);
  writeFileSync(file, content);
  return file;
};

it.each([
  ['UTF-8', 'utf8.csv', Buffer.from(csv)],
  ['UTF-8', 'packed.csv.gz', gzipSync(csv)],
  ['UTF-16LE', 'unicode.txt', Buffer.from(`\uFEFF${csv.replaceAll(',', '\t')}`, 'utf16le')],
  ['GB18030', 'gb.csv', gb],
])('reads text in %s (%s)', (encoding, name, content) => {
  const { rows: found, lines } = readTables([write(name, content)]);
  expect(found).toEqual(rows);
  expect(lines[0]).toMatch(new RegExp(`as .*separated.*, ${encoding}: 2 rows`));
});

it('makes one table of a file a level', () => {
  const files = [
    write('provinces.json', '[{"code":"45","name":"广西"}]'),
    write('cities.json', '[{"code":"4511","name":"贺州市","provinceCode":"45"}]'),
  ];
  expect(readTables(files).rows).toEqual(rows);
  expect(() => readTables(files.slice(1))).toThrow('name them all');
});

it.each([
  ['what is not there', 'none.csv', undefined, 'cannot be read: ENOENT'],
  ['no text', 'photo.csv', Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0xff]), 'text neither in UTF-8'],
  ['a broken line', 'line.csv', Buffer.from('code,name\nx,广西'), /line\.csv: Line 2/],
  ['no archive', 'broken.csv.gz', Buffer.from('no archive'), 'cannot be read'],
])('refuses %s in a sentence that names the file', (_, name, content, sentence) => {
  const file = content ? write(name, content) : join(folder, name);
  expect(() => readTables([file])).toThrow(TableRefused);
  expect(() => readTables([file])).toThrow(sentence);
  expect(() => readTables([file])).toThrow(name);
});

it('refuses a huge file unread', () => {
  const file = write('huge.csv', '');
  truncateSync(file, 160_000_001);
  expect(() => readTables([file])).toThrow('larger than 160 MB');
});
