import { lockPerson, type PersonRow } from '~db/store/register.server';
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
