import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const alias = { '~db': here('./db'), '~': here('./app') };

export default defineConfig({
  test: {
    // Two cores, and the embedded server needs its share of them.
    maxWorkers: 2,
    minWorkers: 1,
    projects: [
      {
        resolve: { alias },
        test: {
          name: 'unit',
          include: ['{app,db,bench,e2e}/**/*.test.{ts,tsx}'],
          environment: 'node',
          // The solver's properties take seconds; a busy machine must not make them fail.
          testTimeout: 60_000,
        },
      },
      {
        resolve: { alias },
        test: {
          name: 'integration',
          include: ['{app,db,bench}/**/*.itest.{ts,tsx}'],
          environment: 'node',
          globalSetup: ['db/testing/global-setup.server.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
