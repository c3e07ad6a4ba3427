import {
  endMembershipOn,
  holdsRole,
  insertMembership,
  lockMembership,
  lockOtherAdministrators,
  type MembershipRow,
} from '~db/store/membership.server';
import { lockOrganisation } from '~db/store/organisation.server';
import { dayInShanghai } from '~/domain/calendar';
import { decideMembershipChange, type MembershipChange } from '~/domain/membership';
import { allowed } from '~/domain/policy';
import { ok, refuse, type Result } from '~/domain/result';
import { checkDivision } from './chosen-division.server';
import { defineCommand, type CommandContext } from './command.server';

type Input = MembershipChange & {
  membershipId: string;
  /** Version the form was drawn from. */
  version: number;
};

/**
 * Another role or division ends the membership and begins another in one step, so that what was done under the old one
 * stays told as it was; another end alone amends it. The last administrator stays one, without an end.
 */
export const changeMembership = defineCommand<Input, { membershipId: string }>(
  'change-membership',
  async (context, input) => {
    const { tx, actor, now, newId, event } = context;
    const today = dayInShanghai(now);
    const others = await lockOtherAdministrators(tx, input.membershipId, today);
    const row = await lockMembership(tx, input.membershipId);
    if (!row) return refuse('access.not_found');
    const organisation = await lockOrganisation(tx, row.organisationId);
    if (!organisation) throw new Error('a membership without its organisation');
    const may = allowed('membership.change', actor, row);
    if (!may.ok) return may;
    if (row.version !== input.version) return refuse('record.stale', { version: row.version });
    const decision = decideMembershipChange(row, input, { kind: organisation.kind, today });
    if (!decision.ok) return decision;
    const { kind, validTo } = decision.value;
    const stays = kind === 'amend' && validTo === null;
    if (row.role === 'administrator' && others === 0 && !stays)
      return refuse('membership.last_administrator');
    if (kind === 'amend') {
      await endMembershipOn(tx, row, validTo);
      event('membership', row.id, row.version + 1, 'amended', { validTo });
      return ok({ membershipId: row.id });
    }
    const { from } = decision.value;
    const membershipId = newId();
    const begun = await begin(context, row, input, { membershipId, from, validTo });
    if (!begun.ok) return begun;
    await endMembershipOn(tx, row, from);
    event('membership', row.id, row.version + 1, 'ended', { userId: row.userId, day: from });
    return ok({ membershipId });
  },
);

async function begin(
  context: CommandContext,
  before: MembershipRow,
  { role, divisionCode }: MembershipChange,
  { membershipId, from, validTo }: { membershipId: string; from: string; validTo: string | null },
): Promise<Result<undefined>> {
  const { tx, event } = context;
  const { userId, organisationId } = before;
  const chosen = await checkDivision(context, divisionCode, 'divisionCode', before.divisionCode);
  if (!chosen.ok) return chosen;
  const held = { userId, membershipId, organisationId, role, divisionCode };
  if (await holdsRole(tx, held, from)) return refuse('membership.role_held');
  await insertMembership(tx, held, from, validTo);
  event('membership', membershipId, 1, 'began', { userId, organisationId, role, divisionCode });
  return ok(undefined);
}
