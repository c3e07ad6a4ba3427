import { drizzle } from 'drizzle-orm/postgres-js';
import postgres from 'postgres';
import type { Database } from '~db/client.server';
import { applyMigrations } from '~db/migrate.server';
import { listGoods, listOpenNeeds, listPledges } from '~db/queries/desk.server';
import { listDonationPieces } from '~db/queries/donation-pieces.server';
import { findTraced } from '~db/queries/trace.server';
import { startTestCluster } from '~db/testing/cluster.server';
import type { Scope } from '~/domain/actor';
import { codeOfDonation, codeOfParcel, makeGoods, sizes } from './queries/goods';
import { measure, type Measured, type Statement } from './queries/plans';

/**
 * npm run bench:queries: the public trace, a donor's pieces and the matching desk's reads at 200,000 movements. The last
 * line is one JSON object: for each read what EXPLAIN (ANALYZE, BUFFERS) says of its statements, as the application's
 * role. BENCH_PLANS=1 prints the plans.
 */
const server = await startTestCluster();
try {
  await server.createDatabase('bench');
  await applyMigrations(server.ownerUrl('bench'));
  const superuser = postgres(server.superuserUrl('bench'), { max: 1, onnotice: () => {} });
  await makeGoods(superuser);
  const [counted] = await superuser`select count(*)::int as movements from movement`;
  await superuser.end();
  process.stdout.write(`${JSON.stringify({ ...counted, sizes })}\n`);
  process.stdout.write(`${JSON.stringify(await measureAll(server.appUrl('bench')))}\n`);
} finally {
  await server.stop();
}

async function measureAll(url: string): Promise<Record<string, Measured>> {
  const client = postgres(url, { max: 1, onnotice: () => {} });
  const sent: Statement[] = [];
  const logger = { logQuery: (query: string, params: unknown[]) => sent.push({ query, params }) };
  const db: Database = drizzle(client, { logger });
  const [ids] = await client`
    select array(select id from donation_line where donation_id = d.id) as lines, (select id from item where code = 'i3') as item,
      (select rl.id from request_line rl join item i on i.id = rl.item_id and i.code = 'i3' limit 1) as need
    from donation d where code = ${codeOfDonation(20)}`;
  const { lines, item, need } = ids as { lines: string[]; item: string; need: string };
  const bureau: Scope = {
    userId: '',
    organisationId: '',
    role: 'bureau_officer',
    divisionPrefix: '4511',
  };
  const page = { limit: 5_000, offset: 0 };
  const reads: Record<string, () => Promise<unknown>> = {
    trace_parcel: () => findTraced(db, { kind: 'parcel', code: codeOfParcel(700) }),
    trace_donation: () => findTraced(db, { kind: 'donation', code: codeOfDonation(20) }),
    donor_pieces: () => listDonationPieces(db, lines),
    desk_need: () => listOpenNeeds(db, bureau, { requestLineId: need, limit: 1, offset: 0 }),
    desk_needs_of_item: () => listOpenNeeds(db, bureau, { itemId: item, ...page }),
    desk_goods: () => listGoods(db, bureau, [item]),
    desk_pledges: () => listPledges(db, bureau, item),
  };
  const figures: Record<string, Measured> = {};
  for (const [name, read] of Object.entries(reads)) {
    sent.length = 0;
    await read();
    figures[name] = await measure(client, [...sent]);
    process.stdout.write(`${name}: ${JSON.stringify(figures[name])}\n`);
  }
  await client.end();
  return figures;
}
