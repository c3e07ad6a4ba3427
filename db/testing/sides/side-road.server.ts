import { claimOver } from '~/commands/claim-over.server';
import { dispatchShipment } from '~/commands/dispatch-shipment.server';
import { draftShipment } from '~/commands/draft-shipment.server';
import { receiveShipment } from '~/commands/receive-shipment.server';
import { LOOSE } from '~/domain/ledger';
import { as, type Ground, type Sides } from './side-env.server';
import { asked, given } from './side-needs.server';
import { orThrow } from '../or-throw.server';

export const road = {
  carrier: '贺州顺达物流',
  vehiclePlate: undefined,
  driverName: undefined,
  driverPhone: undefined,
  waybillNumber: undefined,
};

export const receiptLine = (lineId: string, received: number, lost = 0) => ({
  lineId,
  received,
  damaged: 0,
  lost,
  reason: lost > 0 ? ('lost_in_transit' as const) : null,
});

/** Held goods of a need, on a draft from the depot to the centre. */
async function drafted(sides: Sides, side: Ground, lotId: string, quantity: number) {
  const request = await asked(sides, side, [sides.items.coatId, quantity], 'approved');
  const goods = { lotId, placeId: side.place.depot, quantity };
  const allocation = await given(sides, side, request, goods);
  const { shipmentId } = await orThrow(
    draftShipment(sides.env, as(side.by.depot), {
      fromPlaceId: side.place.depot,
      toPlaceId: side.place.centre,
      lines: [{ allocationLineId: allocation.allocationLineId, lotId, parcelId: LOOSE, quantity }],
    }),
  );
  const sql = 'select id from shipment_line where shipment_id = $1';
  return { request, allocation, shipmentId, lineId: await sides.one<string>(sql, shipmentId) };
}

async function sent(sides: Sides, side: Ground, lotId: string, quantity: number) {
  const shipment = await drafted(sides, side, lotId, quantity);
  const { shipmentId } = shipment;
  await orThrow(
    dispatchShipment(sides.env, as(side.by.depot), { shipmentId, version: 1, ...road }),
  );
  const sql = `select id from movement where cause_id = $1 and kind = 'dispatch'`;
  return { ...shipment, dispatchMovementId: await sides.one<string>(sql, shipmentId) };
}

/** A draft, one on the road, and one that came with a piece lost and a claim of more than was sent. */
export async function sideRoad(sides: Sides, side: Ground, lotId: string) {
  const came = await sent(sides, side, lotId, 12);
  const { shipmentId } = came;
  const { receiptId } = await orThrow(
    receiveShipment(sides.env, as(side.by.centre), {
      shipmentId,
      version: 2,
      lines: [receiptLine(came.lineId, 11, 1)],
    }),
  );
  const { claimId } = await orThrow(
    claimOver(sides.env, as(side.by.centre), {
      shipmentId,
      version: 3,
      lineId: came.lineId,
      quantity: 2,
    }),
  );
  return {
    draft: await drafted(sides, side, lotId, 10),
    onTheRoad: await sent(sides, side, lotId, 10),
    came: { ...came, receiptId, claimId },
  };
}
