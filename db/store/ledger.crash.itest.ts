import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import postgres from 'postgres';
import { v7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { closeDatabase, createDatabase, inTransaction, type Database } from '../client.server';
import type { EmbeddedPostgres } from '../embedded.server';
import { applyMigrations } from '../migrate.server';
import { startTestCluster } from '../testing/cluster.server';
import { bookFaults } from '../testing/ledger/books.server';
import { makeGround, makeLots } from '../testing/ledger/fixture.server';
import type { Account, Movement } from '~/domain/ledger';
import { postMovements } from './ledger.server';

const DATABASE = 'crash';
const place = { placeId: v7(), countyCode: '451102' };
const donor: Account = { kind: 'donor', organisationId: v7(), countyCode: '440106' };
const stock: Account = { kind: 'stock', ...place };

let server: EmbeddedPostgres;
let owner: postgres.Sql;
beforeAll(async () => {
  server = await startTestCluster({ durable: true });
  await server.createDatabase(DATABASE);
  await applyMigrations(server.ownerUrl(DATABASE));
  owner = postgres(server.ownerUrl(DATABASE), { max: 1, onnotice: () => {} });
});
afterAll(async () => {
  await owner.end();
  await server.stop();
});

async function newLot(): Promise<string> {
  const [lotId = ''] = await makeLots(owner, await makeGround(owner), [{}]);
  return lotId;
}

/** In by 3, and 1 of them held: two movements that belong together. */
function delivery(lotId: string): Movement[] {
  const head = () => ({ id: v7(), cause: { kind: 'test', id: v7() }, occurredAt: new Date() });
  const hold: Account = { kind: 'hold', allocationLineId: v7(), ...place };
  return [
    { ...head(), kind: 'intake', lines: [{ lotId, from: donor, to: stock, quantity: 3 }] },
    { ...head(), kind: 'hold', lines: [{ lotId, from: stock, to: hold, quantity: 1 }] },
  ];
}

async function wholeBooks(lotId: string, batches: Movement[][], acknowledged: string[]) {
  const rows = await owner<{ id: string }[]>`
    select distinct m.id from movement m join movement_line l on l.movement_id = m.id where l.lot_id = ${lotId}`;
  const stored = new Set(rows.map((row) => row.id));
  const missing = acknowledged.filter((id) => !stored.has(id));
  const halves = batches.filter(
    ([first, second]) => stored.has(first?.id ?? '') !== stored.has(second?.id ?? ''),
  );
  const [free] = await owner<{ quantity: string }[]>`
    select b.quantity from balance b join account a on a.id = b.account_id
    where b.lot_id = ${lotId} and a.kind = 'stock'`;
  return {
    missing,
    halves,
    faults: await bookFaults(owner, [lotId]),
    unexplained: Number(free?.quantity ?? 0) - stored.size,
    stored: stored.size,
  };
}

const whole = { missing: [], halves: [], faults: [], unexplained: 0 };

describe('a process killed in the middle of posting', () => {
  it.each([1, 2, 3])('leaves the books whole (%i)', async () => {
    const lotId = await newLot();
    const batches = Array.from({ length: 3000 }, () => delivery(lotId));
    const poster = spawn(process.execPath, [
      '--import',
      'tsx',
      'db/testing/ledger/poster.server.ts',
      server.appUrl(DATABASE),
    ]);
    const acknowledged = await acknowledgedBeforeKill(poster, batches);
    await poolGone();
    const books = await wholeBooks(lotId, batches, acknowledged);
    expect(books).toMatchObject(whole);
    expect(books.stored).toBeLessThan(batches.length * 2);
    expect(acknowledged.length).toBeGreaterThan(100);
  });
});

async function acknowledgedBeforeKill(poster: ChildProcess, batches: Movement[][]) {
  let output = '';
  poster.stdin?.on('error', () => {});
  poster.stdin?.write(batches.map((batch) => `${JSON.stringify(batch)}\n`).join(''));
  poster.stdout?.on('data', (chunk: Buffer) => {
    output += chunk.toString();
    if (output.length > 120 * 37) poster.kill('SIGKILL');
  });
  await once(poster, 'close');
  return output.split('\n').slice(0, -1);
}

async function poolGone(): Promise<void> {
  for (;;) {
    const [row] = await owner<{ count: number }[]>`select count(*)::int from pg_stat_activity
      where usename = 'nuanqiao_app' and datname = ${DATABASE}`;
    if (row?.count === 0) return;
    await sleep(50);
  }
}

it('keeps every acknowledged posting when PostgreSQL is restarted under load', async () => {
  const lotId = await newLot();
  const pool = createDatabase({ url: server.appUrl(DATABASE), max: 8 });
  const load = {
    batches: [] as Movement[][],
    acknowledged: [] as string[],
    retries: 0,
    until: Infinity,
  };
  const clients = Array.from({ length: 8 }, () => keepPosting(pool, lotId, load));
  await sleep(1000);
  const before = load.acknowledged.length;
  const pid = server.pid();
  // At once, as in a crash: no session is let finish.
  process.kill(pid, 'SIGQUIT');
  load.until = Date.now() + 30_000;
  while (load.acknowledged.length < before + 200 && Date.now() < load.until) await sleep(50);
  load.until = 0;
  await Promise.all(clients);
  await closeDatabase(pool);
  expect(server.pid()).not.toBe(pid);
  expect(load.retries).toBeGreaterThan(0);
  expect(load.acknowledged.length).toBe(load.batches.length);
  const books = await wholeBooks(lotId, load.batches, load.acknowledged);
  expect(books).toMatchObject({ ...whole, stored: load.batches.length * 2 });
}, 60_000);

/** Posts one batch after the other; after an unknown outcome the same batch again, until it is answered. */
async function keepPosting(
  pool: Database,
  lotId: string,
  load: { batches: Movement[][]; acknowledged: string[]; retries: number; until: number },
): Promise<void> {
  while (Date.now() < load.until) {
    const batch = delivery(lotId);
    load.batches.push(batch);
    for (let done = false; !done;) {
      try {
        const posted = await inTransaction(pool, (tx) => postMovements(tx, batch));
        if (!posted.ok) throw new Error(`refused: ${JSON.stringify(posted.error)}`);
        load.acknowledged.push(batch[0]?.id ?? '');
        done = true;
      } catch (error) {
        if (String(error).startsWith('Error: refused')) throw error;
        load.retries += 1;
        await sleep(100);
      }
    }
  }
}
