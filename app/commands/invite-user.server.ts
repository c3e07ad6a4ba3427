import { insertInvitation } from '~db/store/invitation.server';
import { lockOrganisation } from '~db/store/organisation.server';
import { rolesFor } from '~/domain/account';
import type { Role } from '~/domain/actor';
import { standingOf } from '~/domain/organisation';
import { allowed } from '~/domain/policy';
import { ok, refuse } from '~/domain/result';
import { checkDivision } from './chosen-division.server';
import { defineCommand } from './command.server';

export interface InviteUser {
  organisationId: string;
  role: Role;
  divisionCode: string;
  /** SHA-256 of the link's token; the token itself is in the link alone. */
  tokenHash: string;
  displayName?: string | undefined;
  phone?: string | undefined;
}

const INVITATION_LIFE_MS = 7 * 24 * 3_600_000;

export const inviteUser = defineCommand<InviteUser, { invitationId: string }>(
  'invite-user',
  async ({ tx, actor, now, newId, event }, input) => {
    const organisation = await lockOrganisation(tx, input.organisationId);
    if (!organisation || standingOf(organisation) === 'ended')
      return refuse('form.unknown_choice', undefined, 'organisationId');
    const may = allowed('user.invite', actor, {
      organisationId: organisation.id,
      divisionCode: organisation.divisionCode,
    });
    if (!may.ok) return may;
    if (!rolesFor(organisation.kind).includes(input.role)) {
      return refuse('invitation.role_does_not_fit', undefined, 'role');
    }
    const chosen = await checkDivision({ tx, now }, input.divisionCode, 'division');
    if (!chosen.ok) return chosen;
    const id = newId();
    await insertInvitation(tx, {
      id,
      tokenHash: input.tokenHash,
      organisationId: organisation.id,
      role: input.role,
      divisionCode: input.divisionCode,
      displayName: input.displayName ?? null,
      phone: input.phone ?? null,
      createdByUserId: actor.userId,
      createdAt: now,
      expiresAt: new Date(now.getTime() + INVITATION_LIFE_MS),
    });
    event('invitation', id, 1, 'issued', {
      organisationId: organisation.id,
      role: input.role,
      divisionCode: input.divisionCode,
    });
    return ok({ invitationId: id });
  },
);
