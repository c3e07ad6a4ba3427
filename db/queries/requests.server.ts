import {
  and,
  asc,
  count,
  desc,
  eq,
  gte,
  ilike,
  inArray,
  like,
  lt,
  or,
  sql,
  type SQL,
} from 'drizzle-orm';
import type { Database, Tx } from '~db/client.server';
import { allocation } from '~db/schema/allocation';
import { authUser } from '~db/schema/auth';
import { item } from '~db/schema/catalogue';
import { division } from '~db/schema/division';
import { campaign } from '~db/schema/donation';
import { organisation, place, programme } from '~db/schema/organisation';
import { request, requestLine } from '~db/schema/request';
import type { Scope } from '~/domain/actor';
import type { RequestStatus, Urgency } from '~/domain/request';

type Reader = Database | Tx;

/**
 * A centre sees its own requests, officers those of their division and all below; drafts are nobody's business but
 * the centre's until they are submitted. Donors and depots see what is allocated, not who asked.
 */
export function requestInScope(scope: Scope): SQL | undefined {
  switch (scope.role) {
    case 'administrator':
      return undefined;
    case 'centre_coordinator':
      return eq(request.organisationId, scope.organisationId);
    case 'township_officer':
    case 'bureau_officer':
      return and(
        like(request.divisionCode, `${scope.divisionPrefix}%`),
        sql`${request.status} <> 'draft'`,
      );
    case 'foundation_staff':
    case 'depot_staff':
      return sql`false`;
  }
}

export const requestSorts = ['createdAt', 'needBy', 'urgency', 'placeName'] as const;
export type RequestSort = (typeof requestSorts)[number];

export interface RequestFilter {
  status?: RequestStatus | undefined;
  urgency?: Urgency | undefined;
  itemId?: string | undefined;
  campaignId?: string | undefined;
  /** Six digits. */
  countyCode?: string | undefined;
  /** Part of the programme's or the place's name. */
  text?: string | undefined;
  needByFrom?: string | undefined;
  needByBefore?: string | undefined;
  sort: RequestSort;
  descending: boolean;
  /** From 1. */
  page: number;
  pageSize: number;
}

export interface RequestInList {
  id: string;
  status: RequestStatus;
  programmeName: string;
  placeName: string;
  divisionCode: string;
  /** The township's and county's names, smallest first. */
  townshipName: string | null;
  countyName: string | null;
  headCount: number;
  needBy: string;
  urgency: Urgency;
  createdAt: string;
  itemNamesZh: string[];
  itemNamesEn: string[];
}

/** From least to most pressing, for ordering. */
export const urgencyRank = sql<number>`array_position(array['normal','urgent','critical'], ${request.urgency})`;

export async function listRequests(
  db: Reader,
  scope: Scope,
  filter: RequestFilter,
): Promise<{ rows: RequestInList[]; total: number }> {
  const where = and(requestInScope(scope), ...conditions(filter));
  const direction = filter.descending ? desc : asc;
  const columns = {
    createdAt: request.createdAt,
    needBy: request.needBy,
    urgency: urgencyRank,
    placeName: place.name,
  };
  const [rows, [all]] = await Promise.all([
    db
      .select(head)
      .from(request)
      .innerJoin(programme, eq(programme.id, request.programmeId))
      .innerJoin(place, eq(place.id, request.placeId))
      .where(where)
      .orderBy(direction(columns[filter.sort]), direction(request.id))
      .limit(filter.pageSize)
      .offset((filter.page - 1) * filter.pageSize),
    db
      .select({ total: count() })
      .from(request)
      .innerJoin(programme, eq(programme.id, request.programmeId))
      .innerJoin(place, eq(place.id, request.placeId))
      .where(where),
  ]);
  return {
    rows: rows.map((row) => ({ ...row, createdAt: row.createdAt.toISOString() })),
    total: all?.total ?? 0,
  };
}

/** How many requests the reader may see stand in each status. */
export async function countRequests(
  db: Reader,
  scope: Scope,
): Promise<Partial<Record<RequestStatus, number>>> {
  const rows = await db
    .select({ status: request.status, total: count() })
    .from(request)
    .where(requestInScope(scope))
    .groupBy(request.status);
  return Object.fromEntries(rows.map((row) => [row.status, row.total]));
}

const divisionName = (digits: SQL) =>
  sql<string | null>`(select d.name from ${division} d where d.code = ${digits})`;

export const townshipName = divisionName(sql`rpad(left(${request.divisionCode}, 9), 12, '0')`);
export const countyName = divisionName(sql`rpad(left(${request.divisionCode}, 6), 12, '0')`);

const itemNames = (name: SQL) => sql<string[]>`array(
  select n from (
    select ${name} as n, min(rl.position) as first from request_line rl join item i on i.id = rl.item_id
    where rl.request_id = ${request.id} group by 1) names
  order by first)`;

const head = {
  id: request.id,
  status: request.status,
  programmeName: programme.name,
  placeName: place.name,
  divisionCode: request.divisionCode,
  townshipName,
  countyName,
  headCount: request.headCount,
  needBy: request.needBy,
  urgency: request.urgency,
  createdAt: request.createdAt,
  itemNamesZh: itemNames(sql`i.name_zh`),
  itemNamesEn: itemNames(sql`i.name_en`),
};

function conditions(filter: RequestFilter): (SQL | undefined)[] {
  const pattern = filter.text && `%${filter.text.replaceAll(/[\\%_]/g, (sign) => `\\${sign}`)}%`;
  return [
    filter.status && eq(request.status, filter.status),
    filter.urgency && eq(request.urgency, filter.urgency),
    filter.campaignId ? eq(request.campaignId, filter.campaignId) : undefined,
    filter.countyCode ? eq(request.countyCode, filter.countyCode) : undefined,
    filter.needByFrom ? gte(request.needBy, filter.needByFrom) : undefined,
    filter.needByBefore ? lt(request.needBy, filter.needByBefore) : undefined,
    pattern ? or(ilike(programme.name, pattern), ilike(place.name, pattern)) : undefined,
    filter.itemId
      ? sql`exists (select from request_line rl where rl.request_id = ${request.id} and rl.item_id = ${filter.itemId})`
      : undefined,
  ];
}

/** One request with its lines and allocations, or undefined: not there, or not the reader's to see. */
export async function findRequest(db: Reader, scope: Scope, id: string) {
  const [row] = await db
    .select({
      request,
      programmeName: programme.name,
      group: programme.group,
      placeName: place.name,
      organisationName: organisation.name,
      campaignName: campaign.name,
      submittedByName: authUser.name,
      townshipName,
      countyName,
    })
    .from(request)
    .innerJoin(programme, eq(programme.id, request.programmeId))
    .innerJoin(place, eq(place.id, request.placeId))
    .innerJoin(organisation, eq(organisation.id, request.organisationId))
    .leftJoin(campaign, eq(campaign.id, request.campaignId))
    .leftJoin(authUser, eq(authUser.id, request.submittedByUserId))
    .where(and(eq(request.id, id), requestInScope(scope)));
  if (!row) return undefined;
  const [lines, allocations] = await Promise.all([
    db
      .select({ line: requestLine, itemCode: item.code })
      .from(requestLine)
      .innerJoin(item, eq(item.id, requestLine.itemId))
      .where(eq(requestLine.requestId, id))
      .orderBy(asc(requestLine.position)),
    db
      .select({ id: allocation.id, status: allocation.status, createdAt: allocation.createdAt })
      .from(allocation)
      .where(eq(allocation.requestId, id))
      .orderBy(asc(allocation.id)),
  ]);
  const { request: found, ...names } = row;
  return {
    ...found,
    ...names,
    createdAt: found.createdAt.toISOString(),
    lines: lines.map(({ line, itemCode }) => ({ ...line, itemCode })),
    allocations: allocations.map((one) => ({ ...one, createdAt: one.createdAt.toISOString() })),
  };
}
export type FoundRequest = NonNullable<Awaited<ReturnType<typeof findRequest>>>;

/** The programmes a coordinator asks for: of its own organisation's places, and still running. */
export async function listOwnProgrammes(db: Reader, scope: Scope, today: string) {
  const running = (column: typeof programme.endedOn | typeof place.endedOn) =>
    sql`(${column} is null or ${column} > ${today})`;
  return db
    .select({
      id: programme.id,
      name: programme.name,
      group: programme.group,
      placeName: place.name,
    })
    .from(programme)
    .innerJoin(place, eq(place.id, programme.placeId))
    .where(
      and(
        eq(place.organisationId, scope.organisationId),
        running(programme.endedOn),
        running(place.endedOn),
      ),
    )
    .orderBy(asc(place.name), asc(programme.name));
}

/** Counties, with their names, that the reader may see requests of; for a filter. */
export async function listRequestCounties(db: Reader, scope: Scope) {
  const codes = db
    .selectDistinct({ code: request.countyCode })
    .from(request)
    .where(requestInScope(scope));
  return db
    .select({ code: sql<string>`left(${division.code}, 6)`, name: division.name })
    .from(division)
    .where(inArray(division.code, sql`(select rpad(county_code, 12, '0') from (${codes}) c)`))
    .orderBy(asc(division.code));
}

/** One line of a request that the reader may see. */
export async function findRequestLine(db: Reader, scope: Scope, id: string) {
  const [row] = await db
    .select({
      requestId: requestLine.requestId,
      itemId: requestLine.itemId,
      unitCode: requestLine.unitCode,
    })
    .from(requestLine)
    .innerJoin(request, eq(request.id, requestLine.requestId))
    .where(and(eq(requestLine.id, id), requestInScope(scope)));
  return row;
}
