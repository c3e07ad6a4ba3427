import {
  and,
  asc,
  desc,
  eq,
  getTableColumns,
  ilike,
  inArray,
  or,
  sql,
  type SQL,
} from 'drizzle-orm';
import type { Database } from '~db/client.server';
import { authUser } from '~db/schema/auth';
import { organisation, place, programme } from '~db/schema/organisation';
import type { Scope } from '~/domain/actor';
import type { OrganisationKind } from '~/domain/organisation';

export const ORGANISATIONS_PAGE_SIZE = 30;

export const organisationSorts = ['name', 'kind', 'division'] as const;
export type OrganisationSort = (typeof organisationSorts)[number];

export interface OrganisationsAsked {
  text: string;
  kind: OrganisationKind | undefined;
  sort: OrganisationSort;
  descending: boolean;
  /** From 1. */
  page: number;
}

/** Administrators see all, bureaus and townships their area, everyone their own. */
function visible(scope: Scope): SQL | undefined {
  if (scope.role === 'administrator') return undefined;
  const own = eq(organisation.id, scope.organisationId);
  if (scope.role !== 'bureau_officer' && scope.role !== 'township_officer') return own;
  const inArea = sql`starts_with(${organisation.divisionCode}, ${scope.divisionPrefix})`;
  return or(own, inArea);
}

export async function listOrganisations(db: Database, scope: Scope, asked: OrganisationsAsked) {
  const pattern = `%${asked.text.replaceAll(/[\\%_]/g, (sign) => `\\${sign}`)}%`;
  const way = asked.descending ? desc : asc;
  const rows = await db
    .select({
      organisationId: organisation.id,
      name: organisation.name,
      kind: organisation.kind,
      creditCode: organisation.creditCode,
      divisionCode: organisation.divisionCode,
      endedOn: organisation.endedOn,
      total: sql<number>`count(*) over ()::int`,
    })
    .from(organisation)
    .where(
      and(
        visible(scope),
        asked.kind && eq(organisation.kind, asked.kind),
        asked.text === ''
          ? undefined
          : or(ilike(organisation.name, pattern), ilike(organisation.creditCode, pattern)),
      ),
    )
    .orderBy(way(columnOf(asked.sort)), asc(organisation.id))
    .limit(ORGANISATIONS_PAGE_SIZE)
    .offset((asked.page - 1) * ORGANISATIONS_PAGE_SIZE);
  return { rows, total: rows[0]?.total ?? 0 };
}

function columnOf(sort: OrganisationSort) {
  if (sort === 'kind') return organisation.kind;
  return sort === 'division' ? organisation.divisionCode : organisation.name;
}

/** One organisation with its places and their programmes; undefined when the reader may not see it. */
export async function findOrganisation(db: Database, scope: Scope, id: string) {
  const [found] = await db
    .select()
    .from(organisation)
    .where(and(eq(organisation.id, id), visible(scope)));
  if (!found) return undefined;
  const places = await db
    .select({ ...getTableColumns(place), locatedByName: authUser.name })
    .from(place)
    .leftJoin(authUser, eq(authUser.id, place.locatedBy))
    .where(eq(place.organisationId, id))
    .orderBy(asc(place.name));
  const ids = places.map((one) => one.id);
  const programmes = await db
    .select()
    .from(programme)
    .where(inArray(programme.placeId, ids))
    .orderBy(asc(programme.createdAt));
  return {
    ...found,
    places: places.map((one) => ({
      ...one,
      programmes: programmes.filter((work) => work.placeId === one.id),
    })),
  };
}
