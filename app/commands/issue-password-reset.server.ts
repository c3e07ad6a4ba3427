import { lockMembership } from '~db/store/membership.server';
import { insertPasswordReset, withdrawPasswordResets } from '~db/store/password-reset.server';
import { RESET_LIFE_MS } from '~/domain/password-reset';
import { allowed } from '~/domain/policy';
import { ok, refuse } from '~/domain/result';
import { defineCommand } from './command.server';

interface Input {
  /** One of the memberships of the person. */
  membershipId: string;
  /** SHA-256 of the link's token; the token itself is in the link alone. */
  tokenHash: string;
}

/** A one-time link for somebody who forgot the password; an earlier one opens no longer. Nothing else changes until it is used. */
export const issuePasswordReset = defineCommand<Input, { passwordResetId: string }>(
  'issue-password-reset',
  async ({ tx, actor, now, newId, event }, { membershipId, tokenHash }) => {
    const row = await lockMembership(tx, membershipId);
    if (!row) return refuse('access.not_found');
    const may = allowed('password.reset', actor, row);
    if (!may.ok) return may;
    const { userId } = row;
    for (const id of await withdrawPasswordResets(tx, userId, now))
      event('password_reset', id, 2, 'withdrawn');
    const id = newId();
    await insertPasswordReset(tx, {
      id,
      tokenHash,
      userId,
      createdByUserId: actor.userId,
      createdAt: now,
      expiresAt: new Date(now.getTime() + RESET_LIFE_MS),
    });
    event('password_reset', id, 1, 'issued', { userId });
    return ok({ passwordResetId: id });
  },
);
