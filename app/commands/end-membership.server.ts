import {
  endMembershipOn,
  lockMembership,
  lockOtherAdministrators,
} from '~db/store/membership.server';
import { dayInShanghai } from '~/domain/calendar';
import { allowed } from '~/domain/policy';
import { ok, refuse } from '~/domain/result';
import { defineCommand } from './command.server';

/** Ends a membership as of today: it can be worn no more. The last administrator's cannot end. */
export const endMembership = defineCommand<{ membershipId: string }, { userId: string }>(
  'end-membership',
  async ({ tx, actor, now, event }, input) => {
    const today = dayInShanghai(now);
    const others = await lockOtherAdministrators(tx, input.membershipId, today);
    const row = await lockMembership(tx, input.membershipId);
    if (!row) return refuse('access.not_found');
    const may = allowed('membership.end', actor, {
      organisationId: row.organisationId,
      divisionCode: row.divisionCode,
    });
    if (!may.ok) return may;
    if (row.validTo !== null && row.validTo <= today) return refuse('membership.ended');
    if (row.role === 'administrator' && others === 0) {
      return refuse('membership.last_administrator');
    }
    await endMembershipOn(tx, row, today);
    event('membership', row.id, row.version + 1, 'ended', { userId: row.userId, day: today });
    return ok({ userId: row.userId });
  },
);
