import { z } from 'zod';

export type Mode = 'development' | 'demo' | 'production';

/** A start that cannot go on, told to the operator in one sentence and without a stack. */
export class StartRefused extends Error {}

const MIN_SECRET_LENGTH = 32;
const LOOPBACK = new Set(['127.0.0.1', '::1', 'localhost']);

const databaseUrl = z
  .string()
  .regex(/^postgres(ql)?:\/\//, 'must begin with postgres:// or postgresql://');

const secret = z
  .string()
  .min(MIN_SECRET_LENGTH, `must be at least ${MIN_SECRET_LENGTH} characters long`)
  .refine((text) => new Set(text).size >= 10, 'must be random, not a repeated pattern');

export const settingsSchema = z.object({
  PORT: z.coerce.number('must be a port number').int().min(1).max(65_535).default(3000),
  HOST: z.string().min(1).default('127.0.0.1'),
  DATABASE_URL: databaseUrl.optional(),
  MIGRATION_DATABASE_URL: databaseUrl.optional(),
  DATABASE_POOL_SIZE: z.coerce.number('must be a number').int().min(1).max(500).default(16),
  NUANQIAO_DATA_DIR: z.string().min(1).default('.data'),
  PUBLIC_ORIGIN: z
    .string()
    .refine(isOrigin, 'must be an address such as https://nuanqiao.example.cn, without a path')
    .optional(),
  AUTH_SECRET: secret.optional(),
  IDENTITY_KEY: secret.optional(),
  TRUST_PROXY: z.coerce.number('must be a number of proxies').int().min(0).max(10).default(0),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('info'),
});

export interface Settings {
  mode: Mode;
  port: number;
  host: string;
  /** An external server; without one, the embedded PostgreSQL is started in `dataDir`. */
  databaseUrl: string | undefined;
  /** Login that owns the tables, when `databaseUrl` is a login that does not. */
  migrationDatabaseUrl: string | undefined;
  poolSize: number;
  dataDir: string;
  publicOrigin: string;
  /** Undefined: one is made and kept in `dataDir`. */
  authSecret: string | undefined;
  /** Undefined: one is made and kept in `dataDir`. */
  identityKey: string | undefined;
  /** How many reverse proxies stand before us; their X-Forwarded-* headers are believed. */
  trustProxy: number;
  logLevel: string;
}

function isOrigin(value: string): boolean {
  return URL.canParse(value) && /^https?:$/.test(new URL(value).protocol) && originOf(value);
}

function originOf(value: string): boolean {
  return new URL(value).origin === value.replace(/\/$/, '');
}

/**
 * Reads the settings from environment variables (an empty one counts as absent).
 * @throws StartRefused with one sentence that names the first setting that is missing or unfit.
 */
export function readSettings(
  mode: Mode,
  environment: Readonly<Record<string, string | undefined>>,
): Settings {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value));
  const parsed = settingsSchema.safeParse(given);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    throw new StartRefused(
      `The setting ${String(issue?.path[0])} ${issue?.message ?? 'is unfit'}.`,
    );
  }
  const values = parsed.data;
  if (mode === 'production') requireForRealUse(values);
  const host = values.HOST.includes(':') ? `[${values.HOST}]` : values.HOST;
  const localOrigin = `http://${LOOPBACK.has(values.HOST) ? 'localhost' : host}:${values.PORT}`;
  return {
    mode,
    port: values.PORT,
    host: values.HOST,
    databaseUrl: values.DATABASE_URL,
    migrationDatabaseUrl: values.MIGRATION_DATABASE_URL,
    poolSize: values.DATABASE_POOL_SIZE,
    dataDir: values.NUANQIAO_DATA_DIR,
    publicOrigin: values.PUBLIC_ORIGIN ? new URL(values.PUBLIC_ORIGIN).origin : localOrigin,
    authSecret: values.AUTH_SECRET,
    identityKey: values.IDENTITY_KEY,
    trustProxy: values.TRUST_PROXY,
    logLevel: values.LOG_LEVEL,
  };
}

function requireForRealUse(values: z.infer<typeof settingsSchema>): void {
  for (const name of ['AUTH_SECRET', 'IDENTITY_KEY'] as const) {
    if (!values.DATABASE_URL || values[name]) continue;
    throw new StartRefused(
      `The setting ${name} is missing: with DATABASE_URL set, give a random secret of at least 32 characters, such as \`openssl rand -base64 33\` makes.`,
    );
  }
  if (!LOOPBACK.has(values.HOST) && !values.PUBLIC_ORIGIN) {
    throw new StartRefused(
      'The setting PUBLIC_ORIGIN is missing: with HOST open to the network, give the address people type, such as https://nuanqiao.example.cn.',
    );
  }
}
