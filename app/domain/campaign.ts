import { z } from 'zod';
import type { CalendarDay } from './calendar';
import type { DomainError } from './error';
import { dayField, divisionField, optionalDayField, textField } from './form-schema';
import { domainError } from './result';

export type CampaignStatus = 'open' | 'closed';

const dates = { startsOn: dayField, endsOn: optionalDayField };
const endsInOrder = (typed: { startsOn: string; endsOn?: string | undefined }) =>
  typed.endsOn === undefined || typed.endsOn >= typed.startsOn;
const endsTooEarly = { path: ['endsOn'], error: 'campaign.ends_before_start' };

/** A campaign holds donations and requests together ("Warm Winter"). Its end lies on or after its beginning. */
export const campaignSchema = z
  .object({ name: textField(60), divisionCode: divisionField, ...dates })
  .refine(endsInOrder, endsTooEarly);
export type NewCampaign = z.output<typeof campaignSchema>;

/** Whom it is for stays as it was opened: donors chose it by that. */
export const campaignAmendmentSchema = z
  .object({ name: textField(60), ...dates })
  .refine(endsInOrder, endsTooEarly);
export type CampaignAmendment = z.output<typeof campaignAmendmentSchema>;

export function campaignStatus({ closedOn }: { closedOn: CalendarDay | null }): CampaignStatus {
  return closedOn === null ? 'open' : 'closed';
}

/** Why a donation or a request cannot be put into it, or undefined. */
export function joiningRefusal(
  campaign: { closedOn: CalendarDay | null } | undefined,
): DomainError | undefined {
  if (!campaign) return domainError('form.unknown_choice', undefined, 'campaignId');
  if (campaignStatus(campaign) === 'open') return undefined;
  return domainError('campaign.closed', undefined, 'campaignId');
}
