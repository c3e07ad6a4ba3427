import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { needOrder, suggestAllocation, type AllocationCandidate, type Need } from './suggestion';
import { LOOSE } from '../ledger';

const rules = { today: '2026-01-10', soonDays: 30 };
const use = { divisionCode: '451121101202', group: 'children' as const };

function need(requestLineId: string, more: Partial<Need> = {}): Need {
  return {
    requestLineId,
    itemId: 'coat',
    size: '120',
    sizeScheme: 'child_height',
    largerSizeServes: false,
    remainder: 10,
    urgency: 'normal',
    needBy: '2026-02-01',
    use,
    ...more,
  };
}
function lot(lotId: string, more: Partial<AllocationCandidate> = {}): AllocationCandidate {
  return {
    lotId,
    parcelId: LOOSE,
    placeId: 'depot',
    itemId: 'coat',
    size: '120',
    free: 10,
    quarantined: false,
    restriction: {},
    ...more,
  };
}
const short = (suggestion: ReturnType<typeof suggestAllocation>) => ({
  proposals: suggestion.proposals.map((one) => [
    one.requestLineId,
    one.lotId,
    one.quantity,
    ...one.flags,
  ]),
  skipped: suggestion.skipped.map((one) => [one.requestLineId, one.lotId, one.reason]),
  unmet: suggestion.unmet.map((one) => [one.requestLineId, one.quantity]),
});

describe('needOrder', () => {
  it('is urgency, then need-by, then age', () => {
    const needs = [
      need('d', { needBy: '2026-02-02' }),
      need('c'),
      need('b', { urgency: 'urgent', needBy: '2026-12-01' }),
      need('e'),
      need('a', { urgency: 'critical', needBy: '2027-01-01' }),
    ];
    expect(needs.sort(needOrder).map((one) => one.requestLineId)).toEqual([
      'a',
      'b',
      'c',
      'e',
      'd',
    ]);
  });
});

describe('suggestAllocation', () => {
  it('serves the most urgent first and says what is left over', () => {
    const needs = [
      need('later', { needBy: '2026-03-01' }),
      need('sooner', { remainder: 6 }),
      need('urgent', { urgency: 'urgent', remainder: 7 }),
    ];
    expect(short(suggestAllocation(needs, [lot('a'), lot('b', { free: 5 })], rules))).toEqual({
      proposals: [
        ['urgent', 'a', 7],
        ['sooner', 'a', 3],
        ['sooner', 'b', 3],
        ['later', 'b', 2],
      ],
      skipped: [['later', 'a', 'no_free_stock']],
      unmet: [['later', 8]],
    });
  });

  it.each([
    ['quarantined', { quarantined: true }],
    ['expired', { bestBefore: '2026-01-09' }],
    ['no_free_stock', { free: 0 }],
    ['wrong_size', { size: '130' }],
    ['wrong_size', { size: '110' }],
    ['pack_too_large', { packSize: 50, free: 100 }],
    ['restricted_division', { restriction: { divisionCode: '451122000000' } }],
    ['restricted_group', { restriction: { group: 'elderly' as const } }],
  ] as const)('skips and says why: %s', (reason, more) => {
    expect(short(suggestAllocation([need('n')], [lot('a', more), lot('good')], rules))).toEqual({
      proposals: [['n', 'good', 10]],
      skipped: [['n', 'a', reason]],
      unmet: [],
    });
  });

  it('skips another purpose where both are written', () => {
    const winter = lot('a', { restriction: { purpose: 'winter' } });
    const suggestion = suggestAllocation(
      [need('n', { use: { ...use, purpose: 'school' } })],
      [winter],
      rules,
    );
    expect(suggestion.skipped[0]?.reason).toBe('restricted_purpose');
  });

  it.each([
    ['expires_soon', { bestBefore: '2026-02-09' }],
    ['purpose_to_read', { restriction: { purpose: 'winter' } }],
    ['opens_parcel', { parcelId: 'box', free: 11 }],
  ] as const)('flags %s', (flag, more) => {
    expect(short(suggestAllocation([need('n')], [lot('a', more)], rules)).proposals).toEqual([
      ['n', 'a', 10, flag],
    ]);
  });

  it('flags no whole parcel and no life longer than soon', () => {
    const whole = lot('a', { parcelId: 'box', bestBefore: '2026-02-10' });
    expect(short(suggestAllocation([need('n')], [whole], rules)).proposals).toEqual([
      ['n', 'a', 10],
    ]);
  });

  it('takes a size larger only where it serves, and only after the exact size', () => {
    const stock = [
      lot('larger', { size: '130', bestBefore: '2026-02-01' }),
      lot('exact', { free: 4 }),
      lot('two larger', { size: '140' }),
    ];
    expect(short(suggestAllocation([need('n', { largerSizeServes: true })], stock, rules))).toEqual(
      {
        proposals: [
          ['n', 'exact', 4],
          ['n', 'larger', 6, 'expires_soon', 'larger_size'],
        ],
        skipped: [['n', 'two larger', 'wrong_size']],
        unmet: [],
      },
    );
    expect(short(suggestAllocation([need('n')], stock, rules)).unmet).toEqual([['n', 6]]);
  });

  it('never mixes items', () => {
    const suggestion = suggestAllocation([need('n')], [lot('rice', { itemId: 'rice' })], rules);
    expect(short(suggestion)).toEqual({ proposals: [], skipped: [], unmet: [['n', 10]] });
  });

  const anyNeed = fc.record({
    remainder: fc.integer({ min: 1, max: 40 }),
    size: fc.constantFrom('120', '130'),
    largerSizeServes: fc.boolean(),
    urgency: fc.constantFrom('normal' as const, 'urgent' as const, 'critical' as const),
    needBy: fc.constantFrom('2026-02-01', '2026-03-01'),
  });
  const anyLot = fc.record({
    free: fc.nat(30),
    size: fc.constantFrom('120', '130', '140'),
    quarantined: fc.boolean(),
    packSize: fc.constantFrom(undefined, 5),
    bestBefore: fc.constantFrom(undefined, '2026-01-09', '2026-01-20'),
    restriction: fc.constantFrom(
      {},
      { group: 'elderly' as const },
      { divisionCode: '451121000000' },
    ),
  });

  it('gives nobody more than asked and nothing twice, and accounts for every need', () => {
    fc.assert(
      fc.property(
        fc.array(anyNeed, { maxLength: 8 }),
        fc.array(anyLot, { maxLength: 10 }),
        (madeNeeds, madeLots) => {
          const needs = madeNeeds.map((one, index) => need(`need ${index}`, one));
          const stock = madeLots.map((one, index) => lot(`lot ${index}`, one));
          const { proposals, skipped, unmet } = suggestAllocation(needs, stock, rules);
          const sum = (list: { quantity: number }[]) =>
            list.reduce((total, one) => total + one.quantity, 0);
          for (const one of needs) {
            const given = sum(
              proposals.filter((proposal) => proposal.requestLineId === one.requestLineId),
            );
            const open = sum(unmet.filter((line) => line.requestLineId === one.requestLineId));
            expect(given + open).toBe(one.remainder);
          }
          for (const one of stock) {
            const taken = proposals.filter((proposal) => proposal.lotId === one.lotId);
            expect(sum(taken)).toBeLessThanOrEqual(one.free);
            if (taken.length > 0)
              expect([
                one.quarantined,
                one.bestBefore === '2026-01-09',
                one.restriction.group,
              ]).toEqual([false, false, undefined]);
            if (one.packSize) for (const proposal of taken) expect(proposal.quantity % 5).toBe(0);
          }
          const named = new Set(
            [...proposals, ...skipped].map((one) => `${one.requestLineId} ${one.lotId}`),
          );
          for (const line of unmet)
            for (const one of stock) expect(named).toContain(`${line.requestLineId} ${one.lotId}`);
        },
      ),
    );
  });
});
