import { setDeclinedReasons } from '~db/store/donation.server';
import { decideAcceptance, type DeclineReason } from '~/domain/donation';
import { ok } from '~/domain/result';
import { defineCommand } from './command.server';
import { openDonation, recordDonation, type DonationStepInput } from './donation-step.server';

interface Input extends DonationStepInput {
  /** Smallest units of each line that are not wanted; lines left out are accepted whole. */
  declined: { lineId: string; quantity: number; reason: DeclineReason }[];
}

/** The depot or the bureau takes the pledge on, all of it or less. */
export const acceptDonation = defineCommand<Input, { donationId: string }>(
  'accept-donation',
  async (context, input) => {
    const opened = await openDonation(context, 'donation.accept', 'place', input);
    if (!opened.ok) return opened;
    const decided = decideAcceptance(opened.value.state, input.declined);
    if (!decided.ok) return decided;
    await recordDonation(context, opened.value, decided.value);
    await setDeclinedReasons(
      context.tx,
      input.declined.filter((line) => line.quantity > 0),
    );
    return ok({ donationId: input.donationId });
  },
);
