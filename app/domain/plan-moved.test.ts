import { describe, expect, it } from 'vitest';
import { someNeed, someSupply } from '../../bench/allocation/small';
import { movedSince } from './plan-moved';

const line = (requestLineId: string, supplyId: string, quantity: number) => ({
  requestLineId,
  supplyId,
  quantity,
});
/** 10 coats to a, 5 to b; 5 quilts to b. */
const lines = [line('a', 'coats', 10), line('b', 'coats', 5), line('b2', 'quilts', 5)];
const now = (
  goods: Record<string, number>,
  needs: Record<string, number>,
  quarantined: string[] = [],
) => ({
  supplies: Object.entries(goods).map(([id, quantity]) =>
    someSupply(id, { quantity, quarantined: quarantined.includes(id) }),
  ),
  needs: Object.entries(needs).map(([id, quantity]) => someNeed(id, { quantity })),
});
const goods = { coats: 15, quilts: 5 };
const needs = { a: 10, b: 5, b2: 5 };
const coatsMoved = { kind: 'goods', id: 'coats', requestLineId: 'a', planned: 15 };

describe('what has moved since a plan was solved', () => {
  it.each([
    ['nothing, where all is as it was', goods, needs, []],
    [
      'nothing, where more is there and more is needed',
      { coats: 99, quilts: 9 },
      { a: 11, b: 9, b2: 9 },
      [],
    ],
    [
      'goods that are fewer than all lines together take',
      { ...goods, coats: 14 },
      needs,
      [{ ...coatsMoved, left: 14 }],
    ],
    ['goods that are gone', { quilts: 5 }, needs, [{ ...coatsMoved, left: 0 }]],
    [
      'a need of which less is open',
      goods,
      { ...needs, b: 3 },
      [{ kind: 'need', id: 'b', requestLineId: 'b', planned: 5, left: 3 }],
    ],
    [
      'a need that is no more',
      goods,
      { a: 10, b: 5 },
      [{ kind: 'need', id: 'b2', requestLineId: 'b2', planned: 5, left: 0 }],
    ],
    [
      'goods before needs',
      { coats: 15, quilts: 4 },
      { ...needs, a: 9 },
      [
        { kind: 'goods', id: 'quilts', requestLineId: 'b2', planned: 5, left: 4 },
        { kind: 'need', id: 'a', requestLineId: 'a', planned: 10, left: 9 },
      ],
    ],
  ])('is %s', (_what, there, open, moved) => {
    expect(movedSince(lines, now(there, open))).toEqual(moved);
  });

  it('is goods that were put in quarantine', () => {
    expect(movedSince(lines, now(goods, needs, ['coats']))).toEqual([{ ...coatsMoved, left: 0 }]);
  });

  it('is told of a need with all that several goods bring it', () => {
    const two = [line('a', 'coats', 6), line('a', 'quilts', 6)];
    expect(movedSince(two, now({ coats: 6, quilts: 6 }, { a: 11 }))).toEqual([
      { kind: 'need', id: 'a', requestLineId: 'a', planned: 12, left: 11 },
    ]);
  });

  it('is a centre’s room, of all that the plan brings it from elsewhere', () => {
    const litre = { unitVolumeUl: 1_000_000, quantity: 99 };
    const there = (placeId: string) => ({ placeId, capacityLeftMl: 14_000, quantity: 99 });
    const supplies = [someSupply('coats', litre), someSupply('quilts', litre)];
    const open = [
      someNeed('a', there('north')),
      someNeed('b', there('north')),
      someNeed('b2', there('south')),
    ];
    expect(movedSince(lines, { supplies, needs: open })).toEqual([
      { kind: 'room', id: 'north', requestLineId: 'a', planned: 15_000, left: 14_000 },
    ]);
    const lyingThere = supplies.map((one) => ({ ...one, placeId: 'north' }));
    expect(movedSince(lines, { supplies: lyingThere, needs: open })).toEqual([]);
  });

  it('is nothing of a plan without lines', () => {
    expect(movedSince([], now({}, {}))).toEqual([]);
  });
});
