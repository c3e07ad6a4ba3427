import { decideClosing, type CloseReason } from '~/domain/donation';
import { defineCommand } from './command.server';
import { endDonation, type DonationEndInput } from './donation-end.server';

/** No more will come: what is still to come is closed short, and what was promised of it is open need again. */
export const closeDonation = defineCommand<DonationEndInput<CloseReason>, { donationId: string }>(
  'close-donation',
  (context, input) => endDonation(context, ['donation.close', 'place'], input, decideClosing),
);
