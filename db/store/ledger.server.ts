import { sql } from 'drizzle-orm';
import { preparedStatement, type Tx } from '~db/client.server';
import type { DomainError } from '~/domain/error';
import {
  accountKey,
  LOOSE,
  type Account,
  type LedgerRefusal,
  type LedgerRefusalCode,
  type Movement,
  type PostedMovement,
} from '~/domain/ledger';
import type { Result } from '~/domain/result';

export interface Posted {
  movements: PostedMovement[];
}

/** The first refusal as a message needs it, and all of them. */
export type LedgerError = DomainError & { refusals: LedgerRefusal[] };

/**
 * Posts movements in their order, all or none, in one round trip; accounts that are not there yet are made.
 * A movement posted before (same id, same content) has no second effect. Authorises nothing: the command has.
 */
export async function postMovements(
  tx: Tx,
  movements: Movement[],
): Promise<Result<Posted, LedgerError>> {
  if (movements.length === 0) return { ok: true, value: { movements: [] } };
  const rows = await callLedgerPost(tx, { batch: encodeBatch(movements) });
  const refusals = rows.filter((row) => row.code !== null).map(toRefusal);
  const [first] = refusals;
  if (first) return { ok: false, error: toError(first, refusals) };
  return {
    ok: true,
    value: {
      movements: rows.map((row) => ({
        movementId: row.movementId,
        recordedAt: new Date(row.recordedAt),
        replayed: row.replayed,
      })),
    },
  };
}

/** Undoes a movement with the opposite lines, at the instant of `reversal`. */
export async function postReversal(
  tx: Tx,
  reversal: Omit<Extract<Movement, { kind: 'reverse' }>, 'kind'>,
): Promise<Result<Posted, LedgerError>> {
  return postMovements(tx, [{ ...reversal, kind: 'reverse' }]);
}

/** What `ledger_post` (db/sql/23-ledger-post.sql) reads. A movement's encoding must not depend on the rest of the batch: it is hashed. */
export function encodeBatch(movements: Movement[]): string {
  const counties: Record<string, string> = {};
  const keyOf = (account: Account): string => {
    const key = accountKey(account);
    counties[key] = account.countyCode;
    return key;
  };
  const encoded = movements.map((movement) => ({
    id: movement.id,
    k: movement.kind,
    ck: movement.cause.kind,
    c: movement.cause.id,
    o: movement.occurredAt.toISOString(),
    w: movement.reason ?? null,
    ...(movement.kind === 'reverse'
      ? { r: movement.reverses }
      : {
          l: movement.lines.map((line) => [
            keyOf(line.from),
            parcel(line.fromParcelId),
            keyOf(line.to),
            parcel(line.toParcelId),
            line.lotId,
            line.quantity,
            line.allocationLineId ?? null,
          ]),
        }),
  }));
  return JSON.stringify({ a: counties, m: encoded });
}

function parcel(id: string | undefined): string | null {
  return id === undefined || id === LOOSE ? null : id;
}

interface AnswerRow {
  movementId: string;
  recordedAt: string;
  replayed: boolean;
  code: LedgerRefusalCode | null;
  accountKey: string | null;
  lotId: string | null;
  parcelId: string | null;
  available: string | null;
  wanted: string | null;
  takenBy: string[] | null;
}

const callLedgerPost = preparedStatement<'batch', AnswerRow>(
  (value) => sql`
    select movement_id as "movementId", recorded_at as "recordedAt", replayed, code, account_key as "accountKey",
      lot_id as "lotId", parcel_id as "parcelId", available, wanted, taken_by as "takenBy"
    from ledger_post(${value('batch')}::text::jsonb)`,
);

function toRefusal(row: AnswerRow): LedgerRefusal {
  if (row.code === null) throw new Error('a posted movement is no refusal');
  return {
    code: row.code,
    movementId: row.movementId,
    ...(row.accountKey !== null && { accountKey: row.accountKey }),
    ...(row.lotId !== null && { lotId: row.lotId }),
    ...(row.parcelId !== null && { parcelId: row.parcelId }),
    ...(row.available !== null && { available: Number(row.available) }),
    ...(row.wanted !== null && { wanted: Number(row.wanted) }),
    ...(row.takenBy !== null && { takenBy: row.takenBy }),
  };
}

function toError(first: LedgerRefusal, refusals: LedgerRefusal[]): LedgerError {
  const { code, takenBy, ...facts } = first;
  return {
    code,
    facts: { ...facts, ...(takenBy && { takenBy: takenBy.join(' ') }), refusals: refusals.length },
    refusals,
  };
}
