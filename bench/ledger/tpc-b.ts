import type postgres from 'postgres';
import type { Contender } from './turns';

const ACCOUNTS = 100_000;
const TELLERS = 10;

/** pgbench's tables and its TPC-B-like script, statement by statement. */
export async function prepareTpcB(owner: postgres.Sql, scale: number): Promise<Contender> {
  await owner.unsafe(`
    create table pgbench_branches (bid int not null, bbalance int, filler char(88)) with (fillfactor = 100);
    create table pgbench_tellers (tid int not null, bid int, tbalance int, filler char(84)) with (fillfactor = 100);
    create table pgbench_accounts (aid int not null, bid int, abalance int, filler char(84)) with (fillfactor = 100);
    create table pgbench_history (tid int, bid int, aid int, delta int, mtime timestamp, filler char(22));
    insert into pgbench_branches select n, 0 from generate_series(1, ${scale}) n;
    insert into pgbench_tellers select n, (n - 1) / ${TELLERS} + 1, 0 from generate_series(1, ${scale * TELLERS}) n;
    insert into pgbench_accounts select n, (n - 1) / ${ACCOUNTS} + 1, 0, ''
      from generate_series(1, ${scale * ACCOUNTS}) n;
    alter table pgbench_branches add primary key (bid);
    alter table pgbench_tellers add primary key (tid);
    alter table pgbench_accounts add primary key (aid);
    grant select, insert, update on pgbench_branches, pgbench_tellers, pgbench_accounts, pgbench_history
      to nuanqiao_app;`);
  const below = (limit: number) => 1 + Math.floor(Math.random() * limit);
  return {
    name: 'tpc_b',
    transaction: async (sql) => {
      const aid = below(scale * ACCOUNTS);
      const bid = below(scale);
      const tid = below(scale * TELLERS);
      const delta = below(10_001) - 5001;
      await sql`begin`;
      await sql`update pgbench_accounts set abalance = abalance + ${delta} where aid = ${aid}`;
      await sql`select abalance from pgbench_accounts where aid = ${aid}`;
      await sql`update pgbench_tellers set tbalance = tbalance + ${delta} where tid = ${tid}`;
      await sql`update pgbench_branches set bbalance = bbalance + ${delta} where bid = ${bid}`;
      await sql`insert into pgbench_history (tid, bid, aid, delta, mtime)
        values (${tid}, ${bid}, ${aid}, ${delta}, current_timestamp)`;
      await sql`commit`;
    },
  };
}
