import type { DonationLineState } from '~/domain/donation';
import { whereabouts, type Whereabouts } from '~/domain/donation-figures';
import type { Database, Tx } from '~db/client.server';
import type { donationLine } from '~db/schema/donation';
import { balancesOfFoundLines } from './balances.server';

/** What the events say of a line, as its row holds it. */
export function lineStateOf({
  quantity,
  declinedQuantity,
  closedReason,
  closedIntakeId,
}: Pick<
  typeof donationLine.$inferSelect,
  'quantity' | 'declinedQuantity' | 'closedReason' | 'closedIntakeId'
>): DonationLineState {
  const closed =
    closedReason && closedIntakeId ? { reason: closedReason, intakeId: closedIntakeId } : null;
  return { pledged: quantity, declined: declinedQuantity, closed };
}

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
