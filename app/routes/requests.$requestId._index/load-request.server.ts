import { visibleScope, type Actor } from '~/domain/actor';
import { nowhere, requestLineFigures } from '~/domain/request';
import type { ServerEnv } from '~/server/env.server';
import { found } from '~/server/respond.server';
import { inSnapshot } from '~/server/snapshot.server';
import { findHistory } from '~db/queries/history.server';
import { listItemsById } from '~db/queries/items.server';
import { findLineWhereabouts } from '~db/queries/line-whereabouts.server';
import { findRequest } from '~db/queries/requests.server';
import { loadTold } from './load-told.server';

/**
 * A request with what came of each line, of one moment: approved, allocated and still open add up. @throws the not-found
 * page for what the reader may not see.
 */
export function loadRequest(env: ServerEnv, actor: Actor, requestId: string) {
  return inSnapshot(env, async (at) => {
    const { db } = at;
    const request = found(await findRequest(db, visibleScope(actor), requestId));
    const [items, where, history, told] = await Promise.all([
      listItemsById(
        db,
        request.lines.map((line) => line.itemId),
      ),
      findLineWhereabouts(
        db,
        request.lines.map((line) => line.id),
      ),
      findHistory(db, 'request', request.id),
      loadTold(at, actor, request),
    ]);
    const lines = request.lines.map((line) => {
      const state = { quantity: line.quantity, approved: line.approvedQuantity ?? undefined };
      const figures = requestLineFigures(state, request.status, where.get(line.id) ?? nowhere);
      return { ...line, figures };
    });
    return { request, lines, items, history, ...told };
  });
}
