import { asc, gt, isNull, or } from 'drizzle-orm';
import type { Database } from '~db/client.server';
import { organisation } from '~db/schema/organisation';
import type { Scope } from '~/domain/actor';
import type { CalendarDay } from '~/domain/calendar';
import type { OrganisationKind } from '~/domain/organisation';

export interface OrganisationChoice {
  organisationId: string;
  name: string;
  kind: OrganisationKind;
  divisionCode: string;
}

/** Every organisation an invitation may be for; only an administrator's scope sees any. */
export async function listOrganisationChoices(
  db: Database,
  scope: Scope,
  today: CalendarDay,
): Promise<OrganisationChoice[]> {
  if (scope.role !== 'administrator') return [];
  return db
    .select({
      organisationId: organisation.id,
      name: organisation.name,
      kind: organisation.kind,
      divisionCode: organisation.divisionCode,
    })
    .from(organisation)
    .where(or(isNull(organisation.endedOn), gt(organisation.endedOn, today)))
    .orderBy(asc(organisation.kind), asc(organisation.name));
}
