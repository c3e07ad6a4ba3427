import { decideDecline, type DeclineReason } from '~/domain/donation';
import { defineCommand } from './command.server';
import { endDonation, type DonationEndInput } from './donation-end.server';

/** The depot or the bureau cannot take the pledge, none of it. */
export const declineDonation = defineCommand<
  DonationEndInput<DeclineReason>,
  { donationId: string }
>('decline-donation', (context, input) =>
  endDonation(context, ['donation.decline', 'place'], input, decideDecline),
);
