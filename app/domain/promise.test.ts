import { expect, it } from 'vitest';
import { keepPromises } from './promise';

const promise = (allocationLineId: string, open: number, donationLineId = 'd') => ({
  allocationLineId,
  donationLineId,
  open,
});
const lot = (lotId: string, quantity: number, packSize?: number) => ({
  lotId,
  donationLineId: 'd',
  quantity,
  packSize,
});

it.each([
  ['all of one', [promise('a', 5)], [lot('l', 9)], [['a', 'l', 5]]],
  [
    'oldest first',
    [promise('a', 5), promise('b', 5)],
    [lot('l', 7)],
    [
      ['a', 'l', 5],
      ['b', 'l', 2],
    ],
  ],
  [
    'over two lots',
    [promise('a', 9)],
    [lot('l', 5), lot('m', 5)],
    [
      ['a', 'l', 5],
      ['a', 'm', 4],
    ],
  ],
  ['of its own goods alone', [promise('a', 5, 'other')], [lot('l', 9)], []],
  ['by whole packs', [promise('a', 25)], [lot('l', 100, 10)], [['a', 'l', 20]]],
  ['nothing of a pack too large', [promise('a', 5)], [lot('l', 100, 10)], []],
])('keeps %s', (_, promises, lots, kept) => {
  expect(
    keepPromises(promises, lots).map((one) => [one.allocationLineId, one.lotId, one.quantity]),
  ).toEqual(kept);
});
