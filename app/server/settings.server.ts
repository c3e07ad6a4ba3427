import { z } from 'zod';
import { datums, type Datum } from '~/domain/organisation';

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

/** Tiles in Web Mercator are made in these. */
const tileDatums = ['WGS84', 'CGCS2000', 'GCJ02'] as const;

const tileUrl = z
  .string()
  .refine(
    (text) => isTileUrl(text),
    'must be an https address with {z}, {x} and {y}, such as https://tiles.example.cn/{z}/{x}/{y}.png',
  );

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
  IDENTITY_KEY_OLD: secret.optional(),
  TRUST_PROXY: z.coerce.number('must be a number of proxies').int().min(0).max(10).default(0),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('info'),
  MAP_TIANDITU_KEY: z
    .string()
    .regex(/^[0-9a-fA-F]{32}$/, 'must be a browser key of Tianditu: 32 hexadecimal digits')
    .optional(),
  MAP_TILE_URL: tileUrl.optional(),
  MAP_TILE_ATTRIBUTION: z.string().max(200, 'must be at most 200 characters').optional(),
  MAP_TILE_DATUM: z.enum(tileDatums, oneOf(tileDatums)).default('WGS84'),
  MAP_COUNTIES_FILE: z.string().optional(),
  MAP_COUNTIES_DATUM: z.enum(datums, oneOf(datums)).default('CGCS2000'),
  MAP_APPROVAL_NUMBER: z.string().max(60, 'must be at most 60 characters').optional(),
});

/** What lies under the maps; without any of it, schematic outlines. */
export interface MapSettings {
  tiandituKey: string | undefined;
  /** Template with {z}, {x}, {y} and perhaps {s}. */
  tileUrl: string | undefined;
  tileAttribution: string | undefined;
  tileDatum: (typeof tileDatums)[number];
  /** Path of a GeoJSON file. */
  countiesFile: string | undefined;
  countiesDatum: Datum;
  /** 审图号. */
  approvalNumber: string | undefined;
}

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
  /** Read by the rotation of keys alone. Undefined: the one kept in `dataDir`. */
  identityKeyOld: string | undefined;
  /** How many reverse proxies stand before us; their X-Forwarded-* headers are believed. */
  trustProxy: number;
  logLevel: string;
  map: MapSettings;
}

function oneOf(names: readonly string[]) {
  return `must be one of ${names.join(', ')}`;
}

function isTileUrl(text: string): boolean {
  const hasPlaces = ['{z}', '{x}', '{y}'].every((place) => text.includes(place));
  const address = text.replaceAll('{s}', 'a');
  return hasPlaces && URL.canParse(address) && new URL(address).protocol === 'https:';
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
  requireForMaps(values);
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
    identityKeyOld: values.IDENTITY_KEY_OLD,
    trustProxy: values.TRUST_PROXY,
    logLevel: values.LOG_LEVEL,
    map: mapSettings(values),
  };
}

function requireForRealUse(values: Values): void {
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

type Values = z.infer<typeof settingsSchema>;

function mapSettings(values: Values): MapSettings {
  return {
    tiandituKey: values.MAP_TIANDITU_KEY,
    tileUrl: values.MAP_TILE_URL,
    tileAttribution: values.MAP_TILE_ATTRIBUTION,
    tileDatum: values.MAP_TILE_DATUM,
    countiesFile: values.MAP_COUNTIES_FILE,
    countiesDatum: values.MAP_COUNTIES_DATUM,
    approvalNumber: values.MAP_APPROVAL_NUMBER,
  };
}

function requireForMaps(values: Values): void {
  if (values.MAP_TILE_URL && values.MAP_TIANDITU_KEY) {
    throw new StartRefused(
      'The setting MAP_TILE_URL cannot stand beside MAP_TIANDITU_KEY: choose one of the two.',
    );
  }
  if (values.MAP_TILE_URL && !values.MAP_TILE_ATTRIBUTION) {
    throw new StartRefused(
      'The setting MAP_TILE_ATTRIBUTION is missing: with MAP_TILE_URL, say whose tiles they are.',
    );
  }
}
