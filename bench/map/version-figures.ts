import { sql } from 'drizzle-orm';
import { v7 as newId } from 'uuid';
import type { Database } from '~db/client.server';
import { Maps } from '~/server/map.server';
import { visibleScope } from '~/domain/actor';
import { NIL } from './synthetic-rows';
import type { Synthetic } from './synthetic';

/** A request is closed while the map is kept: how long until the next reader has the new figures, and that they are. */
export async function versionFigures(owner: Database, pool: Database, synthetic: Synthetic) {
  const maps = new Maps(pool);
  const scope = visibleScope({
    userId: synthetic.userIds[0] ?? NIL,
    membershipId: NIL,
    organisationId: NIL,
    role: 'administrator',
    divisionCode: '450000000000',
  });
  const persons = async () =>
    (await maps.sight(scope, {}, '2026-11-20')).centres.reduce((sum, one) => sum + one.persons, 0);
  const before = await persons();
  const times: number[] = [];
  let after = before;
  for (let at = 0; at < 5; at += 1) {
    await closeOne(owner, at);
    const begun = performance.now();
    const next = await persons();
    times.push(performance.now() - begun);
    if (next >= after) throw new Error('a closed request still counts on the map');
    after = next;
  }
  return { version_drop_ms: Math.round(times.toSorted((a, b) => a - b)[2] ?? 0) };
}

async function closeOne(owner: Database, at: number): Promise<void> {
  const [row] = await owner.execute<{ id: string }>(sql`
    update request set status = 'closed' where id = (
      select r.id from request r join request_line rl on rl.request_id = r.id
      where r.status = 'approved' and not exists (
        select from allocation_line al where al.request_line_id = rl.id)
      order by r.id limit 1) returning id`);
  await owner.execute(sql`
    insert into event (id, aggregate, aggregate_id, version, type, recorded_at, payload)
    values (${newId()}, 'request', ${row?.id}, ${100 + at}, 'closed', now(), '{}')`);
}
