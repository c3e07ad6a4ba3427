import { decideLineReopening, type ReopenReason } from '~/domain/donation-reopening';
import { ok } from '~/domain/result';
import { defineCommand } from './command.server';
import { openDonation, recordDonation, type DonationStepInput } from './donation-step.server';

interface Input extends DonationStepInput {
  lineId: string;
  reason: ReopenReason;
}

/** More of a line that was closed short is expected after all: what is missing may be promised again. */
export const reopenDonationLine = defineCommand<Input, { donationId: string }>(
  'reopen-donation-line',
  async (context, input) => {
    const opened = await openDonation(context, 'donation.reopen_line', 'place', input);
    if (!opened.ok) return opened;
    const decided = decideLineReopening(opened.value.state, input.lineId, input.reason);
    if (!decided.ok) return decided;
    await recordDonation(context, opened.value, decided.value);
    return ok({ donationId: input.donationId });
  },
);
