import { describe, expect, it } from 'vitest';
import { countyCode, depthOf, divisionPrefix, parentOf } from '~/domain/division';
import { parseReadings, readingsOf, typedNames } from '~/domain/pinyin';
import { readDivisionTable } from './seed-divisions.server';
import { readSeedFile } from './seed-file.server';

const table = readDivisionTable();
const counts = (prefix: string) =>
  [1, 2, 3, 4, 5].map(
    (depth) =>
      table.filter((row) => row.code.startsWith(prefix) && depthOf(row.code) === depth).length,
  );

describe('the committed divisions', () => {
  // Counted in the source when the project began (shared/domain/rules.md, section 3).
  it.each([
    ['45', [1, 14, 111, 1_284, 16_681]],
    ['44', [1, 21, 122, 1_757, 26_842]],
    ['4511', [0, 1, 5, 61, 770]],
  ])('of %s are as many as the source says', (prefix, expected) => {
    expect(counts(prefix)).toEqual(expected);
  });

  it('hold every code once, with its parent, parents first', () => {
    const seen = new Set<string>();
    for (const { code, name } of table) {
      const parent = parentOf(code);
      if (seen.has(code) || name.trim() !== name || name === '') throw new Error(code);
      if (parent !== undefined && !seen.has(parent)) throw new Error(`${code} has no parent`);
      seen.add(code);
    }
    expect(seen.size).toBe(46_834);
  });

  it('have the placeholders of Dongguan and Zhongshan as prefectures alone', () => {
    for (const prefix of ['4419', '4420']) {
      expect(counts(prefix).slice(1, 3)).toEqual([1, 0]);
      const towns = table.filter((row) => parentOf(row.code) === prefix.padEnd(12, '0'));
      expect(towns.length).toBeGreaterThan(20);
      expect(towns.every((row) => depthOf(row.code) === 4)).toBe(true);
      expect(new Set(towns.map((row) => countyCode(row.code)))).toEqual(new Set([`${prefix}00`]));
    }
  });

  it('repeat 24 village names in Hezhou', () => {
    const villages = table.filter(({ code }) => code.startsWith('4511') && depthOf(code) === 5);
    const names = villages.map((row) => row.name);
    const repeated = new Set(names.filter((name, at) => names.indexOf(name) !== at));
    expect(repeated.size).toBe(24);
  });

  it('can all be typed in pinyin', () => {
    const readings = parseReadings(readSeedFile('divisions/readings.txt'));
    const unreadable = table.filter(({ code, name }) =>
      typedNames(name, depthOf(code)).some((typed) => readingsOf(typed, readings).length === 0),
    );
    expect(unreadable).toEqual([]);
    const hezhou = table.find((row) => divisionPrefix(row.code) === '4511');
    expect(readingsOf(hezhou?.name ?? '', readings)[0]).toEqual({
      pinyin: 'hezhoushi',
      initials: 'hzs',
    });
  });
});
