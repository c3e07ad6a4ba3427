import type { TextKey } from '~/i18n/catalogue-types';
import { useText } from '~/i18n/text';
import { Badge } from './badge';
import type { Tone } from './tone';

/** `<noun>.<status>`, for instance `shipment.dispatched`. */
export type StatusKey = TextKey<'statuses'>;

const tones: Record<StatusKey, Tone> = {
  'campaign.open': 'done',
  'campaign.closed': 'plain',
  'donation.pledged': 'waiting',
  'donation.accepted': 'done',
  'donation.declined': 'trouble',
  'donation.withdrawn': 'plain',
  'donation.closed': 'plain',
  'request.draft': 'plain',
  'request.submitted': 'waiting',
  'request.returned': 'trouble',
  'request.approved': 'done',
  'request.withdrawn': 'plain',
  'request.closed': 'plain',
  'allocation.active': 'done',
  'allocation.released': 'plain',
  'allocation_plan.draft': 'plain',
  'allocation_plan.submitted': 'waiting',
  'allocation_plan.approved': 'done',
  'allocation_plan.applied': 'done',
  'allocation_plan.rejected': 'trouble',
  'allocation_plan.superseded': 'plain',
  'shipment.draft': 'plain',
  'shipment.dispatched': 'waiting',
  'shipment.partly_received': 'waiting',
  'shipment.received': 'done',
  'shipment.cancelled': 'plain',
  'handout.open': 'waiting',
  'handout.closed': 'done',
  'sign_off.posted': 'done',
  'sign_off.disputed': 'trouble',
  'sign_off.reversed': 'plain',
  'stocktake.open': 'waiting',
  'stocktake.closed': 'done',
  'lot.sound': 'done',
  'lot.quarantined': 'trouble',
  'lot.expired': 'trouble',
  'lot.expiring': 'waiting',
};

/** A status of any record, by noun and status. */
export function StatusBadge({ status }: { status: StatusKey }) {
  const t = useText('statuses');
  return <Badge tone={tones[status]}>{t(status)}</Badge>;
}
