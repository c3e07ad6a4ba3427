import { and, eq, sql } from 'drizzle-orm';
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

const insertClaim = preparedStatement<Exclude<keyof CommandClaim, 'now'> | 'at' | keyof Scope>(
  (value) => sql`
    with context as materialized (select ${scopeSettings(value)})
    insert into command_log (organisation_id, command, key, request_hash, recorded_at)
    select ${value('organisationId')}::uuid, ${value('command')}, ${value('key')}::uuid, ${value('requestHash')},
      ${value('at')}::timestamptz
    from context
    on conflict do nothing returning 1`,
);

/**
 * Writes the key first and sets the scope, in one round trip. A twin still running is waited for. Answers the earlier
 * run's hash and result where the key has already had effect.
 */
export async function claimCommand(
  tx: Tx,
  claim: CommandClaim,
  scope: Scope,
): Promise<{ requestHash: string; result: unknown } | undefined> {
  // An actor's scope is of the organisation that the claim is of.
  const claimed = await insertClaim(tx, { ...scope, ...claim, at: claim.now.toISOString() });
  if (claimed.length > 0) return undefined;
  const [row] = await tx
    .select({ requestHash: commandLog.requestHash, result: commandLog.result })
    .from(commandLog)
    .where(byKey(claim));
  if (!row) throw new Error('a claimed command key is gone');
  return row;
}

const writeOutcome = preparedStatement<'organisationId' | 'command' | 'key' | 'result' | 'events'>(
  (value) => sql`
    with told as (
      insert into event (id, aggregate, aggregate_id, version, type, actor_user_id, membership_id, recorded_at, payload)
      select id, aggregate, "aggregateId", version, type, "actorUserId", "membershipId", "recordedAt", payload
      from jsonb_to_recordset(${value('events')}::text::jsonb) as row (id uuid, aggregate text, "aggregateId" uuid,
        version int, type text, "actorUserId" uuid, "membershipId" uuid, "recordedAt" timestamptz, payload jsonb))
    update command_log set result = ${value('result')}::text::jsonb
    where organisation_id = ${value('organisationId')} and command = ${value('command')} and key = ${value('key')}`,
);

/** What a command did and what it answers, in one statement. */
export async function storeOutcome(
  tx: Tx,
  { organisationId, command, key }: CommandClaim,
  result: unknown,
  events: NewEvent[],
): Promise<void> {
  await writeOutcome(tx, {
    organisationId,
    command,
    key,
    result: JSON.stringify(result) ?? null,
    events: JSON.stringify(events),
  });
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
