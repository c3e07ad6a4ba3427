import { array, assert, constantFrom, integer, property, record } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { groupTrips, type GoodsToCarry, type Trip } from './trips';

const points: Record<string, { latitude: number; longitude: number }> = {
  depot: { latitude: 0, longitude: 0 },
  near: { latitude: 1, longitude: 0 },
  far: { latitude: 3, longitude: 0 },
  between: { latitude: 2, longitude: 0 },
};
const pointOf = (id: string) => points[id];
const distance = (a: { latitude: number }, b: { latitude: number }) =>
  Math.abs(a.latitude - b.latitude);
/** A ton, ten cubic metres. */
const vehicle = { loadKg: 1000, roomM3: 10 };

/** 100 kg and 100 litres for a village near by. */
const rice = (over: Partial<GoodsToCarry> = {}): GoodsToCarry => ({
  key: 'rice',
  fromPlaceId: 'depot',
  toPlaceId: 'near',
  toDivisionCode: '451122109205',
  quantity: 100,
  packSize: 1,
  unitWeightMg: 1_000_000,
  unitVolumeUl: 1_000_000,
  ...over,
});
const oil = (over: Partial<GoodsToCarry> = {}) => rice({ key: 'oil', ...over });

const trips = (...goods: GoodsToCarry[]) => groupTrips(goods, vehicle, pointOf, distance);
const loads = (made: Trip[]) =>
  made.map((trip) => trip.lines.map(({ key, quantity }) => `${key} ${quantity}`));

describe('trips', () => {
  it.each<[string, GoodsToCarry[], string[][]]>([
    ['nothing to carry', [], []],
    [
      'villages of one township together',
      [rice(), oil({ toPlaceId: 'far', toDivisionCode: '451122109999' })],
      [['rice 100', 'oil 100']],
    ],
    [
      'townships apart',
      [rice(), oil({ toDivisionCode: '451122200203' })],
      [['rice 100'], ['oil 100']],
    ],
    ['depots apart', [rice(), oil({ fromPlaceId: 'far' })], [['rice 100'], ['oil 100']]],
    [
      'what fits into the room that is left, without another vehicle',
      [rice({ quantity: 600 }), oil({ quantity: 400 })],
      [['rice 600', 'oil 400']],
    ],
    [
      'the heavy first, each whole, into the first vehicle with room for it',
      [oil({ quantity: 300 }), rice({ quantity: 600 }), rice({ key: 'flour', quantity: 700 })],
      [['flour 700', 'oil 300'], ['rice 600']],
    ],
    [
      'whole what fits one vehicle, though another has room for a part',
      [rice({ quantity: 700 }), oil({ quantity: 600 })],
      [['rice 700'], ['oil 600']],
    ],
    ['to the last kilogram', [rice({ quantity: 1000 })], [['rice 1000']]],
    [
      'a load of more than a vehicle divided',
      [rice({ quantity: 2300 })],
      [['rice 1000'], ['rice 1000'], ['rice 300']],
    ],
    [
      'a load divided at whole packs alone, with the broken pack at the end',
      [rice({ quantity: 1400, packSize: 300 })],
      [['rice 900'], ['rice 500']],
    ],
    [
      'the rest of a divided load where there is room',
      [rice({ quantity: 1300 }), oil({ quantity: 700 })],
      [['rice 1000'], ['rice 300', 'oil 700']],
    ],
    [
      'what is bulky by its room',
      [rice({ quantity: 60, unitVolumeUl: 200_000_000 })],
      [['rice 50'], ['rice 10']],
    ],
    [
      'light and bulky beside heavy and small, as long as both measures allow',
      [rice({ quantity: 900, unitVolumeUl: 1 }), oil({ quantity: 9, unitVolumeUl: 1_000_000_000 })],
      [['rice 900', 'oil 9']],
    ],
    [
      'what weighs nothing by its room',
      [rice({ unitWeightMg: 0, unitVolumeUl: 200_000_000 })],
      [['rice 50'], ['rice 50']],
    ],
    [
      'a pack that no vehicle holds in one of its own',
      [rice({ quantity: 1200, packSize: 1200 }), oil()],
      [['rice 1200'], ['oil 100']],
    ],
    [
      'each of several such packs alone',
      [rice({ quantity: 2400, packSize: 1200 })],
      [['rice 1200'], ['rice 1200']],
    ],
  ])('carry %s', (_what, goods, expected) => {
    expect(loads(trips(...goods))).toEqual(expected);
  });

  it('name the pack that is more than a vehicle carries, by weight or by room', () => {
    const heavy = rice({ quantity: 1200, packSize: 1200 });
    const bulky = oil({ quantity: 2, packSize: 2, unitVolumeUl: 6_000_000_000 });
    const named = trips(heavy, bulky, rice({ key: 'flour' }));
    expect(named.map((trip) => [trip.lines[0]?.key, trip.overloaded])).toEqual([
      ['rice', true],
      ['flour', false],
      ['oil', true],
    ]);
  });

  it('put nothing beside such a pack, not even what weighs nothing', () => {
    const pack = rice({ quantity: 1200, packSize: 1200 });
    const made = trips(pack, oil({ unitWeightMg: 0, unitVolumeUl: 0 }));
    expect(loads(made)).toEqual([['rice 1200'], ['oil 100']]);
    expect(made.map((trip) => trip.overloaded)).toEqual([true, false]);
  });

  it('add up what they weigh and take', () => {
    expect(trips(rice(), oil({ unitVolumeUl: 5 }))).toMatchObject([
      { weightMg: 200e6, volumeUl: 100e6 + 500 },
    ]);
  });

  it('go to the nearest stop first, then to the nearest from there, and list what is unloaded so', () => {
    const [only] = trips(
      rice({ key: 'c', quantity: 300, toPlaceId: 'far' }),
      rice({ key: 'b', quantity: 200, toPlaceId: 'between' }),
      rice({ key: 'a', toPlaceId: 'near' }),
      rice({ key: 'd', quantity: 50, toPlaceId: 'near' }),
    );
    expect(only?.lines.map((line) => line.key)).toEqual(['a', 'd', 'b', 'c']);
    expect(only?.km).toBe(3);
  });

  it.each([{ toPlaceId: 'nowhere' }, { fromPlaceId: 'nowhere' }])(
    'say nothing of a distance that is not known: %j',
    (over) => {
      expect(trips(rice(over))[0]?.km).toBeNull();
    },
  );

  it('carry every unit once, whole lines in one trip, and nothing beyond a vehicle but a named pack', () => {
    const goodsOf = record({
      quantity: integer({ min: 1, max: 3000 }),
      toPlaceId: constantFrom('near', 'far', 'nowhere'),
      toDivisionCode: constantFrom('451122109205', '451122109999', '451122200203'),
      fromPlaceId: constantFrom('depot', 'between'),
      packSize: constantFrom(1, 10, 25, 700, 1500),
      unitWeightMg: constantFrom(1, 400_000, 1_000_000),
      unitVolumeUl: constantFrom(1, 1_000_000, 9_000_000),
    });
    assert(
      property(array(goodsOf, { maxLength: 14 }), (list) => {
        const goods = list.map((one, at) => rice({ ...one, key: String(at) }));
        const made = trips(...goods);
        for (const one of goods) expectCarried(one, made);
        for (const trip of made) expectLoaded(trip, goods);
      }),
      { numRuns: 300 },
    );
  });
});

function expectCarried(one: GoodsToCarry, made: Trip[]): void {
  const mine = made.filter((trip) => trip.lines.some((line) => line.key === one.key));
  const parts = mine.flatMap((trip) => trip.lines.filter((line) => line.key === one.key));
  expect(parts).toHaveLength(mine.length);
  expect(parts.reduce((sum, line) => sum + line.quantity, 0)).toBe(one.quantity);
  for (const trip of mine) {
    expect(trip.fromPlaceId).toBe(one.fromPlaceId);
    expect(trip.townshipCode).toBe(one.toDivisionCode.slice(0, 9));
  }
  const fits = (each: number, most: number) => one.quantity * each <= most;
  if (fits(one.unitWeightMg, 1000e6) && fits(one.unitVolumeUl, 10e9)) expect(mine).toHaveLength(1);
  const broken = parts.filter((line) => line.quantity % one.packSize !== 0);
  expect(broken.length).toBeLessThanOrEqual(1);
}

function expectLoaded(trip: Trip, goods: GoodsToCarry[]): void {
  const of = (key: string) => goods.find((one) => one.key === key)!;
  const sum = (each: 'unitWeightMg' | 'unitVolumeUl') =>
    trip.lines.reduce((all, line) => all + line.quantity * of(line.key)[each], 0);
  expect(trip.weightMg).toBe(sum('unitWeightMg'));
  expect(trip.volumeUl).toBe(sum('unitVolumeUl'));
  const over = trip.weightMg > 1000e6 || trip.volumeUl > 10e9;
  expect(trip.overloaded).toBe(over);
  if (!over) return;
  expect(trip.lines).toHaveLength(1);
  const [line] = trip.lines;
  expect(line!.quantity).toBeLessThanOrEqual(of(line!.key).packSize);
}
