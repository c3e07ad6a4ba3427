import type { Role } from './actor';
import type { AllocationEvent } from './allocation-event';
import type { AllocationPlanEvent } from './allocation-plan';
import type { CloseReason, DonationEvent } from './donation';
import type { ReopenReason } from './donation-reopening';
import type { AggregateName } from './event';
import type { HandoutEvent } from './handout';
import type { RequestEvent } from './request';
import type { ShipmentEvent } from './shipment';
import type { SignOffEvent } from './sign-off';

/**
 * What can happen to an aggregate. A command cannot note anything else, and every kind has its sentence in both
 * languages (`history` texts): the compiler holds both ends.
 */
export interface EventTypes extends Record<AggregateName, string> {
  organisation: 'registered' | 'amended' | 'ended' | 'restored';
  place: 'registered' | 'amended' | 'ended' | 'restored';
  programme: 'opened' | 'amended' | 'goods_used' | 'closed' | 'reopened';
  membership: 'began' | 'amended' | 'ended';
  invitation: 'issued' | 'accepted' | 'withdrawn';
  password_reset: 'issued' | 'used' | 'withdrawn';
  item: 'registered' | 'amended' | 'parts_changed';
  campaign: 'opened' | 'amended' | 'closed';
  donation: DonationEvent['type'];
  lot: 'quarantined' | 'unquarantined' | 'written_off' | 'found' | 'returned' | 'reversed';
  parcel: 'packed' | 'opened' | 'reversed';
  request: RequestEvent['type'];
  allocation: AllocationEvent['type'];
  allocation_plan: AllocationPlanEvent['type'];
  shipment: ShipmentEvent['type'];
  handout: HandoutEvent['type'];
  sign_off: SignOffEvent['type'];
  stocktake: 'counted';
  household: 'registered' | 'amended' | 'ended';
  person: 'registered' | 'amended' | 'ended' | 'identity_read';
}

/** `donation.pledged`: the key of an event's sentence. */
export type EventKey = { [A in AggregateName]: `${A}.${EventTypes[A]}` }[AggregateName];

/** One thing that somebody did. */
export interface HistoryEntry {
  id: string;
  key: EventKey;
  /** ISO instant. */
  at: string;
  /** Why, as a fixed word of the event; only where the record itself may no longer say it. */
  reason?: ReopenReason | CloseReason | undefined;
  /** Staff; left out where the product itself did it. */
  by?: { name: string; organisation: string; role: Role } | undefined;
}
