import { array, assert, constantFrom, integer, property, record } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { groupTrips, type GoodsToCarry } from './trips';

const points: Record<string, { latitude: number; longitude: number }> = {
  depot: { latitude: 0, longitude: 0 },
  near: { latitude: 1, longitude: 0 },
  far: { latitude: 3, longitude: 0 },
};
const pointOf = (id: string) => points[id];
const distance = (a: { latitude: number }, b: { latitude: number }) =>
  Math.abs(a.latitude - b.latitude);
const vehicle = { loadKg: 1000, roomM3: 10 };

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

const trips = (...goods: GoodsToCarry[]) => groupTrips(goods, vehicle, pointOf, distance);

describe('trips', () => {
  it('carry what goes to one township together, the nearest stop first', () => {
    const [only, none] = trips(
      rice(),
      rice({ key: 'oil', toPlaceId: 'far', toDivisionCode: '451122109999' }),
    );
    expect(none).toBeUndefined();
    expect(only).toMatchObject({ townshipCode: '451122109', weightMg: 200e6, km: 3 });
  });

  it('keep townships and depots apart', () => {
    expect(
      trips(rice(), rice({ toDivisionCode: '451122200203' }), rice({ fromPlaceId: 'far' })),
    ).toHaveLength(3);
  });

  it('split what does not fit at whole packs', () => {
    const split = trips(rice({ quantity: 1400, packSize: 300 * 1 }));
    expect(split.map((trip) => trip.lines.map((line) => line.quantity))).toEqual([
      [900],
      [300],
      [200],
    ]);
  });

  it('fill the room left in a vehicle before they take another', () => {
    const filled = trips(rice({ quantity: 600 }), rice({ key: 'oil', quantity: 400 }));
    expect(filled).toHaveLength(1);
  });

  it('count room as well as weight', () => {
    expect(trips(rice({ quantity: 100, unitVolumeUl: 200_000_000 }))).toHaveLength(2);
  });

  it('say nothing of a distance that is not known', () => {
    expect(trips(rice({ toPlaceId: 'nowhere' }))[0]?.km).toBeNull();
  });

  it('carry all of everything, and never more than a vehicle holds unless a pack does', () => {
    assert(
      property(
        array(
          record({
            quantity: integer({ min: 1, max: 3000 }),
            toPlaceId: constantFrom('near', 'far'),
            packSize: constantFrom(1, 10, 25),
          }),
          { maxLength: 12 },
        ),
        (list) => {
          const goods = list.map((one, at) => rice({ ...one, key: String(at) }));
          const made = trips(...goods);
          for (const one of goods) {
            const carried = made
              .flatMap((trip) => trip.lines)
              .filter((line) => line.key === one.key)
              .reduce((sum, line) => sum + line.quantity, 0);
            expect(carried).toBe(one.quantity);
          }
          for (const trip of made) expect(trip.weightMg).toBeLessThanOrEqual(1000e6);
        },
      ),
    );
  });
});
