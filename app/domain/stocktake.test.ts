import { describe, expect, it } from 'vitest';
import { stocktakeDifferences, stocktakeRefusal, type StocktakeLine } from './stocktake';

function line(
  lotId: string,
  book: number,
  counted: number,
  more: Partial<StocktakeLine> = {},
): StocktakeLine {
  return { lotId, parcelId: 'loose', book, counted, ...more };
}

describe('stocktakeRefusal', () => {
  it.each([
    ['nothing counted', [], 'form.nothing_entered'],
    ['as in the books', [line('a', 5, 5)], undefined],
    ['a difference with its reason', [line('a', 5, 4, { reason: 'damaged' })], undefined],
    ['an unexplained difference', [line('a', 5, 4)], 'stocktake.reason_missing'],
    ['a lot twice', [line('a', 5, 5), line('a', 5, 5)], 'stocktake.counted_twice'],
    ['a lot in two parcels', [line('a', 5, 5), line('a', 5, 5, { parcelId: 'box' })], undefined],
    ['books that moved on', [line('a', 6, 6)], 'stocktake.books_changed'],
    ['less than nothing', [line('a', 5, -1, { reason: 'other' })], 'quantity.not_whole'],
  ])('%s', (_, lines, code) => {
    expect(stocktakeRefusal(lines, () => 5)?.code).toBe(code);
  });
});

describe('stocktakeDifferences', () => {
  it('loses what is short, finds again what was lost, and takes the rest as of unknown source', () => {
    const lines = [
      line('same', 5, 5),
      line('short', 5, 2, { reason: 'stolen' }),
      line('more', 5, 9, { reason: 'found' }),
      line('more', 1, 3, { parcelId: 'box', reason: 'found' }),
    ];
    expect(stocktakeDifferences(lines, (lotId) => (lotId === 'more' ? 5 : 0))).toEqual([
      {
        lotId: 'short',
        parcelId: 'loose',
        reason: 'stolen',
        short: 3,
        foundAgain: 0,
        unknownSource: 0,
      },
      {
        lotId: 'more',
        parcelId: 'loose',
        reason: 'found',
        short: 0,
        foundAgain: 4,
        unknownSource: 0,
      },
      {
        lotId: 'more',
        parcelId: 'box',
        reason: 'found',
        short: 0,
        foundAgain: 1,
        unknownSource: 1,
      },
    ]);
  });
});
