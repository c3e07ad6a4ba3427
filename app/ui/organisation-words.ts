import type { OrganisationKind } from '~/domain/organisation';
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
