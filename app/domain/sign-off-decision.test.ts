import { describe, expect, it } from 'vitest';
import { LOOSE } from './ledger';
import { decidePosting, type PostingGround } from './sign-off-decision';

const today = '2026-01-10';
const coats = {
  lotId: 'coats',
  parcelId: LOOSE,
  placeId: 'centre',
  free: 5,
  quarantined: false,
  size: '120',
  allocationLineId: 'held',
  restriction: {},
  parcelTotal: 0,
};
const ground: PostingGround = {
  status: 'disputed',
  handoutStatus: 'open',
  entitlement: { entitled: 3, handedOutOnLine: 0, approved: 9, handedOutOnRequestLine: 0 },
  unbespoken: 0,
  use: { divisionCode: '451121101202', group: 'children' },
  held: [coats],
};
const of = (quantity: number, over: Partial<PostingGround> = {}) =>
  decidePosting({ quantity }, { ...ground, ...over }, today);

describe('decidePosting', () => {
  it('takes what was signed for out of the hold', () => {
    expect(of(3)).toEqual({
      ok: true,
      value: {
        opened: [],
        lines: [{ lotId: 'coats', allocationLineId: 'held', quantity: 3, parcelId: LOOSE }],
      },
    });
  });

  it.each([
    ['one that is posted', { status: 'posted' }, 'record.status', { status: 'posted' }],
    ['one that is reversed', { status: 'reversed' }, 'record.status', { status: 'reversed' }],
    [
      'more than is due',
      { entitlement: { ...ground.entitlement, entitled: 2 } },
      'handout.more_than_entitled',
      { left: 2 },
    ],
    [
      'more than was approved',
      { entitlement: { ...ground.entitlement, handedOutOnRequestLine: 7 } },
      'handout.more_than_request',
      { left: 2 },
    ],
    ['more than lies here', { held: [{ ...coats, free: 2 }] }, 'handout.stock_short', { left: 2 }],
    [
      'what another list owes',
      { handoutStatus: 'closed', unbespoken: 2 },
      'handout.more_than_request',
      { left: 2 },
    ],
  ] as const)('refuses %s', (_, over, code, facts) => {
    expect(of(3, over)).toEqual({ ok: false, error: { code, facts } });
  });

  it('posts from a closed list what no list owes', () => {
    expect(of(3, { handoutStatus: 'closed', unbespoken: 3 }).ok).toBe(true);
  });

  it('asks which size where several lie ready, unless one was named', () => {
    const held = [coats, { ...coats, lotId: 'larger', size: '130' }];
    expect(of(1, { held })).toMatchObject({ error: { code: 'size.missing' } });
    const named = decidePosting({ quantity: 1, size: '130' }, { ...ground, held }, today);
    expect(named).toMatchObject({ value: { lines: [{ lotId: 'larger' }] } });
  });
});
