import type { TestProject } from 'vitest/node';
import { applyMigrations } from '../migrate.server';
import { startTestCluster } from './cluster.server';

export interface TestServer {
  superuser: string;
  owner: string;
  app: string;
}

declare module 'vitest' {
  interface ProvidedContext {
    testServer: TestServer;
  }
}

export const TEMPLATE = 'nuanqiao_template';

/** One server for the whole run, and one migrated database that each test file clones. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await startTestCluster({ maxConnections: 200 });
  try {
    await server.createDatabase(TEMPLATE);
    await applyMigrations(server.ownerUrl(TEMPLATE));
  } catch (error) {
    await server.stop();
    throw error;
  }
  project.provide('testServer', {
    superuser: server.superuserUrl('postgres'),
    owner: server.ownerUrl(TEMPLATE),
    app: server.appUrl(TEMPLATE),
  });
  return () => server.stop();
}
