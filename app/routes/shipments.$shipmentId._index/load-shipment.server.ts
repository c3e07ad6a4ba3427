import { isUuid } from '~/domain/account';
import { visibleScope, type Actor } from '~/domain/actor';
import type { ServerEnv } from '~/server/env.server';
import { found } from '~/server/respond.server';
import { inSnapshot } from '~/server/snapshot.server';
import { findHistory } from '~db/queries/history.server';
import { findShipment } from '~db/queries/shipment.server';
import { linesToShow } from './shipment-view.server';

/**
 * A shipment with its lines and what happened to it, of one moment: what its lines say was received is what its status and
 * its receipts say. @throws the not-found page for what the reader may not see.
 */
export function loadShipment(env: ServerEnv, actor: Actor, shipmentId: string | undefined) {
  return inSnapshot(env, async ({ db }) => {
    const scope = visibleScope(actor);
    const shipment = found(
      isUuid(shipmentId) ? await findShipment(db, scope, shipmentId) : undefined,
    );
    const [lines, history] = await Promise.all([
      linesToShow(db, shipment),
      findHistory(db, 'shipment', shipment.id),
    ]);
    return { shipment, lines, history };
  });
}
