import { decideWithdrawal, type WithdrawReason } from '~/domain/donation';
import { defineCommand } from './command.server';
import { endDonation, type DonationEndInput } from './donation-end.server';

/** The foundation takes its pledge back, while nobody has accepted it. */
export const withdrawDonation = defineCommand<
  DonationEndInput<WithdrawReason>,
  { donationId: string }
>('withdraw-donation', (context, input) =>
  endDonation(context, ['donation.withdraw', 'donor'], input, decideWithdrawal),
);
