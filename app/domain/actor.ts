import { divisionPrefix } from './division';

export const roles = [
  'foundation_staff',
  'depot_staff',
  'centre_coordinator',
  'township_officer',
  'bureau_officer',
  'administrator',
] as const;
export type Role = (typeof roles)[number];

/** A user wearing one membership. Who a person is for one request. */
export interface Actor {
  userId: string;
  membershipId: string;
  organisationId: string;
  role: Role;
  /** Division of the membership, 12 digits. */
  divisionCode: string;
}

/** What a reader may see; every query takes one. `divisionPrefix` '' is everything. */
export interface Scope {
  userId: string;
  organisationId: string;
  role: Role;
  divisionPrefix: string;
}

/** Source: design, section 3: bureaus see their division and all below, others their own organisation. */
export function visibleScope(actor: Actor): Scope {
  return {
    userId: actor.userId,
    organisationId: actor.organisationId,
    role: actor.role,
    divisionPrefix: actor.role === 'administrator' ? '' : divisionPrefix(actor.divisionCode),
  };
}

/** For totals that are the same for every reader and name nobody. */
export const visibleEverywhere: Scope = {
  userId: '',
  organisationId: '',
  role: 'administrator',
  divisionPrefix: '',
};
