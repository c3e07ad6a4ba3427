import { v7 as uuidv7 } from 'uuid';
import type { Database } from '../client.server';
import { allocation, allocationLine } from '../schema/allocation';
import { request, requestLine } from '../schema/request';
import type { GoodsWorld } from './goods-world.server';

/** An allocation line that waits for goods of a donation line, on a request of its own. */
export async function makePromise(
  db: Database,
  world: GoodsWorld,
  { donationLineId, quantity, itemCode }: Promised,
  now: Date,
): Promise<{ allocationId: string; lineId: string }> {
  const requestId = uuidv7();
  const requestLineId = uuidv7();
  await db.insert(request).values({
    id: requestId,
    programmeId: world.programmeId,
    placeId: world.centrePlaceId,
    organisationId: world.centre.organisationId,
    divisionCode: world.centre.divisionCode,
    countyCode: '451121',
    status: 'approved',
    headCount: 43,
    needBy: '2025-12-20',
    urgency: 'normal',
    createdAt: now,
  });
  await db.insert(requestLine).values({
    id: requestLineId,
    requestId,
    position: 0,
    itemId: world.item(itemCode),
    quantity,
    unitCode: 'piece',
    approvedQuantity: quantity,
  });
  const allocationId = uuidv7();
  const lineId = uuidv7();
  await db.insert(allocation).values({
    id: allocationId,
    requestId,
    organisationId: world.bureau.organisationId,
    countyCode: '451121',
    status: 'active',
    allocatedByUserId: world.bureau.userId,
    createdAt: now,
  });
  await db.insert(allocationLine).values({
    id: lineId,
    allocationId,
    requestLineId,
    donationLineId,
    placeId: world.depotPlaceId,
    quantity,
  });
  return { allocationId, lineId };
}

interface Promised {
  donationLineId: string;
  quantity: number;
  itemCode: string;
}
