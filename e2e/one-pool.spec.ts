import { expect, test } from '@playwright/test';
import { closeDatabase } from '~db/client.server';
import { connectBeside } from './support/database';
import {
  freePort,
  startServer,
  statusOf,
  stopLeftServers,
  temporaryDataDir,
} from './support/server-process';

test.afterEach(stopLeftServers);

// The pages' bundle holds a db/client of its own beside the server's: a pool made there would show as more connections.
test('a process has one pool, however many pages are asked for at once', async () => {
  const data = temporaryDataDir();
  const size = 3;
  const server = startServer({
    PORT: String(await freePort()),
    NUANQIAO_DATA_DIR: data.path,
    DATABASE_POOL_SIZE: String(size),
  });
  await expect.poll(() => statusOf(`${server.url}/readyz`), { timeout: 60_000 }).toBe(200);
  const db = connectBeside(data.path);
  const asked = Array.from({ length: 60 }, (_, index) =>
    statusOf(`${server.url}${index % 2 === 0 ? '/readyz' : '/t/DCF1-KA1K-TCN1-YPWM'}`),
  );
  const answers = await Promise.all(asked);
  expect(new Set(answers)).toEqual(new Set([200, 404]));
  const rows = await db.$client`
    select count(*)::int as n from pg_stat_activity
    where datname = 'nuanqiao' and backend_type = 'client backend' and pid <> pg_backend_pid()`;
  expect(rows[0]?.n).toBe(size);
  await closeDatabase(db);
  data.remove();
});
