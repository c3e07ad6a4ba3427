import type { OrganisationKind, Precision, ProgrammeGroup } from '~/domain/organisation';
import { useText, type TextOf } from '~/i18n/text';

const kindKeys = {
  foundation: 'kind.foundation',
  depot: 'kind.depot',
  centre: 'kind.centre',
  bureau: 'kind.bureau',
  township_office: 'kind.township_office',
  operator: 'kind.operator',
} as const satisfies Record<OrganisationKind, Parameters<TextOf<'organisations'>>[0]>;

/** What kinds of organisations are called. */
export function useKindName(): (kind: OrganisationKind) => string {
  const t = useText('organisations');
  return (kind) => t(kindKeys[kind]);
}

const groupKeys = {
  children: 'group.children',
  elderly: 'group.elderly',
  women: 'group.women',
} as const satisfies Record<ProgrammeGroup, Parameters<TextOf<'organisations'>>[0]>;

/** Whom a programme is for. */
export function useGroupName(): (group: ProgrammeGroup) => string {
  const t = useText('organisations');
  return (group) => t(groupKeys[group]);
}

const precisionKeys = {
  pinned: 'precision.pinned',
  township: 'precision.township',
  county: 'precision.county',
} as const satisfies Record<Precision, Parameters<TextOf<'organisations'>>[0]>;

/** How exactly coordinates say where a place is. */
export function usePrecisionName(): (precision: Precision) => string {
  const t = useText('organisations');
  return (precision) => t(precisionKeys[precision]);
}
