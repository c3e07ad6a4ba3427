import { findDivision, findSuccessor } from '~db/queries/divisions.server';
import { dayInShanghai } from '~/domain/calendar';
import { isInForce } from '~/domain/division';
import { ok, refuse, type Result } from '~/domain/result';
import type { CommandContext } from './command.server';

/**
 * A division may be chosen while it is in force. One chosen before it ended may stay (`held`), so that a record can still be
 * amended; nothing else is put under a code that is no longer used. Refused with `form.unknown_choice`,
 * `division.not_in_force` or, where one division alone took it over, `division.moved`.
 */
export async function checkDivision(
  { tx, now }: Pick<CommandContext, 'tx' | 'now'>,
  code: string,
  field: string,
  held?: string,
): Promise<Result<void>> {
  const found = await findDivision(tx, code);
  if (!found) return refuse('form.unknown_choice', undefined, field);
  const day = dayInShanghai(now);
  if (code === held || isInForce(found, day)) return ok(undefined);
  const { name } = found;
  const to = await findSuccessor(tx, code, day);
  return to
    ? refuse('division.moved', { name, to: to.label, code: to.code }, field)
    : refuse('division.not_in_force', { name }, field);
}
