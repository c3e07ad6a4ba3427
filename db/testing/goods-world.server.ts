import { v7 as uuidv7 } from 'uuid';
import type { Actor, Role } from '~/domain/actor';
import { countyCode } from '~/domain/division';
import type { OrganisationKind, PlaceKind } from '~/domain/organisation';
import type { Database } from '../client.server';
import { organisation, place, programme } from '../schema/organisation';
import { seedCatalogue } from '../seed/seed-catalogue.server';
import { seedParameters } from '../seed/seed-parameters.server';

/** Zhaoping county of Hezhou, one of its villages, and Zhaoqing, where the donors are. */
const ZHAOPING = '451121000000';
const VILLAGE = '451121100201';
const ZHAOQING = '441200000000';

export interface GoodsWorld {
  foundation: Actor;
  otherFoundation: Actor;
  depot: Actor;
  otherDepot: Actor;
  centre: Actor;
  bureau: Actor;
  /** Of another county of the same prefecture. */
  foreignBureau: Actor;
  administrator: Actor;
  depotPlaceId: string;
  otherDepotPlaceId: string;
  centrePlaceId: string;
  /** A store room that the bureau itself keeps. */
  bureauPlaceId: string;
  programmeId: string;
  item: (code: string) => string;
}

/** Organisations, people and places enough for goods to be given, counted and sent; the catalogue and the parameters. */
export async function makeGoodsWorld(db: Database): Promise<GoodsWorld> {
  await db.transaction(async (tx) => {
    await seedCatalogue(tx);
    await seedParameters(tx);
  });
  const items = await db.$client<{ id: string; code: string }[]>`select id, code from item`;
  const ids = new Map(items.map((item) => [item.code, item.id]));
  const depot = await makeActor(db, 'depot_staff', 'depot', ZHAOPING);
  const otherDepot = await makeActor(db, 'depot_staff', 'depot', '451102000000');
  const centre = await makeActor(db, 'centre_coordinator', 'centre', VILLAGE);
  const bureau = await makeActor(db, 'bureau_officer', 'bureau', ZHAOPING);
  const centrePlaceId = await makePlace(db, centre, 'centre');
  const programmeId = uuidv7();
  await db.insert(programme).values({
    id: programmeId,
    placeId: centrePlaceId,
    group: 'children',
    name: '四点半课堂',
    countyCode: countyCode(VILLAGE),
    createdAt: new Date(),
  });
  return {
    foundation: await makeActor(db, 'foundation_staff', 'foundation', ZHAOQING),
    otherFoundation: await makeActor(db, 'foundation_staff', 'foundation', ZHAOQING),
    depot,
    otherDepot,
    centre,
    bureau,
    foreignBureau: await makeActor(db, 'bureau_officer', 'bureau', '451123000000'),
    administrator: await makeActor(db, 'administrator', 'operator', '450000000000'),
    depotPlaceId: await makePlace(db, depot, 'depot'),
    otherDepotPlaceId: await makePlace(db, otherDepot, 'depot'),
    centrePlaceId,
    bureauPlaceId: await makePlace(db, bureau, 'depot'),
    programmeId,
    item: (code) => {
      const id = ids.get(code);
      if (!id) throw new Error(`the catalogue has no ${code}`);
      return id;
    },
  };
}

async function makeActor(
  db: Database,
  role: Role,
  kind: OrganisationKind,
  divisionCode: string,
): Promise<Actor> {
  const organisationId = uuidv7();
  await db.insert(organisation).values({
    id: organisationId,
    kind,
    name: `${kind} ${organisationId.slice(-4)}`,
    divisionCode,
    countyCode: countyCode(divisionCode),
    createdAt: new Date(),
  });
  return { userId: uuidv7(), membershipId: uuidv7(), organisationId, role, divisionCode };
}

async function makePlace(db: Database, actor: Actor, kind: PlaceKind): Promise<string> {
  const id = uuidv7();
  await db.insert(place).values({
    id,
    organisationId: actor.organisationId,
    kind,
    name: `${kind} ${id.slice(-4)}`,
    divisionCode: actor.divisionCode,
    countyCode: countyCode(actor.divisionCode),
    createdAt: new Date(),
  });
  return id;
}
