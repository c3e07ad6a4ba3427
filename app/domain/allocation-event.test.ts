import { describe, expect, it } from 'vitest';
import { foldAllocation, type AllocationEvent } from './allocation-event';

const made: AllocationEvent = { type: 'made', payload: { requestId: 'r', lines: [] } };
const held: AllocationEvent = { type: 'held', payload: { intakeId: 'i', lines: [] } };
const reduced: AllocationEvent = { type: 'reduced', payload: { lines: [], reasonGiven: false } };
const released: AllocationEvent = { type: 'released', payload: { lines: [], reasonGiven: true } };

describe('foldAllocation', () => {
  it.each([
    [[made], 'active'],
    [[made, held, reduced], 'active'],
    [[made, reduced, released], 'released'],
  ] as const)('case %#', (events, status) => {
    expect(foldAllocation(events)).toEqual({ status, version: events.length });
  });

  it.each([[[]], [[held]], [[made, made]], [[made, released, reduced]], [[made, released, held]]])(
    'refuses an impossible order: case %#',
    (events: AllocationEvent[]) => {
      expect(() => foldAllocation(events)).toThrow(/llocation/);
    },
  );
});
