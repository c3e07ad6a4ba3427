import type { LockedDonation } from '~db/store/donation.server';
import { findGoodsPlace } from '~db/store/goods-place.server';
import { findOrganisation } from '~db/store/organisation.server';
import {
  decideReopening,
  type ReopeningGround,
  type ReopenReason,
} from '~/domain/donation-reopening';
import { standingOf } from '~/domain/organisation';
import { ok } from '~/domain/result';
import { defineCommand, type CommandContext } from './command.server';
import type { DonationEndInput } from './donation-end.server';
import { openDonation, openOfLines, recordDonation } from './donation-step.server';

/** More of a closed donation is expected after all: what its closing ended is to come, and may be promised again. */
export const reopenDonation = defineCommand<DonationEndInput<ReopenReason>, { donationId: string }>(
  'reopen-donation',
  async (context, input) => {
    const opened = await openDonation(context, 'donation.reopen', 'place', input);
    if (!opened.ok) return opened;
    const ground = await groundOf(context, opened.value);
    const decided = decideReopening(opened.value.state, input.reason, ground);
    if (!decided.ok) return decided;
    await recordDonation(context, opened.value, decided.value, {
      reason: input.reason,
      note: input.note ?? null,
    });
    return ok({ donationId: input.donationId });
  },
);

/** The place before the donor: who restores a place locks its organisation in the same order. */
async function groundOf(
  context: CommandContext,
  donation: LockedDonation,
): Promise<ReopeningGround> {
  const place = await findGoodsPlace(context.tx, donation.row.placeId);
  const donor = donation.donor
    ? await findOrganisation(context.tx, donation.donor.organisationId)
    : undefined;
  const open = await openOfLines(context, donation);
  return {
    missing: [...open.values()].reduce((sum, quantity) => sum + quantity, 0),
    placeEnded: !place || standingOf(place) === 'ended',
    donorEnded: donor !== undefined && standingOf(donor) === 'ended',
  };
}
