import { describe, expect, it } from 'vitest';
import { suggestAllocation, type AllocationCandidate, type Need } from './allocation/suggestion';
import { suggestForNeed } from './desk';
import { LOOSE } from './ledger';

const rules = { today: '2026-01-10', soonDays: 30 };
const use = { divisionCode: '451121101202', group: 'children' as const };
const need = (id: string, size: string, remainder: number): Need => ({
  requestLineId: id,
  itemId: 'coat',
  size,
  sizeScheme: 'child_height',
  largerSizeServes: true,
  remainder,
  urgency: 'normal',
  needBy: '2026-02-01',
  use,
});
const lot = (
  lotId: string,
  size: string,
  free: number,
  bestBefore?: string,
): AllocationCandidate => ({
  lotId,
  parcelId: LOOSE,
  placeId: 'depot',
  itemId: 'coat',
  size,
  free,
  quarantined: lotId.startsWith('q'),
  bestBefore,
  restriction: {},
});

describe('suggestForNeed', () => {
  it('is what the whole suggestion gives this need', () => {
    const needs = [
      need('a', '120', 9),
      need('b', '120', 30),
      need('c', '130', 7),
      need('d', '120', 5),
    ];
    const goods = [
      lot('x', '120', 18, '2027-01-01'),
      lot('y', '130', 12),
      lot('z', '120', 10, '2026-06-01'),
      lot('q', '120', 50),
      lot('w', '130', 20, '2025-01-01'),
    ];
    const whole = suggestAllocation(needs, goods, rules);
    for (const [at, one] of needs.entries()) {
      const alone = suggestForNeed(one, needs.slice(0, at), goods, rules);
      const own = whole.proposals.filter((row) => row.requestLineId === one.requestLineId);
      expect(alone.proposals.map((row) => [row.lotId, row.quantity])).toEqual(
        own.map((row) => [row.lotId, row.quantity]),
      );
    }
    expect(suggestForNeed(need('d', '120', 5), needs.slice(0, 1), goods, rules).leftToOthers).toBe(
      9,
    );
  });
});
