import { and, eq, sql, type SQL } from 'drizzle-orm';
import { preparedStatement, scopeSettings, type Tx } from '~db/client.server';
import { commandLog, event } from '~db/schema/event';
import type { Scope } from '~/domain/actor';

export type NewEvent = typeof event.$inferInsert;

export interface CommandClaim {
  organisationId: string;
  command: string;
  key: string;
  requestHash: string;
  now: Date;
}

type Claimed = Exclude<keyof CommandClaim, 'now'> | 'at' | keyof Scope;

/** SQL: the scope set, then the key written, unless it stands there; a row where it was written. */
function writeClaim(value: (name: Claimed) => SQL): SQL {
  return sql`
    with context as materialized (select ${scopeSettings(value)})
    insert into command_log (organisation_id, command, key, request_hash, recorded_at)
    select ${value('organisationId')}::uuid, ${value('command')}, ${value('key')}::uuid, ${value('requestHash')},
      ${value('at')}::timestamptz
    from context
    on conflict do nothing returning 1`;
}

const insertClaim = preparedStatement<Claimed>(writeClaim);

/** An earlier run of the same key. */
export interface EarlierRun {
  requestHash: string;
  result: unknown;
}

/**
 * Writes the key first and sets the scope, in one round trip. A twin still running is waited for. Answers the earlier
 * run's hash and result where the key has already had effect.
 */
export async function claimCommand(
  tx: Tx,
  claim: CommandClaim,
  scope: Scope,
): Promise<EarlierRun | undefined> {
  const claimed = await insertClaim(tx, claimValues(claim, scope));
  return claimed.length > 0 ? undefined : earlierRun(tx, claim);
}

/**
 * The same for a command that always locks one row before anything else, in one statement: `lock` writes a query that
 * locks the row and has `after` among its conditions, so that the key is written, or its twin waited for, first.
 */
export function claimWithLock<N extends string>(
  lock: (value: (name: N) => SQL, after: SQL) => SQL,
) {
  const statement = preparedStatement<Claimed | N, { claimed: boolean }>(
    (value) => sql`
      with claimed as (${writeClaim(value)}), counted as materialized (select count(*) > 0 as claimed from claimed)
      select counted.claimed from counted
      left join lateral (${lock(value, sql`counted.claimed is not null`)}) locked on true`,
  );
  return async (
    tx: Tx,
    claim: CommandClaim,
    scope: Scope,
    values: Record<N, string>,
  ): Promise<EarlierRun | undefined> => {
    const [row] = await statement(tx, { ...claimValues(claim, scope), ...values });
    return row?.claimed ? undefined : earlierRun(tx, claim);
  };
}

/** An actor's scope is of the organisation that the claim is of. */
function claimValues({ now, ...claim }: CommandClaim, scope: Scope): Record<Claimed, string> {
  return { ...scope, ...claim, at: now.toISOString() };
}

async function earlierRun(tx: Tx, claim: CommandClaim): Promise<EarlierRun> {
  const [row] = await tx
    .select({ requestHash: commandLog.requestHash, result: commandLog.result })
    .from(commandLog)
    .where(byKey(claim));
  if (!row) throw new Error('a claimed command key is gone');
  return row;
}

/** What a command leaves behind whatever it was about: its events, and its answer under its key. */
export interface Outcome extends CommandClaim {
  result: unknown;
  events: NewEvent[];
}

const eventColumns = sql`id, aggregate, aggregate_id, version, type, actor_user_id, membership_id, recorded_at, payload`;

type Kept = 'organisationId' | 'command' | 'key' | 'result';

/** SQL: the answer kept under the command's key. */
function keepResult(value: (name: Kept) => SQL): SQL {
  return sql`update command_log set result = ${value('result')}::text::jsonb
    where organisation_id = ${value('organisationId')} and command = ${value('command')} and key = ${value('key')}`;
}

function keptValues({ organisationId, command, key, result }: Outcome) {
  return { organisationId, command, key, result: JSON.stringify(result) ?? null };
}

const writeOutcome = preparedStatement<Kept | 'events'>(
  (value) => sql`
    with told as (
      insert into event (${eventColumns})
      select id, aggregate, "aggregateId", version, type, "actorUserId", "membershipId", "recordedAt", payload
      from jsonb_to_recordset(${value('events')}::text::jsonb) as row (id uuid, aggregate text, "aggregateId" uuid,
        version int, type text, "actorUserId" uuid, "membershipId" uuid, "recordedAt" timestamptz, payload jsonb))
    ${keepResult(value)}`,
);

/** What a command did and what it answers, in one statement. */
export async function storeOutcome(tx: Tx, outcome: Outcome): Promise<void> {
  await writeOutcome(tx, { ...keptValues(outcome), events: JSON.stringify(outcome.events) });
}

const eventValues = [
  'eventId',
  'aggregate',
  'aggregateId',
  'eventVersion',
  'eventType',
  'actorUserId',
  'membershipId',
  'eventAt',
  'payload',
] as const;

/** Values of the statement that `endWithOneEvent` writes. */
export type OneEventOutcome = Kept | (typeof eventValues)[number];

/** SQL: after the common table expressions `before`, what storeOutcome writes for a command that tells of one event. */
export function endWithOneEvent(before: SQL, value: (name: OneEventOutcome) => SQL): SQL {
  const values = sql.join(
    // The driver would write JSON's own text as JSON once more.
    eventValues.map((name) =>
      name === 'payload' ? sql`${value(name)}::text::jsonb` : value(name),
    ),
    sql`, `,
  );
  return sql`
    with ${before},
    told as (insert into event (${eventColumns}) values (${values}))
    ${keepResult(value)}`;
}

export function oneEventValues(outcome: Outcome) {
  const [told, ...more] = outcome.events;
  if (!told || more.length > 0) throw new Error('the command tells of one event');
  return {
    ...keptValues(outcome),
    eventId: told.id,
    aggregate: told.aggregate,
    aggregateId: told.aggregateId,
    eventVersion: told.version,
    eventType: told.type,
    actorUserId: told.actorUserId ?? null,
    membershipId: told.membershipId ?? null,
    eventAt: told.recordedAt.toISOString(),
    payload: JSON.stringify(told.payload),
  };
}

function byKey(claim: CommandClaim) {
  return and(
    eq(commandLog.organisationId, claim.organisationId),
    eq(commandLog.command, claim.command),
    eq(commandLog.key, claim.key),
  );
}

export async function appendEvents(tx: Tx, events: NewEvent[]): Promise<void> {
  if (events.length > 0) await tx.insert(event).values(events);
}
