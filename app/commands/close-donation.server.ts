import { closeDonation, type CloseReason } from '~/domain/donation';
import { ok } from '~/domain/result';
import { defineCommand } from './command.server';
import { openDonation, recordDonation, type DonationStepInput } from './donation-step.server';
import { releaseOpenPromises } from './donation-promises.server';

interface Input extends DonationStepInput {
  reason: CloseReason;
  note?: string | undefined;
}

/** No more will come: what is still to come is closed short, and what was promised of it is open need again. */
export const closeDonationCommand = defineCommand<Input, { donationId: string }>(
  'close-donation',
  async (context, input) => {
    const opened = await openDonation(context, 'donation.close', 'place', input);
    if (!opened.ok) return opened;
    const decided = closeDonation(opened.value.state, input.reason);
    if (!decided.ok) return decided;
    await recordDonation(context, opened.value, decided.value, {
      reason: input.reason,
      note: input.note ?? null,
    });
    await releaseOpenPromises(context, opened.value);
    return ok({ donationId: input.donationId });
  },
);
