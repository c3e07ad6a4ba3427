import { and, eq, sql } from 'drizzle-orm';
import { executePrepared, scopeSettings, type Tx } from '~db/client.server';
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

/**
 * Writes the key first and sets the scope, in one round trip. A twin still running is waited for. Answers the earlier
 * run's hash and result where the key has already had effect.
 */
export async function claimCommand(
  tx: Tx,
  claim: CommandClaim,
  scope: Scope,
): Promise<{ requestHash: string; result: unknown } | undefined> {
  const claimed = await executePrepared(
    tx,
    sql`
    with context as materialized (select ${scopeSettings(scope)})
    insert into command_log (organisation_id, command, key, request_hash, recorded_at)
    select ${claim.organisationId}::uuid, ${claim.command}, ${claim.key}::uuid, ${claim.requestHash},
      ${claim.now.toISOString()}::timestamptz
    from context
    on conflict do nothing returning 1`,
  );
  if (claimed.length > 0) return undefined;
  const [row] = await tx
    .select({ requestHash: commandLog.requestHash, result: commandLog.result })
    .from(commandLog)
    .where(byKey(claim));
  if (!row) throw new Error('a claimed command key is gone');
  return row;
}

export async function storeResult(tx: Tx, claim: CommandClaim, result: unknown): Promise<void> {
  await tx.update(commandLog).set({ result }).where(byKey(claim)).prepare('store_result').execute();
}

function byKey(claim: CommandClaim) {
  return and(
    eq(commandLog.organisationId, claim.organisationId),
    eq(commandLog.command, claim.command),
    eq(commandLog.key, claim.key),
  );
}

export async function appendEvents(tx: Tx, events: NewEvent[]): Promise<void> {
  if (events.length > 0) await tx.insert(event).values(events).prepare('append_events').execute();
}
