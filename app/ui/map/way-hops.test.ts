import { describe, expect, it } from 'vitest';
import { areaOf, stopsOf, type WayHop } from './way-hops';

const depot: WayHop = { longitude: 111.5, latitude: 24.4, name: '一号库', state: 'done' };
const dalong: WayHop = { longitude: 111.3, latitude: 24.5, name: '大龙村委会', state: 'done' };
const baoan: WayHop = { ...dalong, name: '保安村委会' };

describe('the stops of a way', () => {
  it('gives each place one number, however often goods pass it', () => {
    const stops = stopsOf([depot, { ...depot, state: 'current' }, dalong, dalong]);
    expect(stops.map(({ numbers, names, state }) => [numbers, names, state])).toEqual([
      [[1], ['一号库'], 'current'],
      [[2], ['大龙村委会'], 'done'],
    ]);
  });

  it('lets places of one point stand together, so that none hides another', () => {
    const stops = stopsOf([depot, dalong, baoan]);
    expect(stops.map(({ numbers, names }) => [numbers, names])).toEqual([
      [[1], ['一号库']],
      [
        [2, 3],
        ['大龙村委会', '保安村委会'],
      ],
    ]);
  });
});

describe('the area of a way', () => {
  it('leaves room at its foot for names and the attribution', () => {
    const { south, north } = areaOf([depot, dalong]);
    expect(24.4 - south).toBeGreaterThan(1.4 * (north - 24.5));
  });
});
