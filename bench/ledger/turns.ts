import { performance } from 'node:perf_hooks';
import type postgres from 'postgres';

export interface Contender {
  name: string;
  /** One transaction, awaited to its end, on a connection of its own. */
  transaction: (connection: postgres.ReservedSql, client: number) => Promise<void>;
}

const WARM_UP_MS = 1500;

/**
 * Lets the contenders run one after the other, round by round; transactions a second by contender, one row a round.
 * `warmedUp` is done between the warm-up and the first round.
 */
export async function runTurns(
  pool: postgres.Sql,
  contenders: Contender[],
  options: { clients: number; rounds: number; turn_ms: number; warmedUp: () => Promise<unknown> },
): Promise<Record<string, number>[]> {
  const connections = await Promise.all(
    Array.from({ length: options.clients }, () => pool.reserve()),
  );
  for (const contender of contenders) await turn(contender, connections, WARM_UP_MS);
  await options.warmedUp();
  const rows: Record<string, number>[] = [];
  for (let round = 0; round < options.rounds; round += 1) {
    const row: Record<string, number> = {};
    for (const contender of contenders) {
      row[contender.name] = await turn(contender, connections, options.turn_ms);
    }
    rows.push(row);
    process.stdout.write(`round ${round + 1}: ${JSON.stringify(row)}\n`);
  }
  connections.forEach((connection) => connection.release());
  return rows;
}

async function turn(
  contender: Contender,
  connections: postgres.ReservedSql[],
  ms: number,
): Promise<number> {
  const start = performance.now();
  let count = 0;
  const work = async (connection: postgres.ReservedSql, client: number) => {
    while (performance.now() - start < ms) {
      await contender.transaction(connection, client);
      count += 1;
    }
  };
  await Promise.all(connections.map(work));
  return (count * 1000) / (performance.now() - start);
}

export function median(values: number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  const [low = 0, high = 0] = [sorted[sorted.length % 2 ? middle : middle - 1], sorted[middle]];
  return (low + high) / 2;
}
