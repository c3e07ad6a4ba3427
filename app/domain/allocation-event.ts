import type { AllocationStatus } from './allocation/suggestion';

/** With a lot the goods are held; without one the line is a promise on a pledge not yet in. Smallest units. */
export type AllocatedLine = {
  lineId: string;
  requestLineId: string;
  donationLineId: string;
  lotId: string | null;
  placeId: string;
  quantity: number;
};
export type ReleasedLine = { lineId: string; quantity: number };
/** What came in of a promise; where only a part came, the goods have a line of their own. */
export type KeptPromise = { lineId: string; heldLineId: string; lotId: string; quantity: number };

export type AllocationEvent =
  | { type: 'made'; payload: { requestId: string; lines: AllocatedLine[] } }
  | { type: 'held'; payload: { intakeId: string; lines: KeptPromise[] } }
  /** The count was undone: what it held is a promise again. */
  | { type: 'reopened'; payload: { intakeId: string; lines: ReleasedLine[] } }
  /** What was promised will not come: the donation, or the line of it, was closed for the reason told. */
  | { type: 'lapsed'; payload: { lines: (ReleasedLine & { reason: string })[]; alive: boolean } }
  /** `reduced` leaves something of the allocation alive; `released` nothing. */
  | { type: 'reduced' | 'released'; payload: { lines: ReleasedLine[]; reasonGiven: boolean } };

export interface AllocationState {
  status: AllocationStatus;
  version: number;
}

/** The state after all events; throws where their order is impossible. */
export function foldAllocation(events: readonly AllocationEvent[]): AllocationState {
  const state = events.reduce<AllocationState | undefined>(applyAllocation, undefined);
  if (!state) throw new Error('An allocation without events.');
  return state;
}

export function applyAllocation(
  state: AllocationState | undefined,
  event: AllocationEvent,
): AllocationState {
  const version = (state?.version ?? 0) + 1;
  if (event.type === 'made') {
    if (state) throw new Error('An allocation is made once.');
    return { status: 'active', version };
  }
  if (state?.status !== 'active') {
    throw new Error(`An allocation that is ${state?.status ?? 'none'} cannot be ${event.type}.`);
  }
  const over = event.type === 'released' || (event.type === 'lapsed' && !event.payload.alive);
  return { status: over ? 'released' : 'active', version };
}
