import { v7 as newId } from 'uuid';
import type { Tx } from '../client.server';
import { allocation, allocationLine } from '../schema/allocation';
import { request, requestLine } from '../schema/request';
import { postMovements } from '../store/ledger.server';
import { VILLAGE, type World } from './world.server';
import { LOOSE } from '~/domain/ledger';

/** An approved need of the world's centre, with goods of a lot held for it at the depot. Returns the allocation line. */
export async function makeHeld(
  tx: Tx,
  world: World,
  goods: {
    lotId: string;
    itemId: string;
    donationLineId: string;
    quantity: number;
    parcelId?: string;
  },
): Promise<string> {
  const [requestId, requestLineId, allocationId, id] = [newId(), newId(), newId(), newId()];
  const { lotId, itemId, donationLineId, quantity, parcelId = LOOSE } = goods;
  const { centre, depot } = world;
  const made = { countyCode: centre.countyCode, createdAt: new Date() };
  await tx.insert(request).values({
    id: requestId,
    programmeId: world.programmeId,
    placeId: centre.id,
    organisationId: world.centreOwner,
    divisionCode: VILLAGE,
    status: 'approved',
    headCount: 10,
    needBy: '2026-02-01',
    urgency: 'normal',
    ...made,
  });
  const line = { itemId, quantity, unitCode: 'piece', approvedQuantity: quantity };
  await tx.insert(requestLine).values({ id: requestLineId, requestId, position: 1, ...line });
  const decided = { organisationId: world.bureau, allocatedByUserId: newId() };
  await tx
    .insert(allocation)
    .values({ id: allocationId, requestId, status: 'active', ...decided, ...made });
  const of = { allocationId, requestLineId, donationLineId, lotId, placeId: depot.id };
  await tx.insert(allocationLine).values({ id, quantity, ...of });
  const here = { placeId: depot.id, countyCode: depot.countyCode };
  const posted = await postMovements(tx, [
    {
      id: newId(),
      kind: 'hold',
      cause: { kind: 'allocation', id: allocationId },
      occurredAt: new Date(),
      lines: [
        {
          lotId,
          from: { kind: 'stock', ...here },
          fromParcelId: parcelId,
          to: { kind: 'hold', ...here, allocationLineId: id },
          toParcelId: parcelId,
          quantity,
          allocationLineId: id,
        },
      ],
    },
  ]);
  if (!posted.ok) throw new Error(posted.error.code);
  return id;
}
