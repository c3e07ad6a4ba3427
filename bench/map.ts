import { closeDatabase, createDatabase } from '~db/client.server';
import { applyMigrations } from '~db/migrate.server';
import { seedReference } from '~db/seed/reference.server';
import { startTestCluster } from '~db/testing/cluster.server';
import { browserFigures } from './map/browser-figures';
import { serverFigures } from './map/server-figures';
import { fillSynthetic } from './map/synthetic';
import { versionFigures } from './map/version-figures';

/**
 * npm run bench:map: 15,000 synthetic centres with needs on real village codes, asked for through the route's own
 * loader by 20 readers under 50 sets of filters, then drawn in headless Chromium from the built server (`npm run build` first); `-- --server` leaves the
 * browser out. The last line is one JSON object; times are milliseconds, sizes kilobytes after gzip.
 */
const now = new Date('2026-11-20T02:00:00Z');
const server = await startTestCluster();
try {
  await server.createDatabase('bench');
  await applyMigrations(server.ownerUrl('bench'));
  const owner = createDatabase({ url: server.ownerUrl('bench'), max: 2 });
  const pool = createDatabase({ url: server.appUrl('bench'), max: 16 });
  await seedReference(owner);
  const begun = performance.now();
  const synthetic = await fillSynthetic(owner.$client, now);
  console.error(`filled in ${Math.round((performance.now() - begun) / 1000)} s`);
  const figures = await serverFigures(pool, now, synthetic);
  const browser = process.argv.includes('--server')
    ? {}
    : await browserFigures(pool, now, synthetic);
  const versions = await versionFigures(owner, pool, synthetic);
  await Promise.all([closeDatabase(owner), closeDatabase(pool)]);
  process.stdout.write(`${JSON.stringify({ ...figures, ...browser, ...versions })}\n`);
} finally {
  await server.stop();
}
