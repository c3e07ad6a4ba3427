import { describe, expect, it } from 'vitest';
import { compareTables, described } from './division-changes';

const rows = [
  ['45', '广西壮族自治区'],
  ['4511', '贺州市'],
  ['451122', '钟山县'],
  ['451122100', '钟山镇'],
  ['451122100201', '太平村委会'],
  ['451122100202', '新村村委会'],
  ['451122101', '回龙镇'],
].map(([code = '', name = '']) => ({ code: code.padEnd(12, '0'), name }));
const known = rows.map((row) => ({
  ...row,
  validTo: null as string | null,
  vintage: '2023-06-30',
}));
const [codeOf, nameOf] = [(row: { code: string }) => row.code, (row: { name: string }) => row.name];

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

  it('follows what lay in a township that moved, namesakes too', () => {
    const namesake = { code: '451122102201', name: '太平村委会' };
    const held = [...rows, { code: '451122102000', name: '石龙镇' }, namesake];
    const table = held
      .filter(({ code }) => !code.startsWith('451122100') && !code.startsWith('451122102'))
      .concat([
        { code: '451122110000', name: '钟山镇' },
        { code: '451122110201', name: '太平村委会' },
        { code: '451122110202', name: '新村村委会' },
        { code: '451122112000', name: '石龙镇' },
        { code: '451122112201', name: '太平村委会' },
      ]);
    const all = held.map((row) => ({ ...row, validTo: null, vintage: '2023-06-30' }));
    const { moved } = compareTables(all, table, '2025-06-30');
    expect(moved.map(({ from, to }) => `${from.code.slice(6)} ${to.code.slice(6)}`)).toEqual([
      '100000 110000',
      '100201 110201',
      '100202 110202',
      '102000 112000',
      '102201 112201',
    ]);
  });

  it('names a division with what it lies in', () => {
    const names = new Map(rows.map(({ code, name }) => [code, name]));
    const say = (code: string) => described({ code, name: names.get(code) ?? '' }, names);
    expect(say('451122100201')).toBe('451122100201 太平村委会 (钟山镇, 钟山县)');
    expect(say('451122000000')).toBe('451122 钟山县');
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
