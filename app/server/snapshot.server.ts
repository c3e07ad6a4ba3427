import type { ServerEnv } from './env.server';

type Tx = Parameters<Parameters<ServerEnv['db']['transaction']>[0]>[0];

/** What a page reads with; its database may be a transaction. */
export type ReadEnv = Omit<ServerEnv, 'db'> & { db: ServerEnv['db'] | Tx };

/**
 * Reads of one moment. A page that asks several times would otherwise show figures of before a step beside lists of
 * after it, or a status whose result it does not have. Whatever is read inside goes through the env handed over: another
 * connection would see another moment.
 */
export function inSnapshot<T>(env: ServerEnv, read: (env: ReadEnv) => Promise<T>): Promise<T> {
  return env.db.transaction((tx) => read({ ...env, db: tx }), {
    isolationLevel: 'repeatable read',
    accessMode: 'read only',
  });
}
