import { describe, expect, it } from 'vitest';
import { matchTowns, type NamedDivision, type Town } from './division-points';

const divisions: NamedDivision[] = [
  { code: '451121000000', readings: ['zhaoping', 'zhaopingxian'] },
  { code: '451122000000', readings: ['zhongshan', 'zhongshanxian'] },
  { code: '451122100000', readings: ['zhongshan', 'zhongshanzhen'] },
  { code: '451121101000', readings: ['huangyao', 'huangyaozhen'] },
  { code: '451121102000', readings: ['gongping'] },
  { code: '450881102000', readings: ['gongping'] },
  { code: '451102100000', readings: ['xinan'] },
  { code: '451102101000', readings: ['xinan'] },
];
const town = (name: string, area: string, over: Partial<Town> = {}): Town => ({
  name,
  area,
  lat: 24,
  lng: 111,
  ...over,
});
const codes = (...towns: Town[]) => matchTowns(towns, divisions).map(({ code }) => code);

describe('matchTowns', () => {
  it.each<[string, Town[], string[]]>([
    ['a county before the township of its name', [town('Zhongshan', '4511')], ['451122000000']],
    ['a title in the town’s name', [town('Zhaoping Xian', '4511')], ['451121000000']],
    [
      'a township, whose county has no other town',
      [town('Huangyao', '4511')],
      ['451121101000', '451121000000'],
    ],
    ['nothing of another prefecture', [town('Huangyao', '4508')], []],
    [
      'nothing where two divisions read the same',
      [town('Xi’an', '4511'), town('Xin’an', '4511')],
      [],
    ],
    ['a name that is single in its prefecture', [town('Gongping', '4508')], ['450881102000']],
    ['nothing of a name that is double in the province', [town('Gongping', '45')], []],
    [
      'nothing where two towns claim one division',
      [town('Zhongshan', '4511'), town('Zhongshan', '45')],
      [],
    ],
    [
      'what was matched by hand, whoever else bears the name',
      [
        town('Zhongshan', '4511'),
        town('Zhongshan', '4511', { divisionCode: '451122000000', lat: 1 }),
      ],
      ['451122000000'],
    ],
  ])('takes %s', (_, towns, expected) => {
    expect(codes(...towns)).toEqual(expected);
  });

  it('keeps the point matched by hand', () => {
    const byHand = town('Seat', '4511', { divisionCode: '451122000000', lat: 1 });
    const [match] = matchTowns([byHand, town('Zhongshan', '4511')], divisions);
    expect(match?.town.lat).toBe(1);
  });
});
