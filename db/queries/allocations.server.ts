import { and, asc, eq } from 'drizzle-orm';
import type { Database, Tx } from '~db/client.server';
import { allocation, allocationLine } from '~db/schema/allocation';
import { authUser } from '~db/schema/auth';
import { item } from '~db/schema/catalogue';
import { donation, donationLine } from '~db/schema/donation';
import { lot } from '~db/schema/ledger';
import { organisation, place, programme } from '~db/schema/organisation';
import { request, requestLine } from '~db/schema/request';
import type { Scope } from '~/domain/actor';
import { requestInScope } from './requests.server';

/** One allocation with its lines, for whoever may see the request it is for. */
export async function findAllocation(db: Database | Tx, scope: Scope, id: string) {
  const [row] = await db
    .select({
      allocation,
      requestStatus: request.status,
      divisionCode: request.divisionCode,
      programmeName: programme.name,
      placeName: place.name,
      organisationName: organisation.name,
      allocatedByName: authUser.name,
    })
    .from(allocation)
    .innerJoin(request, eq(request.id, allocation.requestId))
    .innerJoin(programme, eq(programme.id, request.programmeId))
    .innerJoin(place, eq(place.id, request.placeId))
    .innerJoin(organisation, eq(organisation.id, allocation.organisationId))
    .leftJoin(authUser, eq(authUser.id, allocation.allocatedByUserId))
    .where(and(eq(allocation.id, id), requestInScope(scope)));
  if (!row) return undefined;
  const lines = await db
    .select({
      id: allocationLine.id,
      requestLineId: allocationLine.requestLineId,
      itemId: donationLine.itemId,
      itemCode: item.code,
      askedSize: requestLine.size,
      size: donationLine.size,
      lotId: allocationLine.lotId,
      bestBefore: lot.bestBefore,
      donationId: donation.id,
      donationCode: donation.code,
      placeName: place.name,
      quantity: allocationLine.quantity,
      releasedQuantity: allocationLine.releasedQuantity,
    })
    .from(allocationLine)
    .innerJoin(requestLine, eq(requestLine.id, allocationLine.requestLineId))
    .innerJoin(donationLine, eq(donationLine.id, allocationLine.donationLineId))
    .innerJoin(donation, eq(donation.id, donationLine.donationId))
    .innerJoin(item, eq(item.id, donationLine.itemId))
    .innerJoin(place, eq(place.id, allocationLine.placeId))
    .leftJoin(lot, eq(lot.id, allocationLine.lotId))
    .where(eq(allocationLine.allocationId, id))
    .orderBy(asc(requestLine.position), asc(allocationLine.id));
  const { allocation: found, ...names } = row;
  return { ...found, ...names, createdAt: found.createdAt.toISOString(), lines };
}
export type FoundAllocation = NonNullable<Awaited<ReturnType<typeof findAllocation>>>;
