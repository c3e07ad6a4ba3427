import { describe, expect, it } from 'vitest';
import { allocationStatuses, type AllocationStatus } from './allocation/suggestion';
import { foldAllocation, type AllocationEvent } from './allocation-event';
import {
  allocationPlanStatuses,
  foldAllocationPlan,
  type AllocationPlanEvent,
  type AllocationPlanStatus,
} from './allocation-plan';
import {
  donationStatuses,
  foldDonation,
  type DonationEvent,
  type DonationStatus,
} from './donation';
import { foldHandout, handoutStatuses, type HandoutEvent, type HandoutStatus } from './handout';
import { foldRequest, requestStatuses, type RequestEvent, type RequestStatus } from './request';
import {
  foldShipment,
  shipmentStatuses,
  type ShipmentEvent,
  type ShipmentStatus,
} from './shipment';
import { foldSignOff, signOffStatuses, type SignOffEvent, type SignOffStatus } from './sign-off';

const lines = [{ lineId: 'coats', quantity: 10 }];

const pledged: DonationEvent = { type: 'pledged', payload: { lines } };
const acceptedDonation: DonationEvent = { type: 'accepted', payload: { declined: [] } };
const donations: Record<DonationStatus, DonationEvent[]> = {
  pledged: [pledged],
  accepted: [pledged, acceptedDonation],
  declined: [pledged, { type: 'declined', payload: { reason: 'no_room' } }],
  withdrawn: [pledged, { type: 'withdrawn', payload: { reason: null } }],
  closed: [pledged, acceptedDonation, { type: 'closed', payload: { reason: null } }],
};

const drafted: RequestEvent = { type: 'drafted', payload: { lines } };
const submitted: RequestEvent = { type: 'submitted', payload: {} };
const approved: RequestEvent = {
  type: 'approved',
  payload: { lines: [{ lineId: 'coats', approved: 10, cutReason: null }] },
};
const requests: Record<RequestStatus, RequestEvent[]> = {
  draft: [drafted],
  submitted: [drafted, submitted],
  returned: [drafted, submitted, { type: 'returned', payload: { reasonGiven: true } }],
  approved: [drafted, submitted, approved],
  withdrawn: [drafted, { type: 'withdrawn', payload: {} }],
  closed: [drafted, submitted, approved, { type: 'closed', payload: { reasonGiven: false } }],
};

const made: AllocationEvent = { type: 'made', payload: { requestId: 'request', lines: [] } };
const allocations: Record<AllocationStatus, AllocationEvent[]> = {
  active: [made],
  released: [made, { type: 'released', payload: { lines: [], reasonGiven: false } }],
};

const planDrafted: AllocationPlanEvent[] = [
  { type: 'drafted', payload: { renewsPlanId: null } },
  { type: 'solved', payload: { solutionId: 'fair', snapshotId: 'monday', round: 1 } },
];
const planSubmitted: AllocationPlanEvent[] = [...planDrafted, { type: 'submitted', payload: {} }];
const planApproved: AllocationPlanEvent[] = [...planSubmitted, { type: 'approved', payload: {} }];
const plans: Record<AllocationPlanStatus, AllocationPlanEvent[]> = {
  draft: planDrafted,
  submitted: planSubmitted,
  approved: planApproved,
  applied: [...planApproved, { type: 'applied', payload: { allocationIds: [] } }],
  rejected: [...planSubmitted, { type: 'rejected', payload: { reasonGiven: true } }],
  superseded: [...planApproved, { type: 'superseded', payload: { byPlanId: 'newer' } }],
};

const shipmentDrafted: ShipmentEvent = { type: 'drafted', payload: { lines } };
const dispatched: ShipmentEvent = { type: 'dispatched', payload: {} };
const receive = (received: number): ShipmentEvent => ({
  type: 'received',
  payload: {
    receiptId: 'first',
    lines: [{ lineId: 'coats', received, damaged: 0, lost: 0, reason: null }],
  },
});
const shipments: Record<ShipmentStatus, ShipmentEvent[]> = {
  draft: [shipmentDrafted],
  dispatched: [shipmentDrafted, dispatched],
  partly_received: [shipmentDrafted, dispatched, receive(4)],
  received: [shipmentDrafted, dispatched, receive(10)],
  cancelled: [shipmentDrafted, { type: 'cancelled', payload: {} }],
};

const opened: HandoutEvent = { type: 'opened', payload: { lines: [] } };
const handouts: Record<HandoutStatus, HandoutEvent[]> = {
  open: [opened],
  closed: [opened, { type: 'closed', payload: {} }],
};

const posted: SignOffEvent = { type: 'posted', payload: { movementId: 'movement' } };
const reversed: SignOffEvent = {
  type: 'reversed',
  payload: { reason: 'wrong_item', movementId: 'movement' },
};
const signOffs: Record<SignOffStatus, SignOffEvent[]> = {
  posted: [posted],
  disputed: [{ type: 'disputed', payload: { code: 'handout.more_than_entitled' } }],
  reversed: [posted, reversed],
};

function everyStatus<S extends string, E>(
  aggregate: string,
  statuses: readonly S[],
  ways: Record<S, E[]>,
  fold: (events: readonly E[]) => { status: S },
): void {
  describe(`every status of ${aggregate}`, () => {
    it.each(statuses)('%s is reached by events', (status) => {
      expect(fold(ways[status]).status).toBe(status);
    });
  });
}

everyStatus('a donation', donationStatuses, donations, foldDonation);
everyStatus('a request', requestStatuses, requests, foldRequest);
everyStatus('an allocation', allocationStatuses, allocations, foldAllocation);
everyStatus('an allocation plan', allocationPlanStatuses, plans, foldAllocationPlan);
everyStatus('a shipment', shipmentStatuses, shipments, foldShipment);
everyStatus('a hand-out', handoutStatuses, handouts, foldHandout);
everyStatus('a sign-off', signOffStatuses, signOffs, foldSignOff);
