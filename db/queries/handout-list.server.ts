import { and, asc, count, desc, eq, sql } from 'drizzle-orm';
import type { Scope } from '~/domain/actor';
import type { HandoutStatus } from '~/domain/handout';
import type { Database } from '~db/client.server';
import { handout, handoutLine, signOff } from '~db/schema/handout';
import { place, programme } from '~db/schema/organisation';
import { requestLine } from '~db/schema/request';
import { placeInScope } from './balances.server';

export const HANDOUT_PAGE_SIZE = 20;

export interface HandoutFilter {
  /** 'disputed': with a signature that waits for somebody to look into it. */
  status: HandoutStatus | 'disputed' | undefined;
  sort: 'day' | 'programme' | 'place';
  descending: boolean;
  /** From 1. */
  page: number;
}

const isDisputed = sql`exists (select 1 from sign_off s
  where s.handout_id = ${handout.id} and s.status = 'disputed')`;
const sortColumns = { day: handout.handoutOn, programme: programme.name, place: place.name };

/** Lists at places the reader sees, with how many lines are signed for. */
export async function listHandouts(db: Database, scope: Scope, filter: HandoutFilter) {
  const { status, page } = filter;
  const seen = and(
    placeInScope(scope),
    status === 'disputed' ? isDisputed : status && eq(handout.status, status),
  );
  const way = filter.descending ? desc : asc;
  const [total] = await db
    .select({ n: count() })
    .from(handout)
    .innerJoin(place, eq(place.id, handout.placeId))
    .where(seen);
  const rows = await db
    .select({
      id: handout.id,
      handoutOn: handout.handoutOn,
      status: handout.status,
      programmeName: programme.name,
      placeName: place.name,
      lines: sql<number>`(select count(*)::int from handout_line l where l.handout_id = ${handout.id})`,
      signed: sql<number>`(select count(distinct s.handout_line_id)::int from sign_off s
        where s.handout_id = ${handout.id} and s.status = 'posted')`,
      disputed: sql<number>`(select count(*)::int from sign_off s
        where s.handout_id = ${handout.id} and s.status = 'disputed')`,
    })
    .from(handout)
    .innerJoin(place, eq(place.id, handout.placeId))
    .innerJoin(programme, eq(programme.id, handout.programmeId))
    .where(seen)
    .orderBy(way(sortColumns[filter.sort]), desc(handout.handoutOn), desc(handout.id))
    .limit(HANDOUT_PAGE_SIZE)
    .offset((page - 1) * HANDOUT_PAGE_SIZE);
  return { rows, total: total?.n ?? 0 };
}

/** The oldest signatures that are not in the books, without whose they are: the list itself tells names. */
export async function listDisputedSignOffs(db: Database, scope: Scope, limit: number) {
  return db
    .select({
      id: signOff.id,
      handoutId: signOff.handoutId,
      handoutLineId: signOff.handoutLineId,
      handoutOn: handout.handoutOn,
      programmeName: programme.name,
      placeName: place.name,
      itemId: handoutLine.itemId,
      quantity: signOff.quantity,
      unitCode: requestLine.unitCode,
      disputeCode: signOff.disputeCode,
      signedAt: signOff.signedAt,
    })
    .from(signOff)
    .innerJoin(handout, eq(handout.id, signOff.handoutId))
    .innerJoin(place, eq(place.id, handout.placeId))
    .innerJoin(programme, eq(programme.id, handout.programmeId))
    .innerJoin(handoutLine, eq(handoutLine.id, signOff.handoutLineId))
    .innerJoin(requestLine, eq(requestLine.id, handoutLine.requestLineId))
    .where(and(eq(signOff.status, 'disputed'), placeInScope(scope)))
    .orderBy(asc(signOff.signedAt), asc(signOff.id))
    .limit(limit);
}
