import { v7 as newId } from 'uuid';
import type { Database, Tx } from '../client.server';
import { place } from '../schema/organisation';
import { request, requestLine } from '../schema/request';
import { seedParameters } from '../seed/seed-parameters.server';
import { makePlace, makeOrganisation, makeProgramme, type World } from './world.server';
import { eq } from 'drizzle-orm';
import { countyCode } from '~/domain/division';

export interface TestNeed {
  requestId: string;
  requestLineId: string;
  placeId: string;
  programmeId: string;
}

/** The parameters, and a depot that has a point on the map. */
export async function seedPlanning(db: Database, world: World): Promise<void> {
  await db.transaction((tx) => seedParameters(tx));
  await pin(db, world.depot.id, 24.41, 111.51);
  await pin(db, world.centre.id, 24.2, 110.8);
}

async function pin(db: Database | Tx, id: string, latitude: number, longitude: number) {
  const point = { latitude, longitude, datum: 'WGS84' as const, precision: 'pinned' as const };
  await db.update(place).set(point).where(eq(place.id, id));
}

/** A village centre with a children's programme, and one approved need of it. */
export async function makeNeed(
  db: Database,
  need: {
    itemId: string;
    quantity: number;
    size?: string;
    divisionCode: string;
    urgency?: 'normal' | 'urgent' | 'critical';
    headCount?: number;
    group?: 'children' | 'elderly' | 'women';
  },
): Promise<TestNeed> {
  return db.transaction(async (tx) => {
    const { divisionCode, itemId, quantity, size = '', group = 'children' } = need;
    const organisationId = await makeOrganisation(tx, 'centre', divisionCode);
    const centre = await makePlace(tx, organisationId, 'centre', divisionCode);
    await pin(tx, centre.id, 24.3, 111);
    const programmeId = await makeProgramme(tx, centre.id, divisionCode, group);
    const [requestId, requestLineId] = [newId(), newId()];
    await tx.insert(request).values({
      id: requestId,
      programmeId,
      placeId: centre.id,
      organisationId,
      divisionCode,
      countyCode: countyCode(divisionCode),
      status: 'approved',
      headCount: need.headCount ?? 20,
      needBy: '2027-02-01',
      urgency: need.urgency ?? 'normal',
      createdAt: new Date(),
    });
    await tx.insert(requestLine).values({
      id: requestLineId,
      requestId,
      position: 1,
      itemId,
      size,
      quantity,
      unitCode: 'piece',
      approvedQuantity: quantity,
    });
    return { requestId, requestLineId, placeId: centre.id, programmeId };
  });
}
