import type { Database } from '~db/client.server';
import { countMovementLines, findBookFaults } from '~db/queries/books.server';
import { checkDocumentFolds, foldedAggregates } from '~db/queries/document-folds.server';

export interface Verification {
  /** What was looked at: movement lines, and documents by aggregate. */
  looked: Record<string, number>;
  /** One line each; empty when everything agrees. */
  faults: string[];
}

/**
 * Derives every balance again from its movement lines and every document's status from its events, in one snapshot,
 * and names what differs.
 */
export function verifyBooks(db: Database): Promise<Verification> {
  return db.transaction(
    async (tx) => {
      const looked: Record<string, number> = { movement_line: await countMovementLines(tx) };
      const bookFaults = await findBookFaults(tx);
      const faults = bookFaults.map(({ fault, detail }) => `ledger ${fault}: ${detail}`);
      for (const aggregate of foldedAggregates) {
        const report = await checkDocumentFolds(tx, aggregate);
        looked[aggregate] = report.documents;
        faults.push(...report.faults.map(({ id, detail }) => `${aggregate} ${id}: ${detail}`));
      }
      return { looked, faults };
    },
    { isolationLevel: 'repeatable read', accessMode: 'read only' },
  );
}
