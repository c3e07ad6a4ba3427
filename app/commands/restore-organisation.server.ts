import { findLatestEvent } from '~db/store/event.server';
import { endMembershipOn, lockMembership } from '~db/store/membership.server';
import { lockOrganisation, saveOrganisation } from '~db/store/organisation.server';
import { dayInShanghai } from '~/domain/calendar';
import { standingOf, type RestoreReason } from '~/domain/organisation';
import { organisationEndSchema, type EndedMembership } from '~/domain/organisation-end';
import { allowed } from '~/domain/policy';
import { ok, refuse } from '~/domain/result';
import { defineCommand, type CommandContext } from './command.server';

interface Input {
  organisationId: string;
  version: number;
  reason: RestoreReason;
}

/**
 * An organisation that was ended runs again. Who lost a membership with it holds that as long as before; its places
 * are restored one by one, and an invitation that was withdrawn stays so.
 */
export const restoreOrganisation = defineCommand<
  Input,
  { organisationId: string; version: number }
>('restore-organisation', async (context, { organisationId, version, reason }) => {
  const { tx, actor, event } = context;
  const row = await lockOrganisation(tx, organisationId);
  if (!row) return refuse('access.not_found');
  const record = { organisationId, divisionCode: row.divisionCode, status: standingOf(row) };
  const may = allowed('organisation.restore', actor, record);
  if (!may.ok) return may;
  if (row.version !== version) return refuse('record.stale', { version: row.version });
  const noted = (await findLatestEvent(tx, 'organisation', organisationId, 'ended')) ?? {};
  for (const one of organisationEndSchema.parse(noted).memberships) await giveBack(context, one);
  await saveOrganisation(tx, organisationId, { endedOn: null, version: version + 1 });
  event('organisation', organisationId, version + 1, 'restored', { reason });
  return ok({ organisationId, version: version + 1 });
});

/** Unless it would have run out meanwhile. */
async function giveBack(
  { tx, now, event }: CommandContext,
  { membershipId, validTo }: EndedMembership,
): Promise<void> {
  if (validTo !== null && validTo <= dayInShanghai(now)) return;
  const membership = await lockMembership(tx, membershipId);
  if (!membership) throw new Error('an ended membership that is not there');
  await endMembershipOn(tx, membership, validTo);
  event('membership', membershipId, membership.version + 1, 'amended', { validTo });
}
