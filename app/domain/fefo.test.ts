import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fefoOrder, pickFefo, type StockCandidate } from './fefo';
import { LOOSE, OPENED } from './ledger';

const rules = { today: '2026-01-10', soonDays: 30 };

function lot(lotId: string, more: Partial<StockCandidate> = {}): StockCandidate {
  return { lotId, parcelId: LOOSE, placeId: 'depot', free: 10, quarantined: false, ...more };
}

describe('fefoOrder', () => {
  it('puts the earliest best-before first, undated goods last, then the older', () => {
    const lots = [
      lot('no date'),
      lot('b', { bestBefore: '2026-05-01', producedOn: '2025-05-01' }),
      lot('late', { bestBefore: '2026-06-01' }),
      lot('a', { bestBefore: '2026-05-01', producedOn: '2025-05-01' }),
      lot('z', { bestBefore: '2026-05-01', producedOn: '2025-04-01' }),
      lot('y', { bestBefore: '2026-05-01' }),
    ];
    expect(lots.sort(fefoOrder).map((one) => one.lotId)).toEqual([
      'z',
      'a',
      'b',
      'y',
      'late',
      'no date',
    ]);
  });
});

describe('pickFefo', () => {
  it('takes the earliest first and names what it passes over', () => {
    const result = pickFefo(
      [
        lot('late', { bestBefore: '2026-09-01' }),
        lot('held back', { quarantined: true }),
        lot('gone', { bestBefore: '2026-01-09' }),
        lot('empty', { free: 0, bestBefore: '2026-01-20' }),
        lot('last day', { bestBefore: '2026-01-10' }),
        lot('untouched'),
      ],
      15,
      rules,
    );
    expect(result.picks).toEqual([
      { lotId: 'last day', parcelId: LOOSE, placeId: 'depot', quantity: 10, expiresSoon: true },
      { lotId: 'late', parcelId: LOOSE, placeId: 'depot', quantity: 5, expiresSoon: false },
    ]);
    expect(result.skipped.map(({ lotId, reason }) => [lotId, reason])).toEqual([
      ['gone', 'expired'],
      ['empty', 'no_free_stock'],
      ['held back', 'quarantined'],
    ]);
    expect(result.short).toBe(0);
  });

  it('keeps packs whole', () => {
    const result = pickFefo([lot('bags', { free: 50_000, packSize: 10_000 })], 25_000, rules);
    expect([result.picks[0]?.quantity, result.short]).toEqual([20_000, 5000]);
    const opened = lot('bags', { free: 50_000, packSize: 10_000, parcelId: OPENED });
    expect(pickFefo([opened], 25_000, rules).short).toBe(0);
    const none = pickFefo([lot('bags', { free: 50_000, packSize: 10_000 })], 9999, rules);
    expect(none).toMatchObject({ picks: [], short: 9999, skipped: [{ reason: 'pack_too_large' }] });
  });

  it('neither invents goods nor passes earlier ones by', () => {
    const candidate = fc.record({
      lotId: fc.uuid(),
      free: fc.nat(20),
      quarantined: fc.boolean(),
      bestBefore: fc.constantFrom(
        undefined,
        '2026-01-09',
        '2026-01-10',
        '2026-03-01',
        '2026-04-01',
      ),
    });
    fc.assert(
      fc.property(
        fc.array(candidate, { maxLength: 12 }),
        fc.integer({ min: 1, max: 100 }),
        (made, wanted) => {
          const lots = made.map((one) => lot(one.lotId, one));
          const { picks, short } = pickFefo(lots, wanted, rules);
          const usable = lots.filter((one) => !one.quarantined && one.bestBefore !== '2026-01-09');
          const there = usable.reduce((sum, one) => sum + one.free, 0);
          const taken = picks.reduce((sum, one) => sum + one.quantity, 0);
          expect(taken).toBe(Math.min(there, wanted));
          expect(short).toBe(wanted - taken);
          const ordered = usable.filter((one) => one.free > 0).sort(fefoOrder);
          picks.forEach((pick, index) => {
            expect(pick.lotId).toBe(ordered[index]?.lotId);
            if (index < picks.length - 1) expect(pick.quantity).toBe(ordered[index]?.free);
          });
        },
      ),
    );
  });
});
