import { inTransaction } from '~db/client.server';
import { appendEvents } from '~db/store/command.server';
import { insertMembership } from '~db/store/membership.server';
import { insertOrganisation } from '~db/store/organisation.server';
import { lockSetupLink, useSetupLink } from '~db/store/setup-link.server';
import { anyUserExists, insertUser } from '~db/store/user.server';
import type { NewPerson } from '~/domain/account';
import type { Actor } from '~/domain/actor';
import { dayInShanghai } from '~/domain/calendar';
import { countyCode } from '~/domain/division';
import { ok, refuse, type Result } from '~/domain/result';
import type { CommandEnv } from './command.server';

export interface CompleteSetup {
  tokenHash: string;
  organisationName: string;
  divisionCode: string;
  person: NewPerson;
}

/** Makes the operator's organisation and the first administrator. Has no envelope: the token is used up by it. */
export async function completeSetup(
  env: CommandEnv,
  input: CompleteSetup,
): Promise<Result<{ actor: Actor }>> {
  return inTransaction(env.db, async (tx) => {
    const link = await lockSetupLink(tx, input.tokenHash);
    if (!link || (await anyUserExists(tx))) return refuse('setup.done');
    const now = env.now();
    const actor: Actor = {
      userId: env.newId(),
      membershipId: env.newId(),
      organisationId: env.newId(),
      role: 'administrator',
      divisionCode: input.divisionCode,
    };
    const ids = { userId: actor.userId, accountId: env.newId() };
    const inserted = await insertUser(tx, ids, input.person, now);
    if (!inserted.ok) return inserted;
    await insertOrganisation(tx, {
      id: actor.organisationId,
      kind: 'operator',
      name: input.organisationName,
      divisionCode: input.divisionCode,
      countyCode: countyCode(input.divisionCode),
      createdAt: now,
    });
    await insertMembership(tx, actor, dayInShanghai(now));
    await useSetupLink(tx, link.id, now);
    const common = {
      version: 1,
      actorUserId: actor.userId,
      membershipId: actor.membershipId,
      recordedAt: now,
    };
    await appendEvents(tx, [
      {
        ...common,
        id: env.newId(),
        aggregate: 'organisation',
        aggregateId: actor.organisationId,
        type: 'registered',
        payload: { kind: 'operator', divisionCode: input.divisionCode },
      },
      {
        ...common,
        id: env.newId(),
        aggregate: 'membership',
        aggregateId: actor.membershipId,
        type: 'began',
        payload: { userId: actor.userId, role: 'administrator' },
      },
    ]);
    return ok({ actor });
  });
}
