import type { DomainError } from './error';
import { domainError } from './result';

/** What may still lie at a place, or go to and from it. */
export const placeMatters = [
  'goods',
  'donations',
  'requests',
  'shipments',
  'handouts',
  'sign_offs',
] as const;
/** What an organisation may still have under way. */
export const organisationMatters = ['places', 'donations'] as const;

type PlaceMatter = (typeof placeMatters)[number];
type OrganisationMatter = (typeof organisationMatters)[number];

/** How many of each there are. */
export type PlaceStanding = Record<PlaceMatter, number>;
export type OrganisationStanding = Record<OrganisationMatter, number>;

/** Everything that stands in the way of ending a place; nothing may be left lying there or open. */
export function placeEndRefusals(standing: PlaceStanding): DomainError[] {
  return placeMatters.flatMap((matter) =>
    standing[matter] > 0 ? [domainError(`place.open_${matter}`, { count: standing[matter] })] : [],
  );
}

export function organisationEndRefusals(standing: OrganisationStanding): DomainError[] {
  return organisationMatters.flatMap((matter) =>
    standing[matter] > 0
      ? [domainError(`organisation.open_${matter}`, { count: standing[matter] })]
      : [],
  );
}
