import { describe, expect, it } from 'vitest';
import { parseReadings } from '~/domain/pinyin';
import { matchTowns, type Town } from './match-towns';

const readings = parseReadings(
  [
    'zhong:钟',
    'shan:山',
    'ma:马',
    'ping:平',
    'teng:藤',
    'zhou:州',
    'he:贺',
    'sha:沙',
    'tian:田',
  ].join('\n'),
);
const divisions = [
  ['451100000000', '贺州市'],
  ['451122000000', '钟山县'],
  ['451122100000', '钟山镇'],
  ['451122103000', '马平镇'],
  ['451123000000', '藤县'],
  ['451123100000', '藤州镇'],
  ['451124000000', '平县'],
  ['451124105000', '沙田镇'],
  ['451122106000', '沙田镇'],
].map(([code = '', name = '']) => ({ code, name }));
const town = (name: string, more: Partial<Town> = {}): Town => ({
  name,
  lat: 24.5,
  lng: 111.3,
  area: '4511',
  ...more,
});
const codesOf = (towns: Town[]) =>
  matchTowns(towns, divisions, readings).map(({ code, how }) => `${code.slice(0, 9)} ${how}`);

describe('matching towns to divisions', () => {
  it.each([
    [
      'a county and its seat of that name',
      [town('Zhongshan')],
      ['451122000 name', '451122100 name'],
    ],
    ['a county by its first town', [town('Tengzhou')], ['451123000 seat_town', '451123100 name']],
    [
      'a prefecture named by hand',
      [town('Hezhou', { divisionCode: '451100000000' })],
      ['451100000 seat'],
    ],
    ['a township alone', [town('Ma’ping')], ['451122103 name']],
    ['nothing for two places of one name', [town('Maping'), town('Maping', { lat: 24 })], []],
    ['nothing for one name of two townships', [town('Shatian')], []],
    ['nothing in another prefecture', [town('Maping', { area: '4512' })], []],
    ['nothing where only the province is known', [town('Maping', { area: '45' })], []],
  ])('finds %s', (_, towns, expected) => expect(codesOf(towns)).toEqual(expected));

  it('takes a town far from its county for a namesake', () => {
    const far = [town('Zhongshan'), town('Maping', { lat: 26 })];
    expect(codesOf(far)).toEqual(['451122000 name', '451122100 name']);
  });
});
