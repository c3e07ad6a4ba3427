import { z } from 'zod';
import { rolesFor } from './account';
import { roles, type Role } from './actor';
import type { CalendarDay } from './calendar';
import { choiceField, divisionField, optionalDayField } from './form-schema';
import type { OrganisationKind } from './organisation';
import { ok, refuse, type Result } from './result';

/** A changed membership as typed. */
export const membershipChangeSchema = z.object({
  role: choiceField(roles),
  divisionCode: divisionField,
  /** The first day of the new role or division; left out: today. */
  from: optionalDayField,
  /** The first day on which it no longer holds; left out: until further notice. */
  validTo: optionalDayField,
});
export type MembershipChange = z.output<typeof membershipChangeSchema>;

export interface Held {
  role: Role;
  divisionCode: string;
  validFrom: CalendarDay;
  validTo: CalendarDay | null;
}

export type MembershipDecision =
  /** Another end for the same. */
  | { kind: 'amend'; validTo: CalendarDay | null }
  /** Another role or division: what was done under the old one stays told as it was. */
  | { kind: 'replace'; from: CalendarDay; validTo: CalendarDay | null };

/** What a change comes to: the same membership with another end, or its end and the beginning of another. */
export function decideMembershipChange(
  held: Held,
  change: MembershipChange,
  { kind, today }: { kind: OrganisationKind; today: CalendarDay },
): Result<MembershipDecision> {
  if (held.validTo !== null && held.validTo <= today) return refuse('membership.ended');
  if (!rolesFor(kind).includes(change.role))
    return refuse('invitation.role_does_not_fit', undefined, 'role');
  const replaced = change.role !== held.role || change.divisionCode !== held.divisionCode;
  const from = change.from ?? today;
  if (replaced && from < today) return refuse('membership.from_in_past', undefined, 'from');
  const validTo = change.validTo ?? null;
  const begins = replaced ? from : today;
  // What has not begun yet begins when it was to, or it would end before its beginning.
  const earliest = begins > held.validFrom ? begins : held.validFrom;
  if (validTo !== null && validTo <= earliest)
    return refuse('membership.ends_too_early', undefined, 'validTo');
  if (!replaced)
    return validTo === held.validTo
      ? refuse('membership.unchanged')
      : ok({ kind: 'amend', validTo });
  return ok({ kind: 'replace', from: earliest, validTo });
}
