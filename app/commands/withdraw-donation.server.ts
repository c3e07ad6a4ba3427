import { withdrawDonation, type WithdrawReason } from '~/domain/donation';
import { ok } from '~/domain/result';
import { defineCommand } from './command.server';
import { openDonation, recordDonation, type DonationStepInput } from './donation-step.server';
import { releaseOpenPromises } from './donation-promises.server';

interface Input extends DonationStepInput {
  reason: WithdrawReason;
  note?: string | undefined;
}

/** The foundation takes its pledge back, while nobody has accepted it. */
export const withdrawDonationCommand = defineCommand<Input, { donationId: string }>(
  'withdraw-donation',
  async (context, input) => {
    const opened = await openDonation(context, 'donation.withdraw', 'donor', input);
    if (!opened.ok) return opened;
    const decided = withdrawDonation(opened.value.state, input.reason);
    if (!decided.ok) return decided;
    await recordDonation(context, opened.value, decided.value, {
      reason: input.reason,
      note: input.note ?? null,
    });
    await releaseOpenPromises(context, opened.value);
    return ok({ donationId: input.donationId });
  },
);
