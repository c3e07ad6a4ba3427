import { and, asc, eq, gt, isNull, lte, or } from 'drizzle-orm';
import type { Database } from '~db/client.server';
import { membership } from '~db/schema/membership';
import { organisation } from '~db/schema/organisation';
import type { Actor } from '~/domain/actor';
import type { CalendarDay } from '~/domain/calendar';
import type { OrganisationKind } from '~/domain/organisation';

/** A membership that its holder may wear today. */
export interface HeldMembership extends Actor {
  organisationName: string;
  organisationKind: OrganisationKind;
}

/** What the user may act as on this day, oldest first. Takes no scope: it is what scopes are made from. */
export async function findHeldMemberships(
  db: Database,
  userId: string,
  today: CalendarDay,
): Promise<HeldMembership[]> {
  return db
    .select({
      userId: membership.userId,
      membershipId: membership.id,
      organisationId: membership.organisationId,
      role: membership.role,
      divisionCode: membership.divisionCode,
      organisationName: organisation.name,
      organisationKind: organisation.kind,
    })
    .from(membership)
    .innerJoin(organisation, eq(organisation.id, membership.organisationId))
    .where(
      and(
        eq(membership.userId, userId),
        lte(membership.validFrom, today),
        or(isNull(membership.validTo), gt(membership.validTo, today)),
        or(isNull(organisation.endedOn), gt(organisation.endedOn, today)),
      ),
    )
    .orderBy(asc(membership.id));
}
