import type { Command } from '~/commands/command.server';
import type { PersonalEnv } from '~/commands/personal-command.server';
import type { Actor } from '~/domain/actor';
import { LOOSE } from '~/domain/ledger';
import type { Result } from '~/domain/result';
import { as } from './side-env.server';
import type { Side, Twins } from './make-side.server';

/** A command with an input that is right for whoever stands on its own side. */
export interface ForgeryCase {
  /** The command's name; what is particular of the case stands behind a colon. */
  name: string;
  role: keyof Side['by'];
  actor: (side: Side) => Actor;
  input: (side: Side) => unknown;
  run: (env: PersonalEnv, actor: Actor, input: unknown) => Promise<Result<unknown>>;
  /** Ids that may be of another side by the rules, each with the rule. */
  free: Readonly<Record<string, string>>;
}

/** In two steps, so that the input is typed by the command. */
export function forgeryCase<I>(name: string, command: Command<I, unknown, PersonalEnv>) {
  return (
    role: keyof Side['by'],
    input: (side: Side) => I,
    free: Readonly<Record<string, string>> = {},
  ): ForgeryCase => ({
    name,
    role,
    actor: (side) => side.by[role],
    input,
    run: (env, actor, forged) => command(env, as(actor), forged as I),
    free,
  });
}

/** Every string of one side that is another on the other: ids, and codes of divisions. */
export function twinsOf(own: unknown, foreign: unknown, found = new Map<string, string>()) {
  if (typeof own === 'string' && typeof foreign === 'string') {
    if (own !== foreign) found.set(own, foreign);
  } else if (own !== null && typeof own === 'object') {
    for (const [key, value] of Object.entries(own))
      twinsOf(value, (foreign as Record<string, unknown>)[key], found);
  }
  return found;
}

export interface Forgery {
  /** Where the foreign id stands, as `lines.0.lotId`. */
  path: string;
  input: unknown;
}

const looksLikeId = /^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}/;

/** The input once for each of its ids, with the other side's in its place. Ids that both have are named in `shared`. */
export function forgeriesOf(
  input: unknown,
  twins: ReadonlyMap<string, string>,
  shared: readonly string[],
): Forgery[] {
  return leavesOf(input).flatMap(([path, value]) => {
    const twin = twins.get(value);
    if (twin !== undefined) return [{ path: path.join('.'), input: replaced(input, path, twin) }];
    if (looksLikeId.test(value) && value !== LOOSE && !shared.includes(value))
      throw new Error(`an id without a twin: ${path.join('.')}`);
    return [];
  });
}

function leavesOf(value: unknown, path: string[] = []): [string[], string][] {
  if (typeof value === 'string') return [[path, value]];
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([key, one]) => leavesOf(one, [...path, key]));
}

function replaced(value: unknown, [key, ...rest]: string[], by: string): unknown {
  if (key === undefined) return by;
  const copy = (Array.isArray(value) ? [...value] : { ...(value as object) }) as Record<
    string,
    unknown
  >;
  copy[key] = replaced(copy[key], rest, by);
  return copy;
}

/** One fingerprint of every row of every table that a command may write. */
export async function fingerprint({ database: { superuser } }: Twins): Promise<string> {
  const tables = await superuser<{ name: string }[]>`
    select quote_ident(tablename) as name from pg_tables
    where schemaname = 'public' and tablename not like 'division%' order by 1`;
  const parts = tables.map(
    ({ name }) =>
      `select '${name}' as name, coalesce(md5(string_agg(t::text, '|' order by t::text)), '') as sum from ${name} t`,
  );
  const rows = await superuser.unsafe(parts.join(' union all '));
  return rows
    .map((row) => `${row['name']} ${row['sum']}`)
    .sort()
    .join('\n');
}

class Undone extends Error {}

/** Runs it and takes everything back. */
export async function tried<T>(
  { env }: Twins,
  run: (env: PersonalEnv) => Promise<Result<T>>,
): Promise<Result<T>> {
  let result: Result<T> | undefined;
  try {
    await env.db.transaction(async (tx) => {
      // A transaction of the command's own is a savepoint of this one.
      result = await run({ ...env, db: tx as unknown as PersonalEnv['db'] });
      throw new Undone();
    });
  } catch (error) {
    if (!(error instanceof Undone)) throw error;
  }
  if (!result) throw new Error('it was not run');
  return result;
}
