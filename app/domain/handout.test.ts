import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  entitlementLeft,
  entitlementRefusal,
  foldHandout,
  handoutStatuses,
  type HandoutEvent,
  type HandoutStatus,
} from './handout';

const opened: HandoutEvent = {
  type: 'opened',
  payload: { lines: [{ lineId: 'child', requestLineId: 'coats', entitled: 1 }] },
};
const amended: HandoutEvent = {
  type: 'amended',
  payload: { lines: [{ lineId: 'other', requestLineId: 'coats', entitled: 2 }] },
};
const closed: HandoutEvent = { type: 'closed', payload: {} };
const ways: Record<HandoutStatus, HandoutEvent[]> = { open: [opened], closed: [opened, closed] };

describe('foldHandout', () => {
  it.each(handoutStatuses)('reaches %s', (status) => {
    expect(foldHandout(ways[status])).toMatchObject({ status, version: ways[status].length });
  });

  it.each(
    handoutStatuses.flatMap((status) =>
      [opened, amended, closed].map((event) => ({ status, event })),
    ),
  )('from $status by $event.type', ({ status, event }) => {
    const fold = () => foldHandout([...ways[status], event]);
    if (status === 'open' && event !== opened) expect(fold().version).toBe(2);
    else expect(fold).toThrow(status);
  });

  it('takes the amended lines, keeps them when closed, and needs a beginning', () => {
    expect(Object.keys(foldHandout([opened, amended, closed]).lines)).toEqual(['other']);
    expect(() => foldHandout([])).toThrow('without events');
    expect(() => foldHandout([closed])).toThrow('none');
  });
});

describe('entitlement', () => {
  it.each([
    [
      'all of it',
      { entitled: 2, handedOutOnLine: 0, approved: 43, handedOutOnRequestLine: 0 },
      2,
      undefined,
      2,
    ],
    [
      'more than the list says',
      { entitled: 2, handedOutOnLine: 0, approved: 43, handedOutOnRequestLine: 0 },
      3,
      'handout.more_than_entitled',
      2,
    ],
    [
      'after a part',
      { entitled: 2, handedOutOnLine: 1, approved: 43, handedOutOnRequestLine: 9 },
      2,
      'handout.more_than_entitled',
      1,
    ],
    [
      'other lists took the rest',
      { entitled: 2, handedOutOnLine: 0, approved: 43, handedOutOnRequestLine: 42 },
      2,
      'handout.more_than_request',
      1,
    ],
    [
      'other lists took it all',
      { entitled: 2, handedOutOnLine: 0, approved: 43, handedOutOnRequestLine: 43 },
      1,
      'handout.more_than_request',
      0,
    ],
    [
      'the last one',
      { entitled: 2, handedOutOnLine: 0, approved: 43, handedOutOnRequestLine: 42 },
      1,
      undefined,
      1,
    ],
  ])('%s', (_, entitlement, quantity, code, left) => {
    expect(entitlementLeft(entitlement)).toBe(left);
    const error = entitlementRefusal(entitlement, quantity);
    expect(error?.code).toBe(code);
    if (error) expect(error.facts).toEqual({ left });
  });

  it('never lets all lists together exceed the request line, reversals given back', () => {
    const act = fc.record({
      list: fc.nat(4),
      quantity: fc.integer({ min: 1, max: 5 }),
      reverse: fc.boolean(),
    });
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 30 }),
        fc.array(act, { maxLength: 40 }),
        (approved, acts) => {
          const given = [0, 0, 0, 0, 0];
          const total = () => given.reduce((sum, one) => sum + one, 0);
          for (const { list, quantity, reverse } of acts) {
            const handedOutOnLine = given[list] ?? 0;
            if (reverse) given[list] = 0;
            else if (
              !entitlementRefusal(
                { entitled: 12, handedOutOnLine, approved, handedOutOnRequestLine: total() },
                quantity,
              )
            )
              given[list] = handedOutOnLine + quantity;
            expect(total()).toBeLessThanOrEqual(approved);
            expect(Math.max(...given)).toBeLessThanOrEqual(12);
          }
        },
      ),
    );
  });
});
