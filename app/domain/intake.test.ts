import { describe, expect, it } from 'vitest';
import { countDifference, countRefusal, type CountLine, type CountRules } from './intake';

const rules: CountRules = {
  today: '2026-01-10',
  gate: { minMonths: 6, shortLifeMonths: 6, shortLifeMinMonths: 3 },
  perishable: false,
  toCome: 100,
  lastDelivery: false,
};
function count(more: Partial<CountLine>): CountLine {
  return { donationLineId: 'line', sound: 0, quarantined: 0, refused: 0, ...more };
}

describe('countDifference', () => {
  it.each([
    [count({ sound: 100 }), false, 'none'],
    [count({ sound: 60 }), false, 'none'],
    [count({ sound: 60 }), true, 'short'],
    [count({ sound: 98, refused: 2 }), true, 'none'],
    [count({ sound: 99, quarantined: 1, refused: 1 }), false, 'over'],
  ] as const)('%j, last: %s', (line, lastDelivery, difference) => {
    expect(countDifference(line, { toCome: 100, lastDelivery })).toBe(difference);
  });
});

describe('countRefusal', () => {
  it.each([
    ['all sound', count({ sound: 100 }), {}, undefined],
    ['a first delivery', count({ sound: 40 }), {}, undefined],
    [
      'too little at the last, unexplained',
      count({ sound: 40 }),
      { lastDelivery: true },
      'intake.difference_unexplained',
    ],
    [
      'too little at the last, explained',
      count({ sound: 40, reason: 'short_delivered' }),
      { lastDelivery: true },
      undefined,
    ],
    [
      'nothing at the last, explained',
      count({ reason: 'short_delivered' }),
      { lastDelivery: true },
      undefined,
    ],
    ['too much, unexplained', count({ sound: 101 }), {}, 'intake.difference_unexplained'],
    ['too much, explained', count({ sound: 101, reason: 'over_delivered' }), {}, undefined],
    ['refused, unexplained', count({ sound: 98, refused: 2 }), {}, 'intake.reason_missing'],
    ['refused, explained', count({ sound: 98, refused: 2, reason: 'damaged' }), {}, undefined],
    ['held back, unexplained', count({ sound: 98, quarantined: 2 }), {}, 'intake.reason_missing'],
    ['less than nothing', count({ sound: -1 }), {}, 'quantity.not_whole'],
    ['half a piece', count({ sound: 0.5 }), {}, 'quantity.not_whole'],
    ['broken packs', count({ sound: 15, packSize: 10 }), {}, 'intake.not_whole_packs'],
    [
      'broken packs held back',
      count({ sound: 10, quarantined: 5, packSize: 10, reason: 'wet' }),
      {},
      'intake.not_whole_packs',
    ],
    ['whole packs', count({ sound: 20, packSize: 10 }), {}, undefined],
    [
      'food without a date',
      count({ sound: 10 }),
      { perishable: true },
      'intake.best_before_missing',
    ],
    [
      'food without a date, refused',
      count({ refused: 10, reason: 'unsafe' }),
      { perishable: true },
      undefined,
    ],
    [
      'food with a date',
      count({ sound: 10, bestBefore: '2026-12-01' }),
      { perishable: true },
      undefined,
    ],
    [
      'expired',
      count({ sound: 10, bestBefore: '2026-01-09', reason: 'short_life_accepted' }),
      {},
      'intake.expired',
    ],
    [
      'expired, held back',
      count({ quarantined: 10, bestBefore: '2026-01-09', reason: 'expired' }),
      {},
      undefined,
    ],
    [
      'too little life',
      count({ sound: 10, bestBefore: '2026-05-01' }),
      {},
      'quality.too_little_life',
    ],
    [
      'too little life, taken all the same',
      count({ sound: 10, bestBefore: '2026-05-01', reason: 'short_life_accepted' }),
      {},
      undefined,
    ],
    [
      'best before production',
      count({ sound: 10, producedOn: '2026-01-05', bestBefore: '2026-01-05' }),
      {},
      'day.best_before_not_after_production',
    ],
  ] as const)('%s', (_, line, more, code) => {
    expect(countRefusal(line, { ...rules, ...more })?.code).toBe(code);
  });
});
