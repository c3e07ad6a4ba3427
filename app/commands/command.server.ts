import { createHash } from 'node:crypto';
import { inTransaction, type Database, type Tx } from '~db/client.server';
import {
  claimCommand,
  storeOutcome,
  type CommandClaim,
  type EarlierRun,
  type NewEvent,
  type Outcome,
} from '~db/store/command.server';
import { isUuid } from '~/domain/account';
import { visibleScope, type Actor, type Scope } from '~/domain/actor';
import { refuse, type Result } from '~/domain/result';
import type { AggregateName, EventPayload } from '~/domain/event';
import type { EventTypes } from '~/domain/history';

/** What a command needs from its process: made once, handed over. */
export interface CommandEnv {
  db: Database;
  now: () => Date;
  /** UUIDv7. */
  newId: () => string;
}

export interface Envelope {
  actor: Actor;
  /** UUID made with the form or on the device: the same key has effect once. */
  key: string;
}

export interface CommandContext<E extends CommandEnv = CommandEnv> {
  tx: Tx;
  env: E;
  actor: Actor;
  now: Date;
  newId: () => string;
  /** False where the first try ran into somebody else's work. */
  firstTry: boolean;
  /** Notes who did what; written with the command's result, in its transaction. */
  event: <A extends AggregateName>(
    aggregate: A,
    aggregateId: string,
    version: number,
    type: EventTypes[A],
    payload?: EventPayload,
  ) => void;
  /** Writes the outcome together with the command's own last rows, in the place of `storeOutcome`. */
  endWith: (write: (outcome: Outcome) => Promise<unknown>) => void;
}

export type Command<I, O, E extends CommandEnv = CommandEnv> = (
  env: E,
  envelope: Envelope,
  input: I,
) => Promise<Result<O>>;

export interface CommandOptions<I, E, A> {
  /** Makes the fingerprint: with a key, where the request holds names or numbers that could be guessed. */
  digest?: (env: E, text: string) => string;
  /** In the place of `claimCommand`: claims the key, and sends locks and reads that are always needed right behind. */
  ahead?: (
    tx: Tx,
    claim: CommandClaim,
    scope: Scope,
    input: I,
  ) => Promise<[earlier: EarlierRun | undefined, ahead: A]>;
}

/**
 * One write: one transaction that claims its key, knows its scope (row-level security), runs the handler, and stores
 * events and result. A refusal rolls everything back, the key included. The same key with the same request answers
 * with the stored result; with another request it is refused as `command.key_reused`. The request is kept as a
 * fingerprint.
 */
export function defineCommand<I, O, E extends CommandEnv = CommandEnv, A = undefined>(
  name: string,
  handler: (context: CommandContext<E>, input: I, ahead: A) => Promise<Result<O>>,
  { digest = (_env, text) => sha256(text), ahead }: CommandOptions<I, E, A> = {},
): Command<I, O, E> {
  return (env, { actor, key }, input) => {
    if (!isUuid(key)) return Promise.resolve(refuse('form.invalid'));
    const requestHash = digest(env, requestText(actor, input));
    return inTransaction(env.db, async (tx, tries) => {
      const now = env.now();
      const claim = { organisationId: actor.organisationId, command: name, key, requestHash, now };
      const scope = visibleScope(actor);
      const [earlier, sentAhead] = ahead
        ? await ahead(tx, claim, scope, input)
        : [await claimCommand(tx, claim, scope)];
      if (earlier) {
        if (earlier.requestHash !== requestHash) return refuse('command.key_reused');
        return { ok: true, value: earlier.result as O };
      }
      const events: NewEvent[] = [];
      let end = (outcome: Outcome): Promise<unknown> => storeOutcome(tx, outcome);
      const context: CommandContext<E> = {
        tx,
        env,
        actor,
        now,
        newId: env.newId,
        firstTry: tries === 1,
        event: (aggregate, aggregateId, version, type, payload = {}) =>
          events.push({
            id: env.newId(),
            aggregate,
            aggregateId,
            version,
            type,
            payload,
            actorUserId: actor.userId,
            membershipId: actor.membershipId,
            recordedAt: now,
          }),
        endWith: (write) => {
          end = write;
        },
      };
      const result = await handler(context, input, sentAhead as A);
      // Sent, not waited for: the transaction fails with it, and tells why.
      if (result.ok) end({ ...claim, result: result.value, events }).catch(() => {});
      return result;
    });
  };
}

/** Stable over key order, so that the same form sent twice is the same request. */
function requestText(actor: Actor, input: unknown): string {
  return JSON.stringify([actor.membershipId, input], (_key, value: unknown) =>
    value !== null && typeof value === 'object' && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  );
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('base64url');
}
