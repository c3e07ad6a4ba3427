import { visibleScope, type Actor } from '~/domain/actor';
import { nowhere } from '~/domain/request';
import type { ServerEnv } from '~/server/env.server';
import { found } from '~/server/respond.server';
import { inSnapshot } from '~/server/snapshot.server';
import { findAllocation } from '~db/queries/allocations.server';
import { findHistory } from '~db/queries/history.server';
import { listItemsById } from '~db/queries/items.server';
import { findAllocationWhereabouts } from '~db/queries/line-whereabouts.server';

/**
 * An allocation with where its goods are, of one moment: what a line still gives is what lies somewhere for it. @throws the
 * not-found page for what the reader may not see.
 */
export function loadAllocation(env: ServerEnv, actor: Actor, allocationId: string) {
  return inSnapshot(env, async ({ db }) => {
    const allocation = found(await findAllocation(db, visibleScope(actor), allocationId));
    const [where, items, history] = await Promise.all([
      findAllocationWhereabouts(db, allocationId),
      listItemsById(
        db,
        allocation.lines.map((line) => line.itemId),
      ),
      findHistory(db, 'allocation', allocationId),
    ]);
    const lines = allocation.lines.map((line) => ({
      ...line,
      where: where.get(line.id) ?? nowhere,
    }));
    return { allocation, lines, items, history };
  });
}
