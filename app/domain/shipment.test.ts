import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  applyShipment,
  decideOverClaim,
  decideOverAnswer,
  decideFindAgain,
  foldShipment,
  decideReceipt,
  reverseReceipt,
  sendersOf,
  shipmentLineFigures,
  shipmentStatuses,
  type ShipmentEvent,
  type ShipmentState,
  type ShipmentStatus,
} from './shipment';
import type { ReceiptLine } from './shipment-figures';

const drafted: ShipmentEvent = {
  type: 'drafted',
  payload: {
    lines: [
      { lineId: 'coats', quantity: 100 },
      { lineId: 'rice', quantity: 20 },
    ],
  },
};
const amended: ShipmentEvent = {
  type: 'amended',
  payload: { lines: [{ lineId: 'coats', quantity: 90 }] },
};
const dispatched: ShipmentEvent = { type: 'dispatched', payload: {} };
const recalled: ShipmentEvent = { type: 'dispatch_reversed', payload: {} };
const cancelled: ShipmentEvent = { type: 'cancelled', payload: {} };
const line = (lineId: string, more: Partial<ReceiptLine>): ReceiptLine => ({
  lineId,
  received: 0,
  damaged: 0,
  lost: 0,
  reason: null,
  ...more,
});
const received = (receiptId: string, ...lines: ReceiptLine[]): ShipmentEvent => ({
  type: 'received',
  payload: { receiptId, lines },
});
const half = received('half', line('coats', { received: 50 }));
const rest = received(
  'rest',
  line('coats', { received: 45, damaged: 2, lost: 3, reason: 'short_in_transit' }),
  line('rice', { received: 20 }),
);
const unreceived: ShipmentEvent = { type: 'receipt_reversed', payload: { receiptId: 'half' } };
const claimed: ShipmentEvent = {
  type: 'over_claimed',
  payload: { claimId: 'claim', lineId: 'rice', quantity: 4 },
};
const confirmed: ShipmentEvent = { type: 'over_confirmed', payload: { claimId: 'claim' } };
const refused: ShipmentEvent = { type: 'over_refused', payload: { claimId: 'claim' } };
const found: ShipmentEvent = {
  type: 'found',
  payload: { lineId: 'coats', quantity: 0, side: 'sender' },
};

const ways: Record<ShipmentStatus, ShipmentEvent[]> = {
  draft: [drafted],
  dispatched: [drafted, dispatched],
  partly_received: [drafted, dispatched, half],
  received: [drafted, dispatched, half, rest],
  cancelled: [drafted, cancelled],
};
const on: ShipmentEvent['type'][] = ['over_claimed', 'over_confirmed', 'over_refused', 'found'];
const possible: Record<ShipmentStatus, ShipmentEvent['type'][]> = {
  draft: ['amended', 'dispatched', 'cancelled'],
  dispatched: ['dispatch_reversed', 'received', ...on],
  partly_received: ['received', 'receipt_reversed', ...on],
  received: ['receipt_reversed', ...on],
  cancelled: [],
};

describe('foldShipment', () => {
  it.each(shipmentStatuses)('reaches %s', (status) => {
    expect(foldShipment(ways[status])).toMatchObject({ status, version: ways[status].length });
  });

  const next = [
    drafted,
    amended,
    dispatched,
    recalled,
    cancelled,
    half,
    unreceived,
    claimed,
    confirmed,
    refused,
    found,
  ];
  it.each(shipmentStatuses.flatMap((status) => next.map((event) => ({ status, event }))))(
    'from $status by $event.type',
    ({ status, event }) => {
      const decides = event === confirmed || event === refused;
      const way =
        decides && possible[status].includes(event.type)
          ? [...ways[status], claimed]
          : ways[status];
      const fold = () => foldShipment([...way, event]);
      if (possible[status].includes(event.type)) expect(fold().version).toBe(way.length + 1);
      else expect(fold).toThrow(status);
    },
  );

  it.each([
    ['a reversed receipt', [drafted, dispatched, half, unreceived], 'dispatched'],
    ['one of two reversed', [...ways.received, unreceived], 'partly_received'],
    ['a recalled dispatch', [drafted, dispatched, recalled], 'draft'],
    ['an open claim', [...ways.received, claimed], 'received'],
    ['a confirmed claim', [...ways.received, claimed, confirmed], 'partly_received'],
    [
      'a confirmed claim received',
      [...ways.received, claimed, confirmed, received('more', line('rice', { received: 4 }))],
      'received',
    ],
    ['a refused claim', [...ways.received, claimed, refused], 'received'],
  ] as const)('steps the status: %s', (_, way, status) => {
    expect(foldShipment(way).status).toBe(status);
  });

  it.each([
    ['no events', [], 'without events'],
    ['a receipt twice reversed', [...ways.received, unreceived, unreceived], 'not there'],
    ['a claim twice decided', [...ways.received, claimed, refused, confirmed], 'not open'],
    [
      'an unknown line',
      [...ways.received, { type: 'found', payload: { lineId: 'x', quantity: 1, side: 'sender' } }],
      'not there',
    ],
  ] as [string, ShipmentEvent[], string][])('throws on %s', (_, way, message) => {
    expect(() => foldShipment(way)).toThrow(message);
  });
});

describe('shipmentLineFigures', () => {
  const nothing = {
    received: 0,
    damaged: 0,
    lost: 0,
    found: 0,
    outstanding: 0,
    over: 0,
    claimed: 0,
  };
  const find = (quantity: number): ShipmentEvent => ({
    type: 'found',
    payload: { lineId: 'coats', quantity, side: 'receiver' },
  });
  it.each([
    ['on the road', ways.dispatched, 'coats', { sent: 100, outstanding: 100 }],
    ['half', ways.partly_received, 'coats', { sent: 100, received: 50, outstanding: 50 }],
    ['all accounted for', ways.received, 'coats', { sent: 100, received: 95, damaged: 2, lost: 3 }],
    [
      'found one of the lost',
      [...ways.received, find(1)],
      'coats',
      { sent: 100, received: 95, damaged: 2, lost: 2, found: 1 },
    ],
    [
      'found more than the lost',
      [...ways.received, find(4)],
      'coats',
      { sent: 100, received: 95, damaged: 1, lost: 0, found: 4 },
    ],
    ['claimed', [...ways.received, claimed], 'rice', { sent: 20, received: 20, claimed: 4 }],
    [
      'confirmed',
      [...ways.received, claimed, confirmed],
      'rice',
      { sent: 24, received: 20, outstanding: 4, over: 4 },
    ],
    ['refused', [...ways.received, claimed, refused], 'rice', { sent: 20, received: 20 }],
  ] as const)('%s', (_, way, lineId, figures) => {
    expect(shipmentLineFigures(foldShipment(way), lineId)).toEqual({ ...nothing, ...figures });
  });
});

describe('decisions', () => {
  const road = foldShipment(ways.dispatched);
  const done = foldShipment(ways.received);

  it.each([
    ['more than was sent', [line('coats', { received: 101 })], 'shipment.more_than_sent'],
    [
      'more than was sent, counting damage',
      [line('coats', { received: 99, damaged: 2 })],
      'shipment.more_than_sent',
    ],
    [
      'missing without a reason',
      [line('coats', { received: 99, lost: 1 })],
      'shipment.reason_missing',
    ],
    ['nothing', [line('coats', {})], 'form.nothing_entered'],
    ['no lines', [], 'form.nothing_entered'],
    ['less than nothing', [line('coats', { received: -1 })], 'quantity.not_whole'],
    [
      'a negative hidden by a sum',
      [line('coats', { received: 101, damaged: -1 })],
      'quantity.not_whole',
    ],
    ['half a coat', [line('coats', { received: 0.5 })], 'quantity.not_whole'],
    ['another shipment', [line('x', { received: 1 })], 'access.not_found'],
    [
      'a line twice',
      [line('coats', { received: 60 }), line('coats', { received: 60 })],
      'form.invalid',
    ],
  ])('refuses a receipt of %s', (_, lines, code) => {
    expect(decideReceipt(road, 'r', lines)).toMatchObject({ ok: false, error: { code } });
  });

  it('says what is left to receive', () => {
    const state = foldShipment(ways.partly_received);
    expect(decideReceipt(state, 'r', [line('coats', { received: 51 })])).toMatchObject({
      error: { facts: { left: 50 } },
    });
  });

  it.each(shipmentStatuses)('receives only what is on its way: %s', (status) => {
    const result = decideReceipt(foldShipment(ways[status]), 'r', [
      line('coats', { received: 1 }),
      line('rice', {}),
    ]);
    expect(result.ok).toBe(status === 'dispatched' || status === 'partly_received');
    if (result.ok) expect(result.value).toEqual(received('r', line('coats', { received: 1 })));
    else expect(result.error).toEqual({ code: 'record.status', facts: { status } });
  });

  it('takes more only as a claim, once all that was sent is accounted for, and decides it once', () => {
    expect(decideOverClaim(road, 'claim', 'rice', 4)).toMatchObject({
      error: { code: 'shipment.receive_first', facts: { left: 20 } },
    });
    expect(decideOverClaim(foldShipment(ways.draft), 'claim', 'rice', 4)).toMatchObject({
      error: { code: 'record.status' },
    });
    expect(decideOverClaim(done, 'claim', 'x', 4)).toMatchObject({
      error: { code: 'access.not_found' },
    });
    expect(decideOverClaim(done, 'claim', 'rice', 4)).toEqual({ ok: true, value: claimed });
    const open = applyShipment(done, claimed);
    expect(decideOverAnswer(open, 'claim', true)).toEqual({ ok: true, value: confirmed });
    expect(decideOverAnswer(open, 'claim', false)).toEqual({ ok: true, value: refused });
    expect(decideOverAnswer(open, 'x', true)).toMatchObject({
      error: { code: 'access.not_found' },
    });
    expect(decideOverAnswer(applyShipment(open, refused), 'claim', true)).toMatchObject({
      error: { code: 'record.status', facts: { status: 'refused' } },
    });
  });

  it('finds no more than was lost or damaged, and keeps the receipt that wrote it off', () => {
    expect(decideFindAgain(done, 'coats', 6, 'sender')).toMatchObject({
      error: { code: 'shipment.more_than_lost', facts: { left: 5 } },
    });
    expect(decideFindAgain(done, 'x', 1, 'sender')).toMatchObject({
      error: { code: 'access.not_found' },
    });
    const result = decideFindAgain(done, 'coats', 1, 'sender');
    expect(result.ok).toBe(true);
    const after = foldShipment([...ways.received, ...(result.ok ? [result.value] : [])]);
    expect(reverseReceipt(after, 'rest')).toMatchObject({
      error: { code: 'shipment.found_since', facts: { found: 1 } },
    });
    expect(reverseReceipt(after, 'half').ok).toBe(true);
    expect(reverseReceipt(done, 'rest').ok).toBe(true);
    expect(reverseReceipt(done, 'x')).toMatchObject({ error: { code: 'access.not_found' } });
  });

  it.each([
    [{ createdByUserId: 'a', dispatchedByUserId: 'b' }, ['b']],
    [{ createdByUserId: 'a', dispatchedByUserId: null }, ['a']],
  ])('knows who sent', (shipment, users) => {
    expect(sendersOf(shipment)).toEqual(users);
  });

  it('keeps sent = received + damaged + lost + found + outstanding through any decisions', () => {
    const part = fc.nat(40);
    const act = fc.record({
      kind: fc.constantFrom('receive', 'reverse', 'claim', 'decide', 'find'),
      received: part,
      damaged: fc.nat(5),
      lost: fc.nat(5),
      yes: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(act, { maxLength: 30 }), (acts) => {
        let state: ShipmentState = foldShipment(ways.dispatched);
        acts.forEach((one, index) => {
          const id = String(index);
          const decide = () => {
            if (one.kind === 'receive')
              return decideReceipt(state, id, [
                line('coats', {
                  received: one.received,
                  damaged: one.damaged,
                  lost: one.lost,
                  reason: 'stolen',
                }),
              ]);
            if (one.kind === 'reverse')
              return reverseReceipt(state, Object.keys(state.receipts).at(-1) ?? 'none');
            if (one.kind === 'claim') return decideOverClaim(state, id, 'coats', one.received + 1);
            if (one.kind === 'decide')
              return decideOverAnswer(state, Object.keys(state.claims).at(-1) ?? 'none', one.yes);
            return decideFindAgain(state, 'coats', one.lost, 'sender');
          };
          const result = decide();
          if (result.ok) state = applyShipment(state, result.value);
          const {
            sent,
            received: came,
            damaged,
            lost,
            found: again,
            outstanding,
          } = shipmentLineFigures(state, 'coats');
          expect(came + damaged + lost + again + outstanding).toBe(sent);
          for (const figure of [came, damaged, lost, again, outstanding])
            expect(figure).toBeGreaterThanOrEqual(0);
        });
      }),
    );
  });
});
