import { describe, expect, it } from 'vitest';
import type { GiftEffect, MetFigure } from './gift-effects';
import { wantedGoods } from './wanted-goods';

const met = (key: string, quantity: number, people: number): MetFigure => ({
  key,
  quantity,
  people,
});
const effect = (byCounty: MetFigure[], persons = 40): GiftEffect => ({
  itemId: 'coat',
  size: '120',
  gift: 100,
  depotId: 'depot',
  met: byCounty.reduce((sum, one) => sum + one.quantity, 0),
  open: 300,
  persons,
  value: 7,
  byCounty,
  byGroup: [met('children', 9, 4)],
});
const cells = (byCounty: MetFigure[]) =>
  wantedGoods(effect(byCounty), 5).byCounty.map(({ key, quantity }) => [key, quantity]);

describe('what donors are shown', () => {
  it.each<[string, MetFigure[], unknown]>([
    [
      'all, where nobody stands alone',
      [met('a', 60, 50), met('b', 30, 5)],
      [
        ['a', 60],
        ['b', 30],
      ],
    ],
    // 90 less 60 would tell the second, so the next smallest goes with it.
    [
      'a small one with the next, or it could be reckoned',
      [met('a', 60, 50), met('b', 20, 7), met('c', 10, 4)],
      [
        ['a', 60],
        ['b', null],
        ['c', null],
      ],
    ],
    [
      'two small ones alone',
      [met('a', 60, 50), met('b', 20, 2), met('c', 10, 4)],
      [
        ['a', 60],
        ['b', null],
        ['c', null],
      ],
    ],
    // 90 less 60 would tell of three people.
    [
      'two that are few together with a third',
      [met('a', 60, 50), met('b', 15, 40), met('c', 10, 2), met('d', 5, 1)],
      [
        ['a', 60],
        ['b', null],
        ['c', null],
        ['d', null],
      ],
    ],
    ['no split where all of them are few', [met('a', 6, 2), met('b', 3, 1)], []],
    ['no split where it would name the only one', [met('a', 9, 4)], []],
    ['no line where nothing changes in sum', [met('a', 60, 50), met('b', 0, 9)], [['a', 60]]],
  ])('%s', (_, byCounty, expected) => {
    expect(cells(byCounty)).toEqual(expected);
  });

  it('tells few persons as few, and neither value nor depot', () => {
    const few = wantedGoods(effect([met('a', 9, 40)], 4.4), 5);
    expect(few).toEqual({
      itemId: 'coat',
      size: '120',
      gift: 100,
      met: 9,
      open: 300,
      persons: { fewerThan: 5 },
      byCounty: [{ key: 'a', quantity: 9 }],
      byGroup: [],
    });
    expect(wantedGoods(effect([], 4.6), 5).persons).toBe(5);
    expect(wantedGoods(effect([], 0), 5).persons).toBe(0);
  });
});
