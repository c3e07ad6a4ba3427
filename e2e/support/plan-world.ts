import { eq } from 'drizzle-orm';
import { v7 as newId } from 'uuid';
import { approveRequest } from '~/commands/approve-request.server';
import { draftRequest } from '~/commands/draft-request.server';
import { makeAllocation } from '~/commands/make-allocation.server';
import { packParcel } from '~/commands/pack-parcel.server';
import { submitRequest } from '~/commands/submit-request.server';
import type { Actor, Role } from '~/domain/actor';
import { LOOSE } from '~/domain/ledger';
import type { ProgrammeGroup } from '~/domain/organisation';
import type { Urgency } from '~/domain/request';
import type { Result } from '~/domain/result';
import type { Database } from '~db/client.server';
import { membership } from '~db/schema/membership';
import { organisation, place, programme } from '~db/schema/organisation';
import { insertTestUser } from '~db/testing/people.server';
import {
  actorOf,
  HEZHOU,
  makeOrganisation,
  makePlace,
  makePledge,
  makeProgramme,
  makeStock,
  makeWorld,
  ZHAOPING,
  type World,
} from '~db/testing/world.server';

/** A village of Zhaoping, and two of one township of Fuchuan. */
const villages = {
  guihua: { name: '文竹镇桂花村活动中心', divisionCode: '451121101202', at: [24.17, 110.81] },
  maojia: { name: '福利镇毛家村活动中心', divisionCode: '451123104204', at: [24.82, 111.27] },
  huaping: { name: '福利镇花坪村活动中心', divisionCode: '451123104203', at: [24.85, 111.3] },
} as const;
export type Village = keyof typeof villages;

/** A bureau with two officers, a depot, a foundation, and three village centres: all that a plan is about. */
export interface PlanWorld {
  world: World;
  /** Signs in by this name, with TEST_PASSWORD. */
  people: Record<'officer' | 'secondOfficer' | 'county' | 'depot' | 'foundation', Actor>;
  depotName: string;
  nameOf: (village: Village) => string;
  /** Free stock at the depot; answers the lot. */
  stock: (code: string, quantity: number, over?: Stocked) => Promise<string>;
  /** Asked for by the village's children's programme, and approved. */
  need: (village: Village, code: string, quantity: number, over?: Asked) => Promise<string>;
  /** Given to a need by hand, past any plan. */
  allocate: (requestLineId: string, lotId: string, quantity: number) => Promise<void>;
  /** Goods of the lot at the depot, put into one box. */
  pack: (lotId: string, quantity: number) => Promise<void>;
  /** Room at the village's centre, in litres. */
  limit: (village: Village, litres: number) => Promise<void>;
  /** What of a lot lies in accounts of each kind. */
  balancesOf: (lotId: string) => Promise<Record<string, number>>;
}

interface Stocked {
  size?: string;
  restrictedDivisionCode?: string;
}

interface Asked {
  size?: string;
  group?: ProgrammeGroup;
  urgency?: Urgency;
  headCount?: number;
}

async function must<T>(run: Promise<Result<T>>): Promise<T> {
  const result = await run;
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

export async function makePlanWorld(db: Database): Promise<PlanWorld> {
  const world = await makeWorld({ db });
  await rename(db, world);
  const people = await makePeople(db, world);
  const centres = await makeCentres(db);
  const items = await db.$client<{ id: string; code: string }[]>`select id, code from item`;
  const itemOf = (code: string) => items.find((one) => one.code === code)?.id ?? '';
  return {
    world,
    people,
    depotName: DEPOT,
    nameOf: (village) => villages[village].name,
    stock: (code, quantity, over = {}) =>
      db.transaction(async (tx) => {
        const goods = { itemId: itemOf(code), quantity, size: over.size ?? '' };
        const { restrictedDivisionCode = null } = over;
        const donationLineId = await makePledge(tx, world, { ...goods, restrictedDivisionCode });
        return makeStock(tx, world, { ...goods, donationLineId });
      }),
    need: async (village, code, quantity, over = {}) => {
      const { placeId, owner } = centres[village];
      const group = over.group ?? 'children';
      return ask(
        db,
        { officer: people.secondOfficer, placeId, owner, group },
        {
          itemId: itemOf(code),
          itemCode: code,
          quantity,
          ...over,
        },
      );
    },
    allocate: (requestLineId, lotId, quantity) =>
      allocate(db, people.secondOfficer, {
        requestLineId,
        lotId,
        quantity,
        placeId: world.depot.id,
      }),
    pack: async (lotId, quantity) => {
      const env = { db, now: () => new Date(), newId };
      const lines = [{ lotId, parcelId: LOOSE, quantity }];
      const by = { actor: people.depot, key: newId() };
      await must(packParcel(env, by, { placeId: world.depot.id, kind: 'box', lines }));
    },
    limit: async (village, litres) => {
      const { placeId } = centres[village];
      await db.update(place).set({ capacityL: litres }).where(eq(place.id, placeId));
    },
    balancesOf: async (lotId) => {
      const rows = await db.$client<{ kind: string; quantity: number }[]>`
        select a.kind, sum(b.quantity)::int as quantity from balance b
        join account a on a.id = b.account_id
        where b.lot_id = ${lotId} and not b.is_donor and b.quantity <> 0 group by a.kind`;
      return Object.fromEntries(rows.map((row) => [row.kind, row.quantity]));
    },
  };
}

async function makePeople(db: Database, world: World): Promise<PlanWorld['people']> {
  return {
    officer: await person(db, 'officer', 'bureau_officer', '龙明秋', HEZHOU, world.bureau),
    secondOfficer: await person(
      db,
      'secondofficer',
      'bureau_officer',
      '黄立冬',
      HEZHOU,
      world.bureau,
    ),
    county: await person(
      db,
      'county',
      'bureau_officer',
      '莫小燕',
      ZHAOPING,
      await db.transaction((tx) => makeOrganisation(tx, 'bureau', ZHAOPING)),
    ),
    depot: await person(db, 'depot', 'depot_staff', '陈守库', '451102000000', world.depotOwner),
    foundation: await person(
      db,
      'foundation',
      'foundation_staff',
      '何善美',
      '440106000000',
      world.foundation,
    ),
  };
}

async function allocate(
  db: Database,
  officer: Actor,
  goods: { requestLineId: string; lotId: string; placeId: string; quantity: number },
): Promise<void> {
  const [request] = await db.$client<{ id: string; version: number }[]>`
    select r.id, r.version from request r join request_line rl on rl.request_id = r.id
    where rl.id = ${goods.requestLineId}`;
  const { id: requestId = '', version = 0 } = request ?? {};
  const env = { db, now: () => new Date(), newId };
  const sent = { actor: officer, key: newId() };
  await must(makeAllocation(env, sent, { requestId, version, lines: [goods] }));
}

const DEPOT = '贺州储备中心';

/** So that the pages read as they will. */
async function rename(db: Database, world: World) {
  const call = (id: string, name: string) =>
    db.update(organisation).set({ name }).where(eq(organisation.id, id));
  await call(world.bureau, '贺州市民政局');
  await call(world.depotOwner, DEPOT);
  await call(world.foundation, '粤暖慈善基金会');
  await pin(db, world.depot.id, DEPOT, [24.41, 111.56]);
}

async function pin(
  db: Database,
  id: string,
  name: string,
  [latitude, longitude]: readonly [number, number],
) {
  const point = { latitude, longitude, datum: 'WGS84' as const, precision: 'pinned' as const };
  await db
    .update(place)
    .set({ name, ...point })
    .where(eq(place.id, id));
}

async function person(
  db: Database,
  userName: string,
  role: Role,
  name: string,
  divisionCode: string,
  organisationId: string,
): Promise<Actor> {
  const phone = `1390000${String(userName.length).padStart(4, '0')}`;
  const userId = await insertTestUser(db, { name, userName, phone });
  const actor = actorOf(role, divisionCode, organisationId, userId);
  const { membershipId: id, ...held } = actor;
  await db.insert(membership).values({ id, ...held, validFrom: '2020-01-01' });
  return actor;
}

type Centres = Record<Village, { placeId: string; owner: Actor }>;

async function makeCentres(db: Database): Promise<Centres> {
  const made: [Village, Centres[Village]][] = [];
  for (const key of Object.keys(villages) as Village[]) {
    const { name, divisionCode, at } = villages[key];
    const centre = await db.transaction(async (tx) => {
      const organisationId = await makeOrganisation(tx, 'centre', divisionCode);
      const { id: placeId } = await makePlace(tx, organisationId, 'centre', divisionCode);
      return { placeId, owner: actorOf('centre_coordinator', divisionCode, organisationId) };
    });
    await pin(db, centre.placeId, name, at);
    made.push([key, centre]);
  }
  return Object.fromEntries(made) as Centres;
}

interface By {
  officer: Actor;
  placeId: string;
  owner: Actor;
  group: ProgrammeGroup;
}

const groupNames = { children: '四点半课堂', elderly: '长者之家', women: '姐妹互助' };

/** Answers the request line. */
async function ask(
  db: Database,
  { officer, placeId, owner, group }: By,
  line: Asked & { itemId: string; itemCode: string; quantity: number },
): Promise<string> {
  const env = { db, now: () => new Date(), newId };
  const by = (actor: Actor) => ({ actor, key: newId() });
  const programmeId = await db.transaction((tx) =>
    makeProgramme(tx, placeId, owner.divisionCode, group),
  );
  await db.update(programme).set({ name: groupNames[group] }).where(eq(programme.id, programmeId));
  const { size = '', urgency = 'normal', headCount = line.quantity } = line;
  const { itemId, itemCode, quantity } = line;
  const { requestId } = await must(
    draftRequest(env, by(owner), {
      programmeId,
      headCount,
      needBy: '2099-02-01',
      urgency,
      urgencyReason: urgency === 'normal' ? undefined : '寒潮将到',
      lines: [{ itemId, itemCode, size, unitCode: 'piece', quantity, largerSizeServes: false }],
    }),
  );
  await must(submitRequest(env, by(owner), { requestId, version: 1 }));
  const [row] = await db.$client<{ id: string }[]>`
    select id from request_line where request_id = ${requestId}`;
  const lineId = row?.id ?? '';
  const lines = [{ lineId, approved: quantity, cutReason: null }];
  await must(approveRequest(env, by(officer), { requestId, version: 2, note: null, lines }));
  return lineId;
}
