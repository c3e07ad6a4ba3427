import { array, asyncProperty, check, nat } from 'fast-check';
import type postgres from 'postgres';
import { inTransaction, type Database } from '~db/client.server';
import { postMovements } from '~db/store/ledger.server';
import type { Movement } from '~/domain/ledger';
import { bookFaults } from './books.server';
import { makeGround, makeLots, type Ground } from './fixture.server';
import { LedgerModel } from './model.server';
import { Dice, makeStage, nextBatch } from './steps.server';

export interface Run {
  db: Database;
  owner: postgres.Sql;
}

export interface RunOptions {
  sequences: number;
  steps: number;
  seed: number;
}

export interface Tally {
  posted: number;
  kinds: Set<string>;
  refused: Map<string, number>;
}

/**
 * Plays random sequences through ledger_post and through the model, and compares them after every step.
 * @throws with the seed and the steps of the first sequence in which they part.
 */
export async function playSequences(run: Run, options: RunOptions): Promise<Tally> {
  const ground = await makeGround(run.owner);
  const tally: Tally = { posted: 0, kinds: new Set(), refused: new Map() };
  const step = array(nat({ max: 65_535 }), { minLength: 24, maxLength: 24 });
  const sequence = array(step, { minLength: options.steps, maxLength: options.steps });
  const outcome = await check(
    asyncProperty(sequence, (steps) => playOne(run, ground, steps, tally)),
    { numRuns: options.sequences, seed: options.seed, endOnFailure: true },
  );
  if (outcome.failed) {
    const cause = outcome.errorInstance;
    const story = cause instanceof Error ? cause.message : String(cause);
    throw new Error(`seed ${options.seed}, sequence ${outcome.numRuns}, ${story}`, { cause });
  }
  return tally;
}

async function playOne(run: Run, ground: Ground, steps: number[][], tally: Tally): Promise<void> {
  const packSizes = [1, 1, 10];
  const wishes = packSizes.map((packSize) => (packSize > 1 ? { packSize } : {}));
  const ids = await makeLots(run.owner, ground, wishes);
  const lots = ids.map((id, index) => ({ id, packSize: packSizes[index] ?? 1 }));
  const stage = makeStage(lots);
  const packed = lots.filter((lot) => lot.packSize > 1);
  const model = new LedgerModel(new Map(packed.map((lot) => [lot.id, lot.packSize])));
  const played: Movement[][] = [];
  for (const numbers of steps) {
    const batch = nextBatch(new Dice(numbers), stage, model);
    played.push(batch);
    try {
      await playStep(run, model, batch, ids, tally);
    } catch (error) {
      const story = JSON.stringify(played, null, 1);
      throw new Error(`step ${played.length}: ${String(error)}\n${story}`, { cause: error });
    }
  }
}

async function playStep(
  run: Run,
  model: LedgerModel,
  batch: Movement[],
  lotIds: string[],
  tally: Tally,
): Promise<void> {
  const expected = model.post(batch);
  const answer = await inTransaction(run.db, (tx) => postMovements(tx, batch));
  if (answer.ok) {
    if (expected.size > 0) throw new Error(`posted what should be ${[...expected].join(', ')}`);
    tally.posted += 1;
    batch.forEach((movement) => tally.kinds.add(movement.kind));
    const again = await inTransaction(run.db, (tx) => postMovements(tx, batch));
    const same =
      again.ok &&
      again.value.movements.every(
        (movement, index) =>
          movement.replayed &&
          +movement.recordedAt === +(answer.value.movements[index]?.recordedAt ?? 0),
      );
    if (!same) throw new Error(`posting it again was answered ${JSON.stringify(again)}`);
  } else {
    const { refusals } = answer.error;
    const [first] = refusals;
    for (const { code } of refusals) {
      if (!expected.has(code)) {
        throw new Error(`refused as ${code}, expected: ${[...expected].join(', ') || 'posted'}`);
      }
    }
    if (!first || (first.code === 'ledger.taken' && (first.takenBy ?? []).length === 0)) {
      throw new Error('a refusal names nobody who took the goods');
    }
    tally.refused.set(first.code, (tally.refused.get(first.code) ?? 0) + 1);
  }
  const faults = await bookFaults(run.owner, lotIds);
  if (faults.length > 0) throw new Error(`the books are wrong: ${JSON.stringify(faults)}`);
  await compareBalances(run, model, lotIds);
}

async function compareBalances(run: Run, model: LedgerModel, lotIds: string[]): Promise<void> {
  const rows = await run.owner<{ row: string }[]>`
    select concat_ws('|', a.key, b.lot_id, b.parcel_id, b.quantity) as row
    from balance b join account a on a.id = b.account_id
    where b.lot_id = any (${lotIds}::uuid[]) and b.quantity <> 0`;
  const stored = rows.map(({ row }) => row).sort();
  const wanted = model.rows().sort();
  if (stored.join('\n') !== wanted.join('\n')) {
    throw new Error(`balances\n${stored.join('\n')}\nmodel\n${wanted.join('\n')}`);
  }
}
