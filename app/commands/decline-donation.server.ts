import { declineDonation, type DeclineReason } from '~/domain/donation';
import { ok } from '~/domain/result';
import { defineCommand } from './command.server';
import { openDonation, recordDonation, type DonationStepInput } from './donation-step.server';
import { releaseOpenPromises } from './donation-promises.server';

interface Input extends DonationStepInput {
  reason: DeclineReason;
  /** What the donor should know about it, in free words about the goods. */
  note?: string | undefined;
}

/** The depot or the bureau cannot take the pledge, none of it. */
export const declineDonationCommand = defineCommand<Input, { donationId: string }>(
  'decline-donation',
  async (context, input) => {
    const opened = await openDonation(context, 'donation.decline', 'place', input);
    if (!opened.ok) return opened;
    const decided = declineDonation(opened.value.state, input.reason);
    if (!decided.ok) return decided;
    await recordDonation(context, opened.value, decided.value, {
      reason: input.reason,
      note: input.note ?? null,
    });
    await releaseOpenPromises(context, opened.value);
    return ok({ donationId: input.donationId });
  },
);
