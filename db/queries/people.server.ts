import { and, asc, desc, eq, gt, ilike, isNull, lte, or, sql, type SQL } from 'drizzle-orm';
import type { Database } from '~db/client.server';
import { authUser } from '~db/schema/auth';
import { membership } from '~db/schema/membership';
import { organisation } from '~db/schema/organisation';
import type { Role, Scope } from '~/domain/actor';
import type { CalendarDay } from '~/domain/calendar';

export const PEOPLE_PAGE_SIZE = 30;

export const peopleSorts = ['person', 'organisation', 'role', 'since'] as const;
export type PeopleSort = (typeof peopleSorts)[number];

export interface PeopleAsked {
  today: CalendarDay;
  /** Words in a name, user name or organisation; '' for all. */
  text: string;
  role: Role | undefined;
  state: 'current' | 'ended';
  sort: PeopleSort;
  descending: boolean;
  /** From 1. */
  page: number;
}

export interface HeldByPerson {
  membershipId: string;
  userId: string;
  name: string;
  userName: string | null;
  organisationId: string;
  organisationName: string;
  role: Role;
  divisionCode: string;
  validFrom: string;
  validTo: string | null;
}

/** Who holds what; only an administrator's scope sees any. */
export async function listPeople(
  db: Database,
  scope: Scope,
  asked: PeopleAsked,
): Promise<{ rows: HeldByPerson[]; total: number }> {
  if (scope.role !== 'administrator') return { rows: [], total: 0 };
  const where = and(inState(asked), hasRole(asked.role), hasText(asked.text));
  const way = asked.descending ? desc : asc;
  const rows = await db
    .select({
      membershipId: membership.id,
      userId: authUser.id,
      name: authUser.name,
      userName: authUser.username,
      organisationId: organisation.id,
      organisationName: organisation.name,
      role: membership.role,
      divisionCode: membership.divisionCode,
      validFrom: membership.validFrom,
      validTo: membership.validTo,
      total: sql<number>`count(*) over ()::int`,
    })
    .from(membership)
    .innerJoin(authUser, eq(authUser.id, membership.userId))
    .innerJoin(organisation, eq(organisation.id, membership.organisationId))
    .where(where)
    .orderBy(way(columnOf(asked.sort)), asc(membership.id))
    .limit(PEOPLE_PAGE_SIZE)
    .offset((asked.page - 1) * PEOPLE_PAGE_SIZE);
  return { rows, total: rows[0]?.total ?? 0 };
}

/** One membership with its person and version; only an administrator's scope sees any. */
export async function findMembership(db: Database, scope: Scope, id: string) {
  if (scope.role !== 'administrator') return undefined;
  const [row] = await db
    .select({
      membershipId: membership.id,
      name: authUser.name,
      organisationId: organisation.id,
      organisationName: organisation.name,
      organisationKind: organisation.kind,
      role: membership.role,
      divisionCode: membership.divisionCode,
      validFrom: membership.validFrom,
      validTo: membership.validTo,
      version: membership.version,
    })
    .from(membership)
    .innerJoin(authUser, eq(authUser.id, membership.userId))
    .innerJoin(organisation, eq(organisation.id, membership.organisationId))
    .where(eq(membership.id, id));
  return row;
}

function inState({ state, today }: PeopleAsked): SQL | undefined {
  return state === 'current'
    ? or(isNull(membership.validTo), gt(membership.validTo, today))
    : lte(membership.validTo, today);
}

function hasRole(role: Role | undefined): SQL | undefined {
  return role && eq(membership.role, role);
}

function hasText(text: string): SQL | undefined {
  if (text === '') return undefined;
  const pattern = `%${text.replaceAll(/[\\%_]/g, (sign) => `\\${sign}`)}%`;
  return or(
    ilike(authUser.name, pattern),
    ilike(authUser.username, pattern),
    ilike(organisation.name, pattern),
  );
}

function columnOf(sort: PeopleSort) {
  switch (sort) {
    case 'person':
      return authUser.name;
    case 'organisation':
      return organisation.name;
    case 'role':
      return membership.role;
    case 'since':
      return membership.validFrom;
  }
}
