import { whereabouts, type Whereabouts } from '~/domain/donation-figures';
import type { Database, Tx } from '~db/client.server';
import { balancesOfFoundLines } from './balances.server';

/**
 * Where everything of these donation lines is; every line asked for has its figures, all 0 where nothing came. Takes no
 * Scope: the caller has found the lines through one, or holds them locked.
 */
export async function figuresOfLines(
  db: Database | Tx,
  lineIds: readonly string[],
): Promise<Map<string, Whereabouts>> {
  const found = await balancesOfFoundLines(db, lineIds);
  return new Map(
    lineIds.map((lineId) => {
      const line = found.get(lineId);
      return [lineId, whereabouts(line?.balances ?? [], line?.returned ?? 0)];
    }),
  );
}
