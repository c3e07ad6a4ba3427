import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { toArea, type OutlineFeature } from './area';
import { doubtLocation, refuseOutside, type Ground } from './location';

const outlines = JSON.parse(readFileSync('public/geo/prefectures.geojson', 'utf8')) as {
  features: OutlineFeature[];
};
const seats = [
  { code: '451122000000', name: '钟山县', latitude: 24.52913, longitude: 111.29704 },
  { code: '451123000000', name: '富川瑶族自治县', latitude: 24.8139, longitude: 111.29079 },
  { code: '451102000000', name: '八步区', latitude: 24.41667, longitude: 111.51667 },
];
const ground: Ground = { prefectures: outlines.features.map(toArea), counties: [], seats };
const at = (latitude: number, longitude: number) => ({ latitude, longitude });

describe('a point', () => {
  it.each([
    ['in Hezhou', at(24.41, 111.55), undefined],
    ['on Guangdong’s southern tip', at(20.33, 110.17), undefined],
    ['on the shore of Beihai', at(21.47, 109.1), undefined],
    ['in the Gulf of Tonkin', at(20.8, 108.6), 'coordinates.sea'],
    ['off Shantou', at(22.9, 117), 'coordinates.sea'],
    ['far out in the sea', at(19, 114), 'coordinates.sea'],
    ['in Hunan', at(26.9, 112.6), 'coordinates.outside'],
    ['in Guizhou', at(26.2, 107.5), 'coordinates.outside'],
    ['in Hanoi', at(21.03, 105.85), 'coordinates.outside'],
    ['in Fujian', at(24.5, 117.65), 'coordinates.outside'],
    ['in Beijing', at(39.9, 116.4), 'coordinates.outside'],
  ])('%s: %s', (_, point, code) => expect(refuseOutside(point, ground)?.code).toBe(code));
});

describe('a doubt about the county', () => {
  const zhongshan = { divisionCode: '451122109204', countyName: '钟山县' };

  it.each([
    ['none at its own seat', at(24.53, 111.3), undefined],
    ['none between two seats', at(24.68, 111.29), undefined],
    ['none a little beyond the prefecture’s schematic border', at(24.5, 111.05), undefined],
  ])('is %s', (_, point) => expect(doubtLocation(point, zhongshan, ground)).toBeUndefined());

  it.each([
    ['another prefecture', at(25.28, 110.29), 'coordinates.other_prefecture', '桂林市'],
    ['Guangdong', at(23.05, 112.46), 'coordinates.other_prefecture', '肇庆市'],
    ['another county’s seat', at(24.81, 111.29), 'coordinates.nearer_county', '富川瑶族自治县'],
  ])('names %s', (_, point, code, where) => {
    expect(doubtLocation(point, zhongshan, ground)).toMatchObject({
      code,
      facts: { where, county: '钟山县' },
    });
  });

  it('believes the operator’s polygons before all', () => {
    const box = (code: string, name: string, south: number) =>
      toArea({
        properties: { code, name },
        geometry: {
          type: 'Polygon',
          coordinates: [
            [
              [111, south],
              [112, south],
              [112, south + 0.25],
              [111, south + 0.25],
              [111, south],
            ],
          ],
        },
      });
    const counties = [
      box('451122000000', '钟山县', 24.75),
      box('451123000000', '富川瑶族自治县', 24.5),
    ];
    const exact = { ...ground, counties };
    expect(doubtLocation(at(24.81, 111.29), zhongshan, exact)).toBeUndefined();
    expect(doubtLocation(at(24.53, 111.3), zhongshan, exact)).toMatchObject({
      code: 'coordinates.other_county',
      facts: { where: '富川瑶族自治县' },
    });
  });

  it('is none where the place’s own seat is not known', () => {
    const zhaoping = { divisionCode: '451121102201', countyName: '昭平县' };
    expect(doubtLocation(at(24.4, 111.5), zhaoping, ground)).toBeUndefined();
  });
});
