import type { Auth } from '~db/auth.server';
import type { Database } from '~db/client.server';
import type { IdentityCipher } from '~/domain/identity';
import type { ReadWanted } from '~/domain/wanted-board';
import type { OpenBaseMap } from './base-map.server';
import type { Log } from './log.server';
import type { Settings } from './settings.server';

/** What every request is answered with: made once, in server.ts, and handed over by the load context. */
export interface ServerEnv {
  settings: Settings;
  log: Log;
  db: Database;
  auth: Auth;
  /** Opens and seals names and numbers of the people helped. */
  cipher: IdentityCipher;
  /** What lies under the maps; pages hand `baseMap.base` to theirs. */
  baseMap: OpenBaseMap;
  /** What should be given: worked out beside the requests. */
  wanted: ReadWanted;
  now: () => Date;
  newId: () => string;
}

declare module '@remix-run/node' {
  interface AppLoadContext {
    env: ServerEnv;
    /** Path and query as the browser sent them; Remix takes `?index` off the request's own URL. */
    requestUrl: string;
    /** Where the request comes from, as far as the proxies in front are believed (TRUST_PROXY). */
    address: string;
  }
}
