import { describe, expect, it } from 'vitest';
import { crowdedPlaces, roomRefusal, type Brought } from './centre-room';

const brought = (toPlaceId: string, quantity: number, over: Partial<Brought> = {}): Brought => ({
  fromPlaceId: 'depot',
  toPlaceId,
  quantity,
  unitVolumeUl: 500_000,
  ...over,
});
/** Ten litres at a, none set at b. */
const room = new Map([['a', 10_000]]);

describe('the room of a centre', () => {
  it.each([
    ['is enough for what just fits', [brought('a', 20)], []],
    [
      'is too little for one piece more',
      [brought('a', 21)],
      [{ placeId: 'a', neededMl: 10_500, leftMl: 10_000 }],
    ],
    [
      'binds all goods together',
      [brought('a', 12), brought('a', 12)],
      [{ placeId: 'a', neededMl: 12_000, leftMl: 10_000 }],
    ],
    ['is not asked where none is set', [brought('b', 5000)], []],
    ['is not needed by what lies there already', [brought('a', 50, { fromPlaceId: 'a' })], []],
    [
      'is not exceeded by what adding up thirds of a millilitre loses',
      Array.from({ length: 3 }, () => brought('a', 1, { unitVolumeUl: 10_000_000 / 3 })),
      [],
    ],
  ])('%s', (_what, goods, crowded) => {
    expect(crowdedPlaces(goods, room)).toEqual(crowded);
  });

  it('is told in cubic metres, to the litre, needed above left', () => {
    expect(roomRefusal([{ placeId: 'a', neededMl: 10_000.5, leftMl: 10_000.2 }])).toEqual({
      code: 'allocation.no_room',
      facts: { needed: 0.011, room: 0.01 },
    });
    expect(roomRefusal([])).toBeUndefined();
  });
});
