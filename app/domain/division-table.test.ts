import { describe, expect, it } from 'vitest';
import { divisionPrefix } from './division';
import { compareTables, parseDivisionTable, TableRefused } from './division-table';

const rows = [
  ['45', '广西壮族自治区'],
  ['4511', '贺州市'],
  ['451122', '钟山县'],
  ['451122100', '钟山镇'],
  ['451122100201', '太平村委会'],
  ['451122100202', '新村村委会'],
  ['451122101', '回龙镇'],
].map(([code = '', name = '']) => ({ code: code.padEnd(12, '0'), name }));
const csv = (list = rows) =>
  ['code,name', ...list.map((row) => `${row.code},${row.name}`)].join('\n');
const known = rows.map((row) => ({
  ...row,
  validTo: null as string | null,
  vintage: '2023-06-30',
}));
const [codeOf, nameOf] = [(row: { code: string }) => row.code, (row: { name: string }) => row.name];

describe('reading a table', () => {
  it.each([
    ['as we keep it', csv()],
    [
      'with a mark at its beginning and Windows’ lines',
      `\uFEFF${csv().replaceAll('\n', '\r\n')}\r\n`,
    ],
    [
      'quoted, with more columns',
      csv()
        .replace('code,name', 'id,"Code","Name"')
        .replace(/^(\d+),(.*)$/gm, '9,"$1","$2"'),
    ],
    ['with short codes', csv(rows.map((row) => ({ ...row, code: divisionPrefix(row.code) })))],
    ['with a placeholder county', `${csv()}\n451100000000,市辖区`],
  ])('takes it %s', (_, text) => expect(parseDivisionTable(text)).toEqual(rows));

  it.each([
    ['', 'The first line must name the columns code and name'],
    ['PK\u0003\u0004', 'The first line must name the columns'],
    ['代码,名称\n45,广西', 'The first line must name the columns'],
    ['code,name\n', 'holds no divisions'],
    ['code,name\n45,广西\n4511x,贺州', 'Line 3 ("4511x,贺州") has no code'],
    ['code,name\n45,', 'has no name'],
    ['code,name\n45,广西\n45,广东', 'gives a second name'],
    ['code,name\n45,广西\n451122,钟山县', 'Division 451122000000 has no parent 451100000000'],
    [`code,name\n${'4'.repeat(64_000_001)}`, 'larger than 64 MB'],
  ])('refuses %j in a sentence', (text, sentence) => {
    expect(() => parseDivisionTable(text)).toThrow(TableRefused);
    expect(() => parseDivisionTable(text)).toThrow(sentence);
  });
});

describe('comparing tables', () => {
  const without = (...codes: string[]) =>
    rows.filter((row) => !codes.some((code) => row.code === code.padEnd(12, '0')));

  it('finds nothing in the same table', () => {
    expect(compareTables(known, rows, '2023-06-30')).toEqual({
      added: [],
      ended: [],
      renamed: [],
      moved: [],
      same: 7,
    });
  });

  it('finds what was added, ended, renamed and moved', () => {
    const table = [
      ...without('451122100201', '451122100202').map((row) =>
        row.name === '回龙镇' ? { ...row, name: '新回龙镇' } : row,
      ),
      { code: '451122101205', name: '太平村委会' },
      { code: '451122101206', name: '和平村委会' },
    ];
    const changes = compareTables(known, table, '2025-06-30');
    expect(changes.added.map(nameOf)).toEqual(['太平村委会', '和平村委会']);
    expect(changes.ended.map(nameOf)).toEqual(['太平村委会', '新村村委会']);
    expect(changes.renamed).toEqual([{ code: '451122101000', name: '新回龙镇', was: '回龙镇' }]);
    expect(changes.moved.map(({ from, to }) => [from.code, to.code])).toEqual([
      ['451122100201', '451122101205'],
    ]);
    expect(changes.same).toBe(4);
  });

  it('leaves a name that arrives twice to a person', () => {
    const twice = ['451122101205', '451122101206'].map((code) => ({ code, name: '太平村委会' }));
    const changes = compareTables(known, [...without('451122100201'), ...twice], '2025-06-30');
    expect(changes.moved).toEqual([]);
    expect(changes.added.map(codeOf)).toEqual(['451122101205', '451122101206']);
  });

  it('looks at no province that the table does not hold', () => {
    const other = { code: '440000000000', name: '广东省', validTo: null, vintage: '2030-01-01' };
    expect(compareTables([...known, other], rows, '2025-06-30').ended).toEqual([]);
  });

  it.each([
    ['an older table', known, rows, '2020-01-01', 'an older one (2020-01-01) never overwrites it'],
    [
      'a code used again',
      known.map((row) => (row.name === '回龙镇' ? { ...row, validTo: '2024-01-01' } : row)),
      rows,
      '2025-06-30',
      'Code 451122101000 (回龙镇) has ended',
    ],
    ['a file cut off', known, rows.slice(0, 1), '2025-06-30', '6 of 7 divisions of province 45'],
  ])('refuses %s', (_, held, table, vintage, sentence) => {
    expect(() => compareTables(held, table, vintage)).toThrow(sentence);
  });
});
