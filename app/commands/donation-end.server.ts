import type { DonationEvent, DonationState } from '~/domain/donation';
import type { Action } from '~/domain/policy';
import { ok, type Result } from '~/domain/result';
import type { CommandContext } from './command.server';
import { releaseOpenPromises } from './donation-promises.server';
import {
  openDonation,
  recordDonation,
  type DonationParty,
  type DonationStepInput,
} from './donation-step.server';

export interface DonationEndInput<Reason extends string> extends DonationStepInput {
  reason: Reason;
  /** What the other side should know about it, in free words about the goods. */
  note?: string | undefined;
}

/** Ends a donation with a reason: nothing more of it will come, so what was promised of it is open need again. */
export async function endDonation<Reason extends string>(
  context: CommandContext,
  [action, party]: readonly [Action, DonationParty],
  input: DonationEndInput<Reason>,
  decide: (state: DonationState, reason: Reason) => Result<DonationEvent>,
): Promise<Result<{ donationId: string }>> {
  const opened = await openDonation(context, action, party, input);
  if (!opened.ok) return opened;
  const decided = decide(opened.value.state, input.reason);
  if (!decided.ok) return decided;
  await recordDonation(context, opened.value, decided.value, {
    reason: input.reason,
    note: input.note ?? null,
  });
  const { lines } = opened.value;
  await releaseOpenPromises(context, new Map(lines.map((line) => [line.id, input.reason])));
  return ok({ donationId: input.donationId });
}
