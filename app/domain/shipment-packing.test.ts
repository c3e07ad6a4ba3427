import { describe, expect, it } from 'vitest';
import { LOOSE, OPENED } from './ledger';
import { withPacked } from './shipment-packing';

const goods = (quantity: number, parcelId = LOOSE, allocationLineId: string | null = 'need') => ({
  allocationLineId,
  lotId: 'coat',
  parcelId,
  quantity,
});

describe('withPacked', () => {
  it.each([
    ['a part: the rest goes loose', [goods(20)], [goods(12)], [goods(8), goods(12, 'box')]],
    ['all of it: nothing goes loose', [goods(20)], [goods(20)], [goods(20, 'box')]],
    ['more than was listed: the box goes whole', [goods(5)], [goods(12)], [goods(12, 'box')]],
    ['what was not listed', [goods(5, 'bag')], [goods(3)], [goods(5, 'bag'), goods(3, 'box')]],
    [
      'held goods: free ones and opened packs of the lot stay as they are',
      [goods(9), goods(9, LOOSE, null), goods(9, OPENED)],
      [goods(9)],
      [goods(9, LOOSE, null), goods(9, OPENED), goods(9, 'box')],
    ],
  ])('%s', (_, drafted, packed, expected) => {
    expect(withPacked(drafted, packed, 'box')).toEqual(expected);
  });
});
