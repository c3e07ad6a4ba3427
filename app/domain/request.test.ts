import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  applyRequest,
  decideApproval,
  foldRequest,
  nowhere,
  overAllocationRefusal,
  requestLineFigures,
  requestStatuses,
  type RequestEvent,
  type RequestStatus,
  type ApprovedLine,
} from './request';

const lines = [
  { lineId: 'coats', quantity: 43 },
  { lineId: 'bags', quantity: 40 },
];
const drafted: RequestEvent = { type: 'drafted', payload: { lines } };
const amended: RequestEvent = {
  type: 'amended',
  payload: { lines: [{ lineId: 'coats', quantity: 41 }] },
};
const submitted: RequestEvent = { type: 'submitted', payload: {} };
const returned: RequestEvent = { type: 'returned', payload: { reasonGiven: true } };
const approved: RequestEvent = {
  type: 'approved',
  payload: {
    lines: [
      { lineId: 'coats', approved: 43, cutReason: null },
      { lineId: 'bags', approved: 30, cutReason: 'above_head_count' },
    ],
  },
};
const withdrawn: RequestEvent = { type: 'withdrawn', payload: {} };
const closed: RequestEvent = { type: 'closed', payload: { reasonGiven: false } };

const ways: Record<RequestStatus, RequestEvent[]> = {
  draft: [drafted],
  submitted: [drafted, submitted],
  returned: [drafted, submitted, returned],
  approved: [drafted, submitted, approved],
  withdrawn: [drafted, withdrawn],
  closed: [drafted, submitted, approved, closed],
};
const possible: Record<RequestStatus, RequestEvent['type'][]> = {
  draft: ['amended', 'submitted', 'withdrawn'],
  submitted: ['returned', 'approved', 'withdrawn'],
  returned: ['amended', 'submitted', 'withdrawn'],
  approved: ['closed'],
  withdrawn: [],
  closed: [],
};

describe('foldRequest', () => {
  it.each(requestStatuses)('reaches %s', (status) => {
    expect(foldRequest(ways[status])).toMatchObject({ status, version: ways[status].length });
  });

  const next = [drafted, amended, submitted, returned, approved, withdrawn, closed];
  it.each(requestStatuses.flatMap((status) => next.map((event) => ({ status, event }))))(
    'from $status by $event.type',
    ({ status, event }) => {
      const fold = () => foldRequest([...ways[status], event]);
      if (possible[status].includes(event.type))
        expect(fold().version).toBe(ways[status].length + 1);
      else expect(fold).toThrow(status);
    },
  );

  it('keeps the status while a returned request is amended, and takes its new lines', () => {
    expect(foldRequest([...ways.returned, amended])).toMatchObject({
      status: 'returned',
      lines: { coats: { quantity: 41 } },
    });
    expect(foldRequest([...ways.returned, amended]).lines['bags']).toBeUndefined();
  });

  it('knows what was approved', () => {
    expect(foldRequest(ways.approved).lines).toEqual({
      coats: { quantity: 43, approved: 43 },
      bags: { quantity: 40, approved: 30 },
    });
  });

  it('throws without a beginning and on unknown lines', () => {
    expect(() => foldRequest([])).toThrow('without events');
    expect(() => foldRequest([submitted])).toThrow('none');
    const foreign: RequestEvent = {
      type: 'approved',
      payload: { lines: [{ lineId: 'x', approved: 1, cutReason: null }] },
    };
    expect(() => foldRequest([drafted, submitted, foreign])).toThrow('not there');
  });
});

describe('decideApproval', () => {
  const state = foldRequest(ways.submitted);

  it('approves as asked what no decision names', () => {
    expect(
      decideApproval(state, [{ lineId: 'bags', approved: 0, cutReason: 'already_supplied' }]),
    ).toEqual({
      ok: true,
      value: {
        type: 'approved',
        payload: {
          lines: [
            { lineId: 'coats', approved: 43, cutReason: null },
            { lineId: 'bags', approved: 0, cutReason: 'already_supplied' },
          ],
        },
      },
    });
  });

  it.each<[string, ApprovedLine[], string]>([
    [
      'a cut without a reason',
      [{ lineId: 'bags', approved: 39, cutReason: null }],
      'request.cut_reason_missing',
    ],
    [
      'more than asked',
      [{ lineId: 'bags', approved: 41, cutReason: null }],
      'request.more_than_asked',
    ],
    [
      'less than none',
      [{ lineId: 'bags', approved: -1, cutReason: 'other' }],
      'quantity.not_whole',
    ],
    ['another request', [{ lineId: 'x', approved: 1, cutReason: null }], 'form.invalid'],
    [
      'a line twice',
      [
        { lineId: 'bags', approved: 1, cutReason: 'other' },
        { lineId: 'bags', approved: 40, cutReason: null },
      ],
      'form.invalid',
    ],
    [
      'nothing at all',
      [
        { lineId: 'bags', approved: 0, cutReason: 'other' },
        { lineId: 'coats', approved: 0, cutReason: 'other' },
      ],
      'request.nothing_approved',
    ],
  ])('refuses %s', (_, decided, code) => {
    expect(decideApproval(state, decided)).toMatchObject({ ok: false, error: { code } });
  });

  it.each(requestStatuses)('only once submitted: %s', (status) => {
    const result = decideApproval(foldRequest(ways[status]), []);
    expect(result.ok).toBe(status === 'submitted');
    if (result.ok) expect(applyRequest(state, result.value).status).toBe('approved');
    else expect(result.error).toEqual({ code: 'record.status', facts: { status } });
  });
});

describe('requestLineFigures', () => {
  it.each([
    ['not decided yet', 'submitted', undefined, {}, [0, 0, 0, 0]],
    ['cut', 'approved', 30, {}, [10, 30, 0, 30]],
    ['a promise counts', 'approved', 40, { promised: 15 }, [0, 40, 15, 25]],
    [
      'wherever it is',
      'approved',
      40,
      { promised: 1, held: 2, onTheRoad: 3, atCentre: 4, handedOut: 5 },
      [0, 40, 15, 25],
    ],
    ['found again beyond the need', 'approved', 40, { held: 41 }, [0, 40, 41, 0]],
    ['closed asks for nothing', 'closed', 40, { handedOut: 15 }, [0, 40, 15, 0]],
  ] as const)('%s', (_, status, approved, where, [cut, approvedFigure, allocated, remainder]) => {
    const figures = requestLineFigures({ quantity: 40, approved }, status, {
      ...nowhere,
      ...where,
    });
    expect(figures).toEqual({
      ...nowhere,
      ...where,
      requested: 40,
      cut,
      approved: approvedFigure,
      allocated,
      remainder,
    });
  });

  it('keeps the remainder through any number of partial allocations', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 1000 }),
        fc.array(fc.record({ part: fc.nat(300), back: fc.nat(300) })),
        (approved, parts) => {
          const line = { quantity: approved, approved };
          let held = 0;
          for (const { part, back } of parts) {
            const { remainder } = requestLineFigures(line, 'approved', { ...nowhere, held });
            const refused = overAllocationRefusal(remainder, part);
            expect(refused).toEqual(
              part > remainder
                ? { code: 'allocation.more_than_remainder', facts: { left: remainder } }
                : undefined,
            );
            if (refused) continue;
            held += part - Math.min(back, part);
            const after = requestLineFigures(line, 'approved', { ...nowhere, held });
            expect(after.allocated + after.remainder).toBe(approved);
            expect(after.remainder).toBeGreaterThanOrEqual(0);
          }
        },
      ),
    );
  });
});
