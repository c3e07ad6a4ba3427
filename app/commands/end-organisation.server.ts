import { readOrganisationStanding } from '~db/queries/standing.server';
import { closeInvitation, lockOpenInvitationsOf } from '~db/store/invitation.server';
import { endMembershipOn, lockMembershipsOf } from '~db/store/membership.server';
import { lockOrganisation, saveOrganisation } from '~db/store/organisation.server';
import { dayInShanghai } from '~/domain/calendar';
import { standingOf } from '~/domain/organisation';
import { allowed } from '~/domain/policy';
import { ok, refuse } from '~/domain/result';
import { organisationEndRefusals } from '~/domain/standing';
import { defineCommand } from './command.server';

interface Input {
  organisationId: string;
  version: number;
}

/** Its people can act for it no more and its invitations open nothing; refused while anything of it is under way. */
export const endOrganisation = defineCommand<Input, { organisationId: string; version: number }>(
  'end-organisation',
  async ({ tx, actor, now, event }, { organisationId, version }) => {
    const row = await lockOrganisation(tx, organisationId);
    if (!row) return refuse('access.not_found');
    const { kind, divisionCode } = row;
    const record = { organisationId, kind, divisionCode, status: standingOf(row) };
    const may = allowed('organisation.end', actor, record);
    if (!may.ok) return may;
    if (row.version !== version) return refuse('record.stale', { version: row.version });
    // Whoever ends it stays, so that somebody is left who may act.
    if (organisationId === actor.organisationId) return refuse('organisation.own');
    const [error] = organisationEndRefusals(await readOrganisationStanding(tx, organisationId));
    if (error) return { ok: false, error };
    const endedOn = dayInShanghai(now);
    const memberships = await lockMembershipsOf(tx, organisationId, endedOn);
    for (const membership of memberships) {
      await endMembershipOn(tx, membership, endedOn);
      const { id, userId } = membership;
      event('membership', id, membership.version + 1, 'ended', { userId, day: endedOn });
    }
    for (const { id } of await lockOpenInvitationsOf(tx, organisationId)) {
      await closeInvitation(tx, id, { withdrawnAt: now });
      event('invitation', id, 2, 'withdrawn');
    }
    await saveOrganisation(tx, organisationId, { endedOn, version: version + 1 });
    event('organisation', organisationId, version + 1, 'ended', {
      day: endedOn,
      // What comes back with it if this was a mistake.
      memberships: memberships.map(({ id, validTo }) => ({ membershipId: id, validTo })),
    });
    return ok({ organisationId, version: version + 1 });
  },
);
