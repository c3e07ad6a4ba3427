import { contains, divisionPrefix } from './division';
import type { DomainError } from './error';
import type { ProgrammeGroup } from './organisation';
import { domainError } from './result';

/** What a donor binds its goods to. Source: Charity Law 54 (earmark) and 56 (change of use needs consent). */
export interface Restriction {
  /** 12 digits; the goods may go to this division and all below it. */
  divisionCode?: string | undefined;
  group?: ProgrammeGroup | undefined;
  purpose?: string | undefined;
}

/** Where the goods would go. */
export interface RestrictedUse {
  divisionCode: string;
  group: ProgrammeGroup;
  /** The purpose of the request or programme, in the words donors choose from; unknown where none was written. */
  purpose?: string | undefined;
}

/**
 * Why goods under a restriction may not serve this use, or undefined. The one check, for the
 * suggestion, the allocation and the hand-out alike.
 */
export function restrictionRefusal(
  restriction: Restriction,
  use: RestrictedUse,
): DomainError | undefined {
  const { divisionCode, group, purpose } = restriction;
  if (divisionCode && !contains(divisionPrefix(divisionCode), use.divisionCode)) {
    return domainError('restriction.division', { divisionCode });
  }
  if (group && group !== use.group) return domainError('restriction.group', { group });
  if (purpose && use.purpose && purpose !== use.purpose) return domainError('restriction.purpose');
  return undefined;
}

/** True where a purpose is set that no rule can compare: the person who decides has to read it. */
export function purposeToRead(restriction: Restriction, use: RestrictedUse): boolean {
  return Boolean(restriction.purpose) && !use.purpose;
}
