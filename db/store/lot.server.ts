import type { Tx } from '~db/client.server';
import { lot } from '~db/schema/ledger';

export type NewLot = typeof lot.$inferInsert;

/** Lots are made once and never changed. */
export async function insertLots(tx: Tx, lots: NewLot[]): Promise<void> {
  if (lots.length > 0) await tx.insert(lot).values(lots);
}
