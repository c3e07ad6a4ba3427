import { inTransaction, type Tx } from '~db/client.server';
import { appendEvents } from '~db/store/command.server';
import { closeInvitation, lockInvitationByToken } from '~db/store/invitation.server';
import { holdsRole, insertMembership } from '~db/store/membership.server';
import { insertUser } from '~db/store/user.server';
import type { NewPerson } from '~/domain/account';
import type { Actor } from '~/domain/actor';
import { dayInShanghai } from '~/domain/calendar';
import { invitationRefusal } from '~/domain/invitation';
import { ok, refuse, type Result } from '~/domain/result';
import type { CommandEnv } from './command.server';

export interface AcceptInvitation {
  tokenHash: string;
  /** A new person, or one who already has an account and takes on a further role. */
  by: { person: NewPerson } | { userId: string };
}

/** Gives the invited person the membership. Has no envelope: the invitation is used up by it. */
export async function acceptInvitation(
  env: CommandEnv,
  input: AcceptInvitation,
): Promise<Result<{ actor: Actor }>> {
  return inTransaction(env.db, async (tx) => {
    const invitation = await lockInvitationByToken(tx, input.tokenHash);
    if (!invitation) return refuse('invitation.unknown');
    const now = env.now();
    const error = invitationRefusal(invitation, now);
    if (error) return { ok: false, error };
    const user = await userOf(tx, env, input.by, now);
    if (!user.ok) return user;
    const { organisationId, role, divisionCode } = invitation;
    const membershipId = env.newId();
    const actor: Actor = { userId: user.value, membershipId, organisationId, role, divisionCode };
    if (await holdsRole(tx, actor, dayInShanghai(now))) return refuse('invitation.role_held');
    await insertMembership(tx, actor, dayInShanghai(now));
    await closeInvitation(tx, invitation.id, { acceptedAt: now });
    const common = { actorUserId: actor.userId, membershipId, recordedAt: now };
    await appendEvents(tx, [
      {
        ...common,
        id: env.newId(),
        aggregate: 'invitation',
        aggregateId: invitation.id,
        version: 2,
        type: 'accepted',
        payload: { membershipId },
      },
      {
        ...common,
        id: env.newId(),
        aggregate: 'membership',
        aggregateId: membershipId,
        version: 1,
        type: 'began',
        payload: { userId: actor.userId, organisationId, role, divisionCode },
      },
    ]);
    return ok({ actor });
  });
}

async function userOf(
  tx: Tx,
  env: CommandEnv,
  by: AcceptInvitation['by'],
  now: Date,
): Promise<Result<string>> {
  if ('userId' in by) return ok(by.userId);
  const userId = env.newId();
  const inserted = await insertUser(tx, { userId, accountId: env.newId() }, by.person, now);
  return inserted.ok ? ok(userId) : inserted;
}
