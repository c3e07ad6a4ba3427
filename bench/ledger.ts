import { freemem, totalmem } from 'node:os';
import type postgres from 'postgres';
import { closeDatabase, createDatabase } from '~db/client.server';
import { applyMigrations } from '~db/migrate.server';
import { startTestCluster } from '~db/testing/cluster.server';
import { bookFaults } from '~db/testing/ledger/books.server';
import { prepareHandOuts } from './ledger/hand-out';
import { prepareSignOffs } from './ledger/sign-off';
import { prepareTpcB } from './ledger/tpc-b';
import { median, runTurns, type Contender } from './ledger/turns';

/**
 * npm run bench:ledger: hand-outs through ledger_post, on 500 balances and on one, and the whole sign-off command, beside a TPC-B-like transaction on
 * the same server and pool, in turns. The last line is one JSON object; rates are a second, ratios are the medians of
 * the rounds' ratios to the TPC-B-like rate.
 */
const settings = {
  clients: 16,
  rounds: Math.max(5, Number(process.env['BENCH_ROUNDS'] ?? 5)),
  turn_ms: Number(process.env['BENCH_TURN_MS'] ?? 4000),
  scale: Number(process.env['BENCH_SCALE'] ?? 50),
  balances: 500,
};

const server = await startTestCluster({ durable: true });
try {
  await server.createDatabase('bench');
  await applyMigrations(server.ownerUrl('bench'));
  const owner = createDatabase({ url: server.ownerUrl('bench'), max: 2 });
  const pool = createDatabase({ url: server.appUrl('bench'), max: settings.clients });
  await measure(owner.$client, pool.$client);
  await Promise.all([closeDatabase(owner), closeDatabase(pool)]);
} finally {
  await server.stop();
}

async function measure(owner: postgres.Sql, pool: postgres.Sql): Promise<void> {
  const tpcB = await prepareTpcB(owner, settings.scale);
  const { spread, hot, lotIds } = await prepareHandOuts(owner, pool, settings.balances);
  // The command takes its connections from a pool of its own, of the same size: the turns' are reserved.
  const signOff = await prepareSignOffs(owner, server.appUrl('bench'), settings);
  const contenders: Contender[] = [tpcB, spread, hot, signOff.contender];
  await owner`vacuum analyze`;
  // What a running server's autovacuum does each minute: without it, plans made for empty tables would be measured.
  const warmedUp = () => owner`vacuum analyze`;
  const rates = await runTurns(pool, contenders, { ...settings, warmedUp });
  await signOff.close();
  const faults = await bookFaults(owner, [...lotIds, ...signOff.lotIds]);
  if (faults.length > 0) throw new Error(`the books are wrong: ${JSON.stringify(faults)}`);
  const ratio = (name: string) =>
    round(median(rates.map((row) => (row[name] ?? 0) / (row[tpcB.name] ?? 1))));
  const all = Object.fromEntries(
    contenders.map(({ name }) => [name, rates.map((row) => Math.round(row[name] ?? 0))]),
  );
  process.stdout.write(
    `${JSON.stringify({
      spread_ratio: ratio(spread.name),
      hot_ratio: ratio(hot.name),
      sign_off_ratio: ratio(signOff.contender.name),
      settings: { ...settings, ...(await serverSettings(pool)), memory: [freemem(), totalmem()] },
      rates: all,
    })}\n`,
  );
}

async function serverSettings(sql: postgres.Sql) {
  const [row] = await sql`select current_setting('fsync') as fsync,
    current_setting('synchronous_commit') as synchronous_commit,
    current_setting('full_page_writes') as full_page_writes,
    current_setting('server_version') as server_version`;
  return row;
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}
