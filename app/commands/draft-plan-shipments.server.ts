import { listParameters } from '~db/queries/parameters.server';
import { isPlanOfDepot, listPlanGoodsToSend, listTripPlaces } from '~db/queries/plan-trips.server';
import { visibleScope } from '~/domain/actor';
import { dayInShanghai } from '~/domain/calendar';
import { partsOnTrip } from '~/domain/plan-sending';
import { tripsOf } from '~/domain/plan-trips';
import { roleMay } from '~/domain/policy';
import { ok, refuse } from '~/domain/result';
import { defineCommand } from './command.server';
import { readPlaces, writeDraft } from './draft-shipment.server';
import type { GoodsToSend } from './shipment-goods.server';

/** One draft for each centre of each trip, of what the plan holds at the depot and no draft lists yet. */
export const draftPlanShipments = defineCommand<{ planId: string }, { shipmentIds: string[] }>(
  'draft-plan-shipments',
  async (context, { planId }) => {
    const { tx, actor, now } = context;
    if (!roleMay('shipment.draft', actor.role)) return refuse('access.role');
    if (!(await isPlanOfDepot(tx, visibleScope(actor), planId))) return refuse('access.not_found');
    const { goods } = await listPlanGoodsToSend(tx, planId, actor.organisationId);
    if (goods.length === 0) return refuse('plan.nothing_to_send');
    const places = await listTripPlaces(
      tx,
      goods.flatMap((one) => [one.fromPlaceId, one.toPlaceId]),
    );
    const parameters = await listParameters(tx);
    const trips = tripsOf(goods, {
      parameters,
      day: dayInShanghai(now),
      divisionCode: actor.divisionCode,
      pointOf: (id) => places.get(id)?.point,
    });
    const byKey = new Map(goods.map((one) => [one.key, one]));
    const shipmentIds: string[] = [];
    for (const trip of trips) {
      for (const toPlaceId of new Set(trip.lines.map((line) => line.toPlaceId))) {
        const between = await readPlaces(context, { fromPlaceId: trip.fromPlaceId, toPlaceId });
        if (!between.ok) return between;
        const lines = trip.lines.flatMap((line): GoodsToSend[] => {
          const one = byKey.get(line.key);
          if (!one || line.toPlaceId !== toPlaceId) return [];
          return partsOnTrip(one, line.quantity).map(
            ({ allocationLineId, lotId, parcelId, quantity }) => ({
              allocationLineId,
              lotId,
              parcelId,
              quantity,
            }),
          );
        });
        const drafted = await writeDraft(context, between.value, lines);
        if (!drafted.ok) return drafted;
        shipmentIds.push(drafted.value.shipmentId);
      }
    }
    return ok({ shipmentIds });
  },
);
