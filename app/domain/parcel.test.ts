import { describe, expect, it } from 'vitest';
import { LOOSE, OPENED } from './ledger';
import { packRefusal, wholeParcelRefusal, type LotQuantity } from './parcel';

const stock = [
  { lotId: 'coat', parcelId: LOOSE, placeId: 'depot', quantity: 30 },
  { lotId: 'rice', parcelId: LOOSE, placeId: 'depot', quantity: 30, packSize: 10 },
  { lotId: 'rice', parcelId: OPENED, placeId: 'depot', quantity: 7, packSize: 10 },
  { lotId: 'away', parcelId: LOOSE, placeId: 'centre', quantity: 30 },
];
const of = (lotId: string, quantity: number, parcelId = LOOSE): LotQuantity => ({
  lotId,
  parcelId,
  quantity,
});

describe('packRefusal', () => {
  it.each([
    ['lots of several kinds', [of('coat', 30), of('rice', 20), of('rice', 7, OPENED)], undefined],
    ['nothing', [], 'form.nothing_entered'],
    ['no quantity', [of('coat', 0)], 'quantity.not_positive'],
    ['half a coat', [of('coat', 0.5)], 'quantity.not_positive'],
    ['more than is free', [of('coat', 31)], 'parcel.more_than_free'],
    ['more than is free, in two lines', [of('coat', 20), of('coat', 20)], 'parcel.more_than_free'],
    ['a broken pack', [of('rice', 5)], 'parcel.not_whole_packs'],
    ['goods at another place', [of('away', 1)], 'parcel.other_place'],
    ['goods in another parcel', [of('coat', 1, 'box')], 'access.not_found'],
  ])('%s', (_, wanted, code) => {
    expect(packRefusal(wanted, stock, 'depot')?.code).toBe(code);
  });
});

describe('wholeParcelRefusal', () => {
  const contents = [of('coat', 10, 'box'), of('rice', 20, 'box')];
  it.each([
    ['the whole', contents, undefined],
    [
      'the whole in parts',
      [of('coat', 4, 'box'), of('rice', 20, 'box'), of('coat', 6, 'box')],
      undefined,
    ],
    ['a part of a lot', [of('coat', 9, 'box'), of('rice', 20, 'box')], 'parcel.open_first'],
    ['one lot of two', [of('coat', 10, 'box')], 'parcel.open_first'],
    ['another lot beside', [...contents, of('x', 1, 'box')], 'parcel.open_first'],
    ['nothing', [], 'parcel.open_first'],
  ])('%s', (_, taking, code) => {
    expect(wholeParcelRefusal(contents, taking)?.code).toBe(code);
  });
});
