import type { Log } from './log.server';
import type { Settings } from './settings.server';

/** What every request is answered with: made once, in server.ts, and handed over by the load context. */
export interface ServerEnv {
  settings: Settings;
  log: Log;
  now: () => Date;
  newId: () => string;
}

declare module '@remix-run/node' {
  interface AppLoadContext {
    env: ServerEnv;
  }
}
