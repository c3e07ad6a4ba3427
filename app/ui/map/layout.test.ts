import { expect, it } from 'vitest';
import type { CentreMark, RoadLine } from '~/domain/map';
import { layOut } from './layout';
import type { LonLat } from './projection';
import type { Ground } from './shades';

/** A thousand pixels a degree, so that places are read off. */
const at = ([longitude, latitude]: LonLat) => ({ x: longitude * 1000, y: latitude * 1000 });
const placed = (longitude: number, latitude: number) => {
  const mark: CentreMark = {
    kind: 'centre',
    id: `${longitude} ${latitude}`,
    name: '中心',
    longitude,
    latitude,
    precision: 'pinned',
    persons: 40,
    fill: 10,
    onTheRoad: false,
    reached: false,
  };
  return { mark, offset: [0, 0] as [number, number] };
};
const outline = (code: string, name: string, middle: LonLat) => ({ code, name, middle, path: '' });
const ground = (over: Partial<Ground> = {}): Ground => ({
  prefectures: [
    outline('451100000000', '贺州市', [1, 1]),
    outline('450300000000', '桂林市', [2, 1]),
  ],
  counties: [],
  areas: [],
  overTiles: false,
  ...over,
});
const nothing = { ground: undefined, marks: [], depots: [], roads: [] };
const road = (from: LonLat, to: LonLat, shipments: number): RoadLine => ({
  from: [...from],
  to: [...to],
  status: 'dispatched',
  late: false,
  shipmentId: null,
  shipments,
});

it('leaves a name out where a mark stands on it, but not the figure of a shade', () => {
  const marks = [placed(1, 1)];
  const names = (over?: Partial<Ground>) =>
    layOut({ ...nothing, ground: ground(over), marks }, at, 7).names.map(({ name }) => name);
  expect(names()).toEqual(['桂林市']);
  const areas = [{ divisionCode: '4511', name: '贺州市', value: 3, figure: '3' }];
  expect(names({ areas })).toEqual(['贺州市', '桂林市']);
});

it('puts every house where it is free, and names those whose name lies over nothing', () => {
  const depot = (id: string, longitude: number) => ({
    id,
    name: '昭平县物资储备库',
    longitude,
    latitude: 1,
    lots: 1,
  });
  const { depots } = layOut(
    { ...nothing, depots: [depot('a', 1), depot('b', 1.04), depot('c', 3)] },
    at,
    9,
  );
  expect(depots.map(({ named, down }) => ({ named, down }))).toEqual([
    { named: true, down: 0 },
    { named: false, down: 0 },
    { named: true, down: 0 },
  ]);
});

it('counts the deliveries of a line where there is room for it, and of one delivery never', () => {
  const roads = [
    road([0, 0], [2, 0], 3),
    road([0, 0.002], [2, 0.002], 4),
    road([0, 1], [2, 1], 1),
    road([0, 2], [2, 2], 5),
  ];
  const shipments = (marks = [placed(9, 9)]) =>
    layOut({ ...nothing, marks, roads }, at, 7).counts.map((count) => count.road.shipments);
  expect(shipments()).toEqual([3, 5]);
  // The middle of the line lies a little to the left of its way.
  expect(shipments([placed(1.008, 1.886)])).toEqual([3]);
});
