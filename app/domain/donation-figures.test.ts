import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { donationStatuses, foldDonation, type DonationEvent } from './donation';
import { addFigures, donationLineFigures, whereabouts, type LotBalance } from './donation-figures';
import { decideReopening } from './donation-reopening';
import type { AccountKind } from './ledger';

const nothing = whereabouts([], 0);

describe('whereabouts', () => {
  it.each([
    ['stock', 'depot', 'stock'],
    ['quarantine', 'depot', 'stock'],
    ['hold', 'depot', 'held'],
    ['stock', 'centre', 'atCentres'],
    ['quarantine', 'centre', 'atCentres'],
    ['hold', 'centre', 'atCentres'],
    ['transit', undefined, 'onTheRoad'],
    ['recipient', undefined, 'handedOut'],
    ['unnamed', undefined, 'handedOut'],
    ['used', undefined, 'used'],
    ['loss', 'depot', 'lost'],
  ] as const)('%s at %s is %s', (accountKind, placeKind, figure) => {
    const balances: LotBalance[] = [
      { accountKind: 'donor', quantity: -7 },
      { accountKind, placeKind, quantity: 3 },
      { accountKind, placeKind, quantity: 4 },
    ];
    expect(whereabouts(balances, 0)).toEqual({ ...nothing, [figure]: 7 });
  });
});

describe('donationLineFigures', () => {
  it.each([
    ['nothing came yet', 'accepted', 1000, 0, {}, { toCome: 1000 }],
    [
      'two refused at the door, two still short',
      'accepted',
      1000,
      2,
      { stock: 996 },
      { toCome: 2, received: 996 },
    ],
    ['the same, closed', 'closed', 1000, 2, { stock: 996 }, { closedShort: 2, received: 996 }],
    ['declined', 'declined', 1000, 1000, {}, {}],
    ['withdrawn', 'withdrawn', 1000, 0, {}, { closedShort: 1000 }],
    [
      'more than pledged',
      'accepted',
      10,
      0,
      { stock: 5, handedOut: 7 },
      { beyond: 2, received: 12 },
    ],
    ['refused ones replaced', 'accepted', 10, 2, { stock: 10 }, { beyond: 2, received: 10 }],
    ['returned is received', 'closed', 10, 0, { returned: 10 }, { received: 10 }],
    ['found, source unknown', 'accepted', 0, 0, { stock: 3 }, { beyond: 3, received: 3 }],
  ] as const)('%s', (_, status, pledged, declined, where, expected) => {
    const rest = { beyond: 0, toCome: 0, closedShort: 0, received: 0 };
    expect(
      donationLineFigures({ pledged, declined, closed: null }, status, { ...nothing, ...where }),
    ).toEqual({
      ...nothing,
      ...where,
      pledged,
      declined,
      ...rest,
      ...expected,
    });
  });

  it('closes one line short while others may still come', () => {
    const closed = { reason: 'short_delivered', intakeId: 'count' };
    const line = { pledged: 1000, declined: 2, closed };
    expect(donationLineFigures(line, 'accepted', { ...nothing, stock: 990 })).toMatchObject({
      toCome: 0,
      closedShort: 8,
    });
    // A later delivery draws on what was closed short.
    expect(donationLineFigures(line, 'accepted', { ...nothing, stock: 999 })).toMatchObject({
      closedShort: 0,
      beyond: 1,
    });
  });

  const quantity = fc.nat(10_000);
  it('adds up whatever the books hold', () => {
    fc.assert(
      fc.property(
        fc.record({
          pledged: quantity,
          declined: quantity,
          closed: fc.constantFrom(null, { reason: 'short_delivered', intakeId: 'count' }),
        }),
        fc.constantFrom(...donationStatuses),
        fc.record({
          stock: quantity,
          held: quantity,
          onTheRoad: quantity,
          atCentres: quantity,
          handedOut: quantity,
          used: quantity,
          lost: quantity,
          returned: quantity,
        }),
        (line, status, where) => expectBalanced(donationLineFigures(line, status, where)),
      ),
    );
  });
});

/** A depot, a centre and the road: goods move along, back and away, as the ledger would move them. */
const moves: [
  AccountKind,
  'depot' | 'centre' | undefined,
  AccountKind,
  'depot' | 'centre' | undefined,
][] = [
  ['donor', undefined, 'stock', 'depot'],
  ['donor', undefined, 'quarantine', 'depot'],
  ['donor', undefined, 'stock', 'centre'],
  ['stock', 'depot', 'donor', undefined],
  ['quarantine', 'depot', 'stock', 'depot'],
  ['stock', 'depot', 'hold', 'depot'],
  ['hold', 'depot', 'stock', 'depot'],
  ['hold', 'depot', 'transit', undefined],
  ['transit', undefined, 'hold', 'centre'],
  ['transit', undefined, 'loss', undefined],
  ['hold', 'centre', 'recipient', undefined],
  ['recipient', undefined, 'hold', 'centre'],
  ['stock', 'centre', 'unnamed', undefined],
  ['stock', 'centre', 'used', undefined],
  ['stock', 'depot', 'loss', undefined],
  ['loss', undefined, 'stock', 'depot'],
];

describe('a donation line on its way', () => {
  const step = fc.oneof(
    {
      weight: 8,
      arbitrary: fc.record({
        kind: fc.constant('move' as const),
        move: fc.constantFrom(...moves),
        wanted: fc.nat(400),
      }),
    },
    {
      weight: 2,
      arbitrary: fc.record({ kind: fc.constant('refuse' as const), wanted: fc.nat(50) }),
    },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('reverse' as const) }) },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('end_line' as const) }) },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('close' as const) }) },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('reopen' as const) }) },
  );

  it('has figures that add up after every step', () => {
    fc.assert(
      fc.property(fc.nat(1000), fc.array(step, { maxLength: 60 }), (pledged, steps) => {
        const balances = new Map<string, LotBalance>();
        const events: DonationEvent[] = [
          { type: 'pledged', payload: { lines: [{ lineId: 'line', quantity: pledged }] } },
          { type: 'accepted', payload: { declined: [] } },
        ];
        let came = 0;
        let returned = 0;
        const counts: string[] = [];
        const add = (
          accountKind: AccountKind,
          placeKind: 'depot' | 'centre' | undefined,
          quantity: number,
        ) => {
          const key = `${accountKind} ${placeKind}`;
          const before = balances.get(key)?.quantity ?? 0;
          balances.set(key, { accountKind, placeKind, quantity: before + quantity });
        };
        const figuresNow = () => {
          const { lines, status } = foldDonation(events);
          const where = whereabouts([...balances.values()], returned);
          return donationLineFigures(lines['line']!, status, where);
        };
        for (const one of steps) {
          const { status } = foldDonation(events);
          const was = figuresNow();
          if (one.kind === 'move') {
            const [from, fromPlace, to, toPlace] = one.move;
            if (from === 'donor' && status === 'closed') continue;
            const there =
              from === 'donor' ? one.wanted : (balances.get(`${from} ${fromPlace}`)?.quantity ?? 0);
            const quantity = Math.min(one.wanted, there);
            add(from, fromPlace, -quantity);
            add(to, toPlace, quantity);
            if (from === 'donor') came += quantity;
            if (to === 'donor') returned += quantity;
          } else if (one.kind === 'refuse' && status === 'accepted') {
            const intakeId = String(events.length);
            counts.push(intakeId);
            events.push({
              type: 'counted',
              payload: {
                intakeId,
                refused: [{ lineId: 'line', quantity: one.wanted, reason: 'not_usable' }],
              },
            });
          } else if (one.kind === 'reverse') {
            const intakeId = counts.pop();
            if (intakeId) events.push({ type: 'count_reversed', payload: { intakeId } });
          } else if (one.kind === 'end_line' && status === 'accepted') {
            const { closed } = foldDonation(events).lines['line']!;
            events.push(
              closed
                ? { type: 'lines_reopened', payload: { intakeId: 'x', lineIds: ['line'] } }
                : {
                    type: 'lines_closed',
                    payload: { intakeId: 'x', lines: [{ lineId: 'line', reason: 'other' }] },
                  },
            );
          } else if (one.kind === 'close' && status === 'accepted') {
            events.push({ type: 'closed', payload: { reason: null } });
          } else if (one.kind === 'reopen') {
            const state = foldDonation(events);
            const ground = { missing: was.closedShort, placeEnded: false, donorEnded: false };
            const decided = decideReopening(state, 'other', ground);
            expect(decided.ok).toBe(status === 'closed' && was.closedShort > 0);
            if (!decided.ok) continue;
            events.push(decided.value);
            // What the closing ended is to come; what a count had closed is not.
            const [toCome, closedShort] = state.lines['line']!.closed
              ? [0, was.closedShort]
              : [was.closedShort, 0];
            expect(figuresNow()).toEqual({ ...was, toCome, closedShort });
          }
          const figures = figuresNow();
          expectBalanced(figures);
          expect(figures.received).toBe(came);
          expect(Math.min(figures.toCome, figures.beyond)).toBe(0);
        }
      }),
    );
  });
});

function expectBalanced(figures: ReturnType<typeof donationLineFigures>) {
  const { pledged, beyond, declined, toCome, closedShort, received } = figures;
  expect(pledged + beyond).toBe(declined + toCome + closedShort + received);
  const { stock, held, onTheRoad, atCentres, handedOut, used, lost, returned } = figures;
  expect(received).toBe(stock + held + onTheRoad + atCentres + handedOut + used + lost + returned);
  for (const figure of Object.values(figures)) expect(figure).toBeGreaterThanOrEqual(0);
}

it('adds the lines of one item up, and both equations with them', () => {
  const line = (pledged: number, stock: number) =>
    donationLineFigures({ pledged, declined: 0, closed: null }, 'accepted', { ...nothing, stock });
  const sum = addFigures([line(100, 40), line(10, 12)]);
  expect(sum).toMatchObject({ pledged: 110, beyond: 2, toCome: 60, received: 52, stock: 52 });
  expect(() => addFigures([])).toThrow('without lines');
});
