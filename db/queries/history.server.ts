import { sql, type SQL } from 'drizzle-orm';
import type { Database, Tx } from '~db/client.server';
import type { Role } from '~/domain/actor';
import type { AggregateName } from '~/domain/event';
import type { EventKey, HistoryEntry } from '~/domain/history';

/**
 * Who did what when. These reads take no Scope: the page has found the record through its own, and asks here by the id
 * that it found. Staff names alone; events hold nothing of the people who are helped.
 */
type Reader = Database | Tx;

/** The latest so many; a hand-out has an event for every signature. */
const LIMIT = 300;

/** Aggregates whose events belong to the history of another, as SQL of their ids. */
const childrenOf: Partial<Record<AggregateName, (id: string) => [AggregateName, SQL][]>> = {
  organisation: (id) => [
    ['place', sql`select p.id from place p where p.organisation_id = ${id}`],
    [
      'programme',
      sql`select g.id from programme g join place p on p.id = g.place_id where p.organisation_id = ${id}`,
    ],
    ['membership', sql`select m.id from membership m where m.organisation_id = ${id}`],
    ['invitation', sql`select i.id from invitation i where i.organisation_id = ${id}`],
  ],
  place: (id) => [['programme', sql`select g.id from programme g where g.place_id = ${id}`]],
  donation: (id) => [
    [
      'lot',
      sql`select l.id from lot l join donation_line d on d.id = l.donation_line_id where d.donation_id = ${id}`,
    ],
  ],
  request: (id) => [['allocation', sql`select a.id from allocation a where a.request_id = ${id}`]],
  membership: (id) => [
    [
      'password_reset',
      sql`select r.id from password_reset r join membership m on m.user_id = r.user_id where m.id = ${id}`,
    ],
  ],
  handout: (id) => [['sign_off', sql`select s.id from sign_off s where s.handout_id = ${id}`]],
};

/** The history of one record with its parts (a request's allocations, a hand-out's signatures), latest first. */
export async function findHistory(
  db: Reader,
  aggregate: AggregateName,
  id: string,
): Promise<HistoryEntry[]> {
  const parts: SQL[] = [
    eventsOf(sql`e.aggregate = ${aggregate} and e.aggregate_id = ${id}`),
    ...(childrenOf[aggregate]?.(id) ?? []).map(([name, ids]) =>
      eventsOf(sql`e.aggregate = ${name} and e.aggregate_id in (${ids})`),
    ),
  ];
  const rows = await db.execute<EventRow>(sql`
    select e.id, e.aggregate || '.' || e.type as key, e.recorded_at as at,
      case when e.aggregate = 'donation' and e.type in ('line_reopened', 'closed', 'reopened')
        then e.payload->>'reason' end as reason,
      u.name, o.name as organisation, m.role
    from (${sql.join(parts, sql` union all `)}) e
    left join auth_user u on u.id = e.actor_user_id
    left join membership m on m.id = e.membership_id
    left join organisation o on o.id = m.organisation_id
    order by e.recorded_at desc, e.version desc, e.id desc
    limit ${LIMIT}`);
  return rows.map(({ id: eventId, key, at, reason, name, organisation, role }) => ({
    id: eventId,
    key,
    at: new Date(at).toISOString(),
    ...(reason && { reason }),
    ...(name && organisation && role && { by: { name, organisation, role } }),
  }));
}

interface EventRow extends Record<string, unknown> {
  id: string;
  key: EventKey;
  at: string;
  reason: HistoryEntry['reason'] | null;
  name: string | null;
  organisation: string | null;
  role: Role | null;
}

function eventsOf(condition: SQL): SQL {
  return sql`
    select e.id, e.aggregate, e.type, e.recorded_at, e.version, e.payload, e.actor_user_id, e.membership_id
    from event e where ${condition}`;
}
