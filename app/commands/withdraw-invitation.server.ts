import { closeInvitation, lockInvitation } from '~db/store/invitation.server';
import { invitationRefusal } from '~/domain/invitation';
import { allowed } from '~/domain/policy';
import { ok, refuse } from '~/domain/result';
import { defineCommand } from './command.server';

export const withdrawInvitation = defineCommand<{ invitationId: string }, null>(
  'withdraw-invitation',
  async ({ tx, actor, now, event }, input) => {
    const invitation = await lockInvitation(tx, input.invitationId);
    if (!invitation) return refuse('access.not_found');
    const may = allowed('invitation.withdraw', actor, {
      organisationId: invitation.organisationId,
      divisionCode: invitation.divisionCode,
    });
    if (!may.ok) return may;
    const error = invitationRefusal(invitation, now);
    if (error && error.code !== 'invitation.expired') return { ok: false, error };
    await closeInvitation(tx, invitation.id, { withdrawnAt: now });
    event('invitation', invitation.id, 2, 'withdrawn');
    return ok(null);
  },
);
