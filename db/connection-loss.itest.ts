import { spawn } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { EmbeddedPostgres } from './embedded.server';
import { startTestCluster } from './testing/cluster.server';

/** Writes without rest from many transactions, until told to stop; then reads back what it was told. */
const WRITER = `
import postgres from 'postgres';
const sql = postgres(process.env.URL, { max: 8, backoff: () => 0.1, onnotice: () => {} });
const acknowledged = [];
const refused = {};
let next = 0, stop = false;
process.stdin.once('data', () => { stop = true; });
const long = 'x'.repeat(2000);
await Promise.all(Array.from({ length: 8 }, async () => {
  while (!stop) {
    const id = next += 1;
    try {
      await sql.begin(async (tx) => {
        await tx\`insert into posting values (\${id}, \${long})\`;
        await tx\`update posting set note = \${long + 'y'} where id = \${id}\`;
      });
      acknowledged.push(id);
    } catch (error) {
      refused[error.code ?? error.message] = (refused[error.code ?? error.message] ?? 0) + 1;
      await new Promise((done) => setTimeout(done, 20));
    }
  }
}));
const rows = await sql\`select id from posting\`;
const kept = new Set(rows.map((row) => row.id));
console.log(JSON.stringify({ written: acknowledged.length, lost: acknowledged.filter((id) => !kept.has(id)).length, refused }));
await sql.end();
`;

let server: EmbeddedPostgres;
let admin: postgres.Sql;
beforeAll(async () => {
  // An acknowledged write must survive, so this one server writes as in real use.
  server = await startTestCluster({ durable: true });
  admin = postgres(server.superuserUrl('postgres'), { max: 1, onnotice: () => {} });
  await admin`create table posting (id int primary key, note text)`;
});
afterAll(async () => {
  await admin.end({ timeout: 1 });
  await server.stop();
});

function startWriter() {
  const writer = spawn(process.execPath, ['--input-type=module', '-e', WRITER], {
    env: { ...process.env, URL: server.superuserUrl('postgres') },
  });
  let output = '';
  writer.stdout.on('data', (chunk) => (output += String(chunk)));
  writer.stderr.on('data', (chunk) => (output += String(chunk)));
  const ended = new Promise<{ code: number | null; output: string }>((resolve) => {
    writer.once('exit', (code) => resolve({ code, output }));
  });
  return { ended, finish: () => writer.stdin.end('stop\n') };
}

describe('when PostgreSQL dies in the middle of writes', () => {
  it('the process lives, goes on by itself, and nothing acknowledged is lost', async () => {
    const writer = startWriter();
    for (let kills = 0; kills < 3; kills += 1) {
      await sleep(1_000);
      const killed = server.pid();
      // The whole process group: no backend is left to say goodbye.
      process.kill(-killed, 'SIGKILL');
      await expect.poll(() => server.pid(), { timeout: 15_000 }).not.toBe(killed);
    }
    await sleep(1_000);
    writer.finish();
    const { code, output } = await writer.ended;
    expect(code, output).toBe(0);
    const told = JSON.parse(output) as { written: number; lost: number; refused: object };
    expect(told.lost).toBe(0);
    expect(told.written).toBeGreaterThan(100);
    expect(Object.keys(told.refused)).toContain('CONNECTION_CLOSED');
  });

  it('a transaction that lost its connection writes nothing through the next one', async () => {
    await admin`truncate posting`;
    const sql = postgres(server.superuserUrl('postgres'), { max: 1, backoff: () => 0 });
    let late: unknown;
    const lost = sql.begin(async (tx) => {
      const [{ pid } = {}] = await tx`select pg_backend_pid() as pid`;
      await admin`select pg_terminate_backend(${pid as number})`;
      await sleep(300);
      await sql`select 1`;
      late = await tx`insert into posting values (1, 'stray')`.catch((error: unknown) => error);
    });
    await expect(lost).rejects.toThrow();
    await expect.poll(() => late).toMatchObject({ code: 'CONNECTION_CLOSED' });
    expect(await admin`select id from posting`).toEqual([]);
    await sql.end();
  });
});
