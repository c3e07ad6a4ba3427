import { loadIntake, lockDonation, markIntakeReversed } from '~db/store/donation.server';
import { findGoodsPlace } from '~db/store/goods-place.server';
import { postMovements } from '~db/store/ledger.server';
import { reopeningByReversal } from '~/domain/donation';
import type { Movement } from '~/domain/ledger';
import { allowed } from '~/domain/policy';
import { ok, refuse } from '~/domain/result';
import { defineCommand } from './command.server';
import { openUndoOfHold } from './donation-promises.server';
import { recordDonation } from './donation-step.server';

interface Input {
  donationId: string;
  version: number;
  intakeId: string;
}

/**
 * Undoes a whole count: its goods were not there. Refused once any of them has gone further, naming the movements that took
 * them. What was held for promises steps back to being promised, and the lines that it closed may come again.
 */
export const reverseCount = defineCommand<Input, { donationId: string }>(
  'reverse-count',
  async (context, input) => {
    const { tx, now } = context;
    const donation = await lockDonation(tx, input.donationId);
    const intake = donation && (await loadIntake(tx, input.intakeId));
    if (!donation || !intake || intake.row.donationId !== donation.row.id) {
      return refuse('access.not_found');
    }
    const place = await findGoodsPlace(tx, intake.row.placeId);
    const may = allowed('movement.reverse', context.actor, {
      ...(place && { organisationId: place.organisationId, divisionCode: place.divisionCode }),
    });
    if (!may.ok) return may;
    if (donation.row.version !== input.version) return refuse('record.stale');
    if (intake.row.reversedAt) return refuse('intake.already_reversed');
    const hold = await openUndoOfHold(context, intake.row.id);
    const posted = await postMovements(
      tx,
      [hold?.movementId, intake.row.movementId ?? undefined]
        .filter((id) => id !== undefined)
        .map((reverses): Movement => ({
          id: context.newId(),
          kind: 'reverse',
          reverses,
          cause: { kind: 'intake', id: intake.row.id },
          occurredAt: now,
        })),
    );
    if (!posted.ok) return posted;
    await hold?.reopen();
    await markIntakeReversed(tx, intake.row.id, now);
    const { id: intakeId } = intake.row;
    const after = await recordDonation(context, donation, {
      type: 'count_reversed',
      payload: { intakeId },
    });
    for (const event of reopeningByReversal(after.state, intakeId)) {
      await recordDonation(context, after, event);
    }
    return ok({ donationId: donation.row.id });
  },
);
