import type { ServerEnv } from '~/server/env.server';

/**
 * What `npm run demo` does between migrating and listening: the story of the demonstration is told
 * here, through the commands that the pages use. Called at every start, so it must leave a
 * database that holds the story as it is.
 */
export async function tellDemo(_env: ServerEnv): Promise<void> {}
