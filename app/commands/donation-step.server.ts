import { figuresOfLines } from '~db/queries/donation-figures.server';
import { lockDonation, saveDonation, type LockedDonation } from '~db/store/donation.server';
import { applyDonation, type DonationEvent } from '~/domain/donation';
import { donationLineFigures } from '~/domain/donation-figures';
import { allowed, type Action } from '~/domain/policy';
import { ok, refuse, type Result } from '~/domain/result';
import type { CommandContext } from './command.server';

export interface DonationStepInput {
  donationId: string;
  /** Of the record that the form was drawn from. */
  version: number;
}

/** Whose step it is: the foundation's that pledged, or of the place that the goods go to. */
export type DonationParty = 'donor' | 'place';

/** The donation under lock, if this actor may do this to it in the version that was seen. */
export async function openDonation(
  context: CommandContext,
  action: Action,
  party: DonationParty,
  input: DonationStepInput,
): Promise<Result<LockedDonation>> {
  const donation = await lockDonation(context.tx, input.donationId);
  if (!donation) return refuse('access.not_found');
  const may = allowed(action, context.actor, {
    status: donation.row.status,
    ...(party === 'place' ? donation.place : policyOfDonor(donation)),
    doneBy: [donation.row.pledgedByUserId],
  });
  if (!may.ok) return may;
  if (donation.row.version !== input.version) return refuse('record.stale');
  return ok(donation);
}

function policyOfDonor(donation: LockedDonation): { organisationId?: string } {
  return donation.donor ? { organisationId: donation.donor.organisationId } : {};
}

/** Saves what an event makes of the donation, notes the event, and gives the donation as it then stands. */
export async function recordDonation(
  context: CommandContext,
  donation: LockedDonation,
  event: DonationEvent,
  decision: { reason?: string | null; note?: string | null } = {},
): Promise<LockedDonation> {
  const after = applyDonation(donation.state, event);
  await saveDonation(context.tx, donation, after, decision);
  context.event('donation', donation.row.id, after.version, event.type, event.payload);
  return { ...donation, state: after };
}

/** Smallest units of each line that neither came nor were declined, whether still to come or closed short. */
export async function openOfLines(
  context: CommandContext,
  donation: LockedDonation,
): Promise<Map<string, number>> {
  const where = await figuresOfLines(context.tx, Object.keys(donation.state.lines));
  return new Map(
    Object.entries(donation.state.lines).map(([lineId, state]) => {
      const at = where.get(lineId);
      if (!at) throw new Error(`donation line ${lineId} has no figures`);
      const { toCome, closedShort } = donationLineFigures(state, donation.state.status, at);
      return [lineId, toCome + closedShort];
    }),
  );
}
