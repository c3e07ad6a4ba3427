import { lockMembership } from '~db/store/membership.server';
import { deleteSessions } from '~db/store/user.server';
import { allowed } from '~/domain/policy';
import { ok, refuse } from '~/domain/result';
import { defineCommand } from './command.server';

/** An administrator signs a person out everywhere (a lost phone). The person is named by one of their memberships. */
export const revokeSessions = defineCommand<{ membershipId: string }, { ended: number }>(
  'revoke-sessions',
  async ({ tx, actor }, input) => {
    const row = await lockMembership(tx, input.membershipId);
    if (!row) return refuse('access.not_found');
    const may = allowed('session.revoke_other', actor, {
      organisationId: row.organisationId,
      divisionCode: row.divisionCode,
    });
    if (!may.ok) return may;
    return ok({ ended: await deleteSessions(tx, row.userId) });
  },
);
