import { z } from 'zod';
import { dayField, divisionField, optionalDayField, textField } from './form-schema';

/** A campaign holds donations and requests together ("Warm Winter"). Its end lies on or after its beginning. */
export const campaignSchema = z
  .object({
    name: textField(60),
    divisionCode: divisionField,
    startsOn: dayField,
    endsOn: optionalDayField,
  })
  .refine((typed) => typed.endsOn === undefined || typed.endsOn >= typed.startsOn, {
    path: ['endsOn'],
    error: 'campaign.ends_before_start',
  });
export type NewCampaign = z.output<typeof campaignSchema>;
