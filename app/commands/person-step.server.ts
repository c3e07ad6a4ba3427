import { clearBlindIndex } from '~db/store/person-identity.server';
import {
  endMembershipsOf,
  lockPerson,
  savePerson,
  type PersonRow,
} from '~db/store/register.server';
import { dayInShanghai } from '~/domain/calendar';
import type { EndReason } from '~/domain/register';
import { refusal } from '~/domain/policy';
import { ok, refuse, type Result } from '~/domain/result';
import type { PersonalContext } from './personal-command.server';

export interface PersonStepInput {
  personId: string;
  /** Version the form was drawn from. */
  version: number;
}

/** The person locked, where this actor may change the entry as it stands now. */
export async function personFor(
  { tx, actor }: PersonalContext,
  { personId, version }: PersonStepInput,
): Promise<Result<PersonRow>> {
  const found = await lockPerson(tx, personId);
  if (!found) return refuse('access.not_found');
  const error = refusal('person.amend', actor, {
    organisationId: found.organisationId,
    divisionCode: found.residenceDivisionCode,
  });
  if (error) return { ok: false, error };
  if (found.version !== version) return refuse('record.stale', { version: found.version });
  return found.endedOn === null ? ok(found) : refuse('register.ended');
}

/** Ends an entry that is locked. The ID number may be registered anew. @returns its version now. */
export async function endEntry(
  { tx, now, event }: PersonalContext,
  { id, version: before }: PersonRow,
  reason: EndReason,
): Promise<number> {
  const endedOn = dayInShanghai(now);
  const version = before + 1;
  await savePerson(tx, id, { endedOn, version });
  await endMembershipsOf(tx, id, endedOn);
  await clearBlindIndex(tx, id);
  event('person', id, version, 'ended', { reason });
  return version;
}
