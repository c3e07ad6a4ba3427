import { v7 as newId } from 'uuid';
import type { Tx } from '../client.server';
import { item, itemUnit } from '../schema/catalogue';
import { donation, donationLine } from '../schema/donation';
import { lot } from '../schema/ledger';
import { organisation, place, programme } from '../schema/organisation';
import { postMovements } from '../store/ledger.server';
import type { TestDatabase } from './test-database.server';
import type { Actor, Role } from '~/domain/actor';
import { countyCode } from '~/domain/division';
import { LOOSE } from '~/domain/ledger';
import type { OrganisationKind, ProgrammeGroup } from '~/domain/organisation';

/** Zhaoping county of Hezhou, one of its villages, and the prefecture that holds the depot's county. */
export const HEZHOU = '451100000000';
export const ZHAOPING = '451121000000';
export const VILLAGE = '451121101202';
export const BABU = '451102000000';

/** One small action: a depot, a village centre with a programme, a foundation, coats in sizes and rice. */
export async function makeWorld(database: Pick<TestDatabase, 'db'>) {
  return database.db.transaction(async (tx) => {
    const foundation = await makeOrganisation(tx, 'foundation', '440106000000');
    const depotOwner = await makeOrganisation(tx, 'depot', BABU);
    const depot = await makePlace(tx, depotOwner, 'depot', BABU);
    const centreOwner = await makeOrganisation(tx, 'centre', VILLAGE);
    const centre = await makePlace(tx, centreOwner, 'centre', VILLAGE);
    const bureau = await makeOrganisation(tx, 'bureau', HEZHOU);
    const programmeId = await makeProgramme(tx, centre.id, VILLAGE, 'children');
    const coatId = await makeItem(tx, 'coat_of_the_test', 'piece', 'child_height');
    const riceId = await makeItem(tx, 'rice_of_the_test', 'g', 'none');
    return {
      foundation,
      bureau,
      depot,
      depotOwner,
      centre,
      centreOwner,
      programmeId,
      coatId,
      riceId,
    };
  });
}
export type World = Awaited<ReturnType<typeof makeWorld>>;

export function actorOf(
  role: Role,
  divisionCode: string,
  organisationId: string = newId(),
  userId: string = newId(),
): Actor {
  return { userId, membershipId: newId(), organisationId, role, divisionCode };
}

export async function makeOrganisation(
  tx: Tx,
  kind: OrganisationKind,
  divisionCode: string,
): Promise<string> {
  const id = newId();
  await tx.insert(organisation).values({
    id,
    kind,
    name: `${kind} ${id.slice(-4)}`,
    divisionCode,
    countyCode: countyCode(divisionCode),
    createdAt: new Date(),
  });
  return id;
}

export async function makePlace(
  tx: Tx,
  organisationId: string,
  kind: 'depot' | 'centre',
  divisionCode: string,
): Promise<{ id: string; countyCode: string }> {
  const id = newId();
  const county = countyCode(divisionCode);
  await tx.insert(place).values({
    id,
    organisationId,
    kind,
    name: `${kind} ${id.slice(-4)}`,
    divisionCode,
    countyCode: county,
    createdAt: new Date(),
  });
  return { id, countyCode: county };
}

export async function makeProgramme(
  tx: Tx,
  placeId: string,
  divisionCode: string,
  group: ProgrammeGroup,
): Promise<string> {
  const id = newId();
  const county = countyCode(divisionCode);
  const row = { id, placeId, group, name: group, countyCode: county, createdAt: new Date() };
  await tx.insert(programme).values(row);
  return id;
}

export async function makeItem(
  tx: Tx,
  code: string,
  smallestUnit: 'g' | 'piece',
  sizeScheme: 'none' | 'child_height',
): Promise<string> {
  const id = newId();
  await tx.insert(item).values({
    id,
    code,
    nameZh: code,
    nameEn: code,
    category: 'clothing',
    smallestUnit,
    sizeScheme,
    weightMg: 1000,
    volumeUl: 1000,
  });
  const units = [
    { code: smallestUnit, factor: 1 },
    ...(smallestUnit === 'g' ? [{ code: 'kg', factor: 1000 }] : []),
  ];
  await tx.insert(itemUnit).values(
    units.map((unit, position) => ({
      itemId: id,
      nameZh: unit.code,
      nameEn: unit.code,
      position,
      ...unit,
    })),
  );
  return id;
}

/** An accepted donation of one line, delivered to the depot. */
export async function makePledge(
  tx: Tx,
  world: World,
  line: Partial<typeof donationLine.$inferInsert> & { itemId: string; quantity: number },
): Promise<string> {
  const [donationId, id] = [newId(), newId()];
  await tx.insert(donation).values({
    id: donationId,
    code: donationId,
    donorOrganisationId: world.foundation,
    placeId: world.depot.id,
    countyCode: world.depot.countyCode,
    status: 'accepted',
    pledgedByUserId: newId(),
    createdAt: new Date(),
  });
  await tx.insert(donationLine).values({
    id,
    donationId,
    position: 1,
    unitCode: 'piece',
    valueBasis: 'agreement',
    valueLowFen: 1,
    valueHighFen: 1,
    ...line,
  });
  return id;
}

/** A lot of a donation line, counted in at the depot as free stock, or held back. */
export async function makeStock(
  tx: Tx,
  world: World,
  stock: Partial<typeof lot.$inferInsert> & {
    donationLineId: string;
    itemId: string;
    quantity: number;
    kind?: 'stock' | 'quarantine';
    at?: { id: string; countyCode: string };
  },
): Promise<string> {
  const { quantity, kind = 'stock', at = world.depot, ...row } = stock;
  const id = newId();
  await tx.insert(lot).values({ id, ...row });
  const posted = await postMovements(tx, [
    {
      id: newId(),
      kind: 'intake',
      cause: { kind: 'intake', id: newId() },
      occurredAt: new Date(),
      lines: [
        {
          lotId: id,
          from: { kind: 'donor', organisationId: world.foundation, countyCode: '440106' },
          to: { kind, placeId: at.id, countyCode: at.countyCode },
          toParcelId: LOOSE,
          quantity,
        },
      ],
    },
  ]);
  if (!posted.ok) throw new Error(posted.error.code);
  return id;
}
