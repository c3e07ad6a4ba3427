import { describe, expect, it } from 'vitest';
import { LOOSE } from './ledger';
import { goodsToSend, partsOnTrip, type HeldForPlan } from './plan-sending';

const held = (allocationLineId: string, over: Partial<HeldForPlan> = {}): HeldForPlan => ({
  allocationLineId,
  lotId: 'coats',
  parcelId: LOOSE,
  itemId: 'coat',
  size: '',
  fromPlaceId: 'depot',
  toPlaceId: 'north',
  toDivisionCode: '451121101202',
  quantity: 6,
  packSize: 1,
  unitWeightMg: 100,
  unitVolumeUl: 10,
  parcelCode: null,
  parcelHolds: 0,
  parcelHeldForPlace: 0,
  ...over,
});
/** A box of 6 coats and 4 quilts, each ten times a coat. */
const box = { parcelId: 'box', parcelCode: 'BOX-1', parcelHolds: 10, parcelHeldForPlace: 10 };
const coats = held('a', box);
const quilts = held('b', {
  ...box,
  lotId: 'quilts',
  itemId: 'quilt',
  quantity: 4,
  unitWeightMg: 1000,
});

describe('what of a plan can be sent', () => {
  it('is loose goods line by line, in their packs', () => {
    const { goods, leftOut } = goodsToSend([held('a', { packSize: 3 }), held('b')]);
    expect(goods.map((one) => [one.quantity, one.packSize, one.parts.length])).toEqual([
      [6, 3, 1],
      [6, 1, 1],
    ]);
    expect(leftOut).toEqual([]);
    expect(partsOnTrip(goods[0]!, 3)).toMatchObject([{ allocationLineId: 'a', quantity: 3 }]);
  });

  it('is a box of several lots as one piece, where one place has it all', () => {
    const { goods, leftOut } = goodsToSend([coats, quilts]);
    expect(leftOut).toEqual([]);
    expect(goods).toMatchObject([{ quantity: 10, packSize: 10, toPlaceId: 'north' }]);
    expect(goods[0]!.quantity * goods[0]!.unitWeightMg).toBe(6 * 100 + 4 * 1000);
    const parts = partsOnTrip(goods[0]!, 10);
    expect(parts.map((part) => [part.allocationLineId, part.quantity])).toEqual([
      ['a', 6],
      ['b', 4],
    ]);
  });

  it.each([
    ['that two places share', [coats, { ...quilts, toPlaceId: 'south' }], ['north', 'south']],
    ['of which a part is free', [{ ...coats, parcelHeldForPlace: 6 }], ['north']],
  ])('is no box %s: it is to be opened', (_what, rows, places) => {
    const { goods, leftOut } = goodsToSend(
      rows.map((row) => ({ ...row, parcelHeldForPlace: row.quantity })),
    );
    expect(goods).toEqual([]);
    expect(leftOut).toMatchObject([{ code: 'BOX-1', next: 'open', toPlaceIds: places }]);
  });

  it('is no box of which another allocation holds the rest for the same place: it goes whole by hand', () => {
    const { goods, leftOut } = goodsToSend([coats]);
    expect(goods).toEqual([]);
    expect(leftOut).toMatchObject([{ next: 'draft_whole', parts: [{ quantity: 6 }] }]);
  });
});
