export const organisationKinds = [
  'foundation',
  'depot',
  'centre',
  'bureau',
  'township_office',
  'operator',
] as const;
export type OrganisationKind = (typeof organisationKinds)[number];

/**
 * State bodies: as donees they are allowed in few cases alone, so whoever enters one is warned.
 * Source: Public Welfare Donations Law 11; 财综〔2024〕1号 art 7 (rules.md, "Government as donee").
 */
export function isGovernment(kind: OrganisationKind): boolean {
  return kind === 'bureau' || kind === 'township_office';
}

/** Of an organisation or a place; an ended one is kept for its history, and nothing of it changes. */
export function standingOf({ endedOn }: { endedOn: string | null }): 'running' | 'ended' {
  return endedOn === null ? 'running' : 'ended';
}

export const placeKinds = ['depot', 'centre'] as const;
export type PlaceKind = (typeof placeKinds)[number];

export const programmeGroups = ['children', 'elderly', 'women'] as const;
export type ProgrammeGroup = (typeof programmeGroups)[number];

/** Datum of a coordinate as it was given. GCJ-02 and BD-09 lie some 600 m off WGS-84 around Hezhou. */
export const datums = ['WGS84', 'GCJ02', 'BD09', 'CGCS2000'] as const;
export type Datum = (typeof datums)[number];

export const precisions = ['pinned', 'township', 'county'] as const;
export type Precision = (typeof precisions)[number];

/** Why something runs again that was ended. */
export const restoreReasons = ['ended_by_mistake', 'needed_again'] as const;
export type RestoreReason = (typeof restoreReasons)[number];
