import { lockHousehold, type HouseholdRow } from '~db/store/register.server';
import { refusal } from '~/domain/policy';
import { ok, refuse, type Result } from '~/domain/result';
import type { PersonalContext } from './personal-command.server';

export interface HouseholdStepInput {
  householdId: string;
  /** Version the form was drawn from. */
  version: number;
}

/** The household locked, where this actor may change it as it stands now. */
export async function householdFor(
  { tx, actor }: PersonalContext,
  { householdId, version }: HouseholdStepInput,
): Promise<Result<HouseholdRow>> {
  const found = await lockHousehold(tx, householdId);
  if (!found) return refuse('access.not_found');
  const { organisationId, residenceDivisionCode: divisionCode } = found;
  const error = refusal('household.amend', actor, { organisationId, divisionCode });
  if (error) return { ok: false, error };
  if (found.version !== version) return refuse('record.stale', { version: found.version });
  return found.endedOn === null ? ok(found) : refuse('register.ended');
}
